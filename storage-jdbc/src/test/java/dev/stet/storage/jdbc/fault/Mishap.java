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
