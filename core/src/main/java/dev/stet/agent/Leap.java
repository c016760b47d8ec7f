package dev.stet.agent;

import java.time.Instant;

/**
 * The time of an agent's history leapt further ahead than the clocks of the host may be apart
 * ({@link dev.stet.Stet.Builder#clockTolerance}): nothing was changed for that long, or a clock is wrong. Which of them is not
 * known before as much time has gone by once more; until then no age is told from a later time than {@code from}.
 *
 * @param from the time of the last change before it; or that of a later one whose clock did not follow the leap
 * @param until the time from which on it counts as time that went by
 */
public record Leap(Instant from, Instant until) {}
