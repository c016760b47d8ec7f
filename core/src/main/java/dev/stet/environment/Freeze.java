package dev.stet.environment;

import dev.stet.access.Actor;
import java.time.Instant;

/** Why nothing may move in an environment for now. */
public record Freeze(Actor by, Instant at, String reason) {}
