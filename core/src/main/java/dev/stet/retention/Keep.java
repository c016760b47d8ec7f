package dev.stet.retention;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.time.Duration;

/**
 * What stays of a row of things that were made one after another: the newest few, and all that are young. Only what is
 * neither may go. Immutable.
 *
 * @param newest how many of the newest stay, 0 or more
 * @param youngerThan what was made less than this long ago stays, whatever its place; from 0 to 100 years
 */
public record Keep(int newest, Duration youngerThan) {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** @throws InvalidInputException when a number or a duration is out of bounds */
    public Keep {
        Given.the("age to keep", youngerThan);
        if (newest < 0) {
            throw new InvalidInputException("number of the newest to keep", "0 or more", Integer.toString(newest));
        }
        requireDuration("age to keep", youngerThan);
    }

    /** The newest few, however old. */
    public static Keep newest(int count) {
        return new Keep(count, Duration.ZERO);
    }

    /** All that are young, however many. */
    public static Keep young(Duration youngerThan) {
        return new Keep(0, youngerThan);
    }

    /** Also all that are younger than this. */
    public Keep andYoungerThan(Duration age) {
        return new Keep(newest, age);
    }

    static void requireDuration(String what, Duration given) {
        if (given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(what, "from 0 to 100 years", given.toString());
        }
    }
}
