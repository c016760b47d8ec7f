package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.wire.Event;
import dev.stet.storage.jdbc.wire.Injection;
import dev.stet.storage.jdbc.wire.Injection.Moment;

/**
 * One thing that goes wrong in the course of an operation.
 *
 * @param course the operation's
 * @param number at which of its events
 * @param moment before that took effect, or after
 * @param trouble what
 */
record Mishap(Course course, int number, Moment moment, Trouble trouble) {
    Event event() {
        return course.events().get(number - 1);
    }

    /** Whether all is done, but for telling the session again how long to wait for a lock. */
    boolean isPuttingBack() {
        return number == course.events().size() && event().setsLockTimeout();
    }

    /**
     * Whether it happens where the session is told again how long to wait, with work left to do: that is tried twice, and goes
     * well the second time on a connection that is as good as before.
     */
    boolean isMended() {
        boolean toldBefore = course.events().stream().limit(number - 1L).anyMatch(Event::setsLockTimeout);
        return number < course.events().size()
                && event().text().startsWith("SET LOCK_TIMEOUT")
                && toldBefore
                && trouble != Trouble.LOSS;
    }

    Injection injection(Dialect dialect) {
        return new Injection(number, moment, trouble.harm(dialect, moment));
    }

    @Override
    public String toString() {
        String text = event().text();
        return course.operation() + ": " + trouble + " " + moment + " event " + number + " of "
                + course.events().size() + " (" + event().kind() + " "
                + text.substring(0, Math.min(text.length(), 40)) + ")";
    }
}
