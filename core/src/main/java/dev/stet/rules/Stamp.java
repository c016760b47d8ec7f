package dev.stet.rules;

import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a change of an agent happens. Its time never runs backwards, even where the clocks of two processes differ: it is the
 * later one of what the clock says and the time of the change before it.
 *
 * @param at when
 * @param earliest when at the earliest, where a clock may be wrong: the earlier one of the two, where they are further apart
 *     than the clocks of the host may be, but never before a leap that is in doubt; the beginning of that, where they are not
 * @param leap what is not known about the agent's time after the change
 */
record Stamp(Instant at, Optional<Instant> earliest, Optional<Leap> leap) {
    /** Of an agent's first change. */
    static Stamp first(Instant now) {
        return new Stamp(now, Optional.empty(), Optional.empty());
    }

    static Stamp next(Head head, Instant now, Duration tolerance) {
        Instant last = head.at();
        if (now.isAfter(last.plus(tolerance))) {
            return new Stamp(now, Optional.of(last), Optional.of(leap(head, now)));
        }
        if (now.isBefore(last.minus(tolerance))) {
            Instant earliest = head.leap().map(Leap::from).filter(now::isBefore).orElse(now);
            return new Stamp(
                    last, Optional.of(earliest), head.leap().map(leap -> contradicted(leap, earliest, tolerance)));
        }
        Instant at = later(last, now);
        Optional<Leap> open = head.leap().filter(leap -> at.isBefore(leap.until()));
        return new Stamp(at, open.map(Leap::from), open);
    }

    /** The time that ages are told from: no clock that is ahead makes anything older. */
    static Instant ofAges(Head head, Instant now) {
        Instant last = head.leap().map(Leap::from).orElse(head.at());
        return now.isBefore(last) ? now : last;
    }

    /**
     * A further leap while it is not known yet whether the one before was time that went by: where that counts by now, and
     * this one is no longer than it, there is nothing but this one to wait for.
     */
    private static Leap leap(Head head, Instant now) {
        Duration length = Duration.between(head.at(), now);
        Instant until = now.plus(length);
        return head.leap()
                .filter(before -> now.isBefore(before.until())
                        || length.compareTo(Duration.between(before.from(), head.at())) > 0)
                .map(before -> new Leap(before.from(), later(before.until(), until)))
                .orElseGet(() -> new Leap(head.at(), until));
    }

    /** A clock that did not follow the leap: by small steps, time comes to what it says. */
    private static Leap contradicted(Leap leap, Instant now, Duration tolerance) {
        return now.isAfter(leap.from().plus(tolerance)) ? leap : new Leap(now, leap.until());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
