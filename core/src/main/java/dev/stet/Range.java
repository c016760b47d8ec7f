package dev.stet;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after where an earlier part ended; from the beginning when empty
 */
public record Range(int limit, Optional<Cursor> after) {
    /** The most items that one call returns. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws InvalidInputException when {@code limit} is out of bounds */
    public Range {
        Given.the("cursor", after);
        requireLimit(limit);
    }

    public static Range first(int limit) {
        return new Range(limit, Optional.empty());
    }

    /**
     * What follows an earlier part. Items that do not change meanwhile come exactly once, whatever is added or removed
     * between the calls.
     */
    public static Range after(Cursor end, int limit) {
        return new Range(limit, Given.chosen("cursor", end));
    }

    /** This part of a list, given one row more than it may hold where there are as many. */
    <T> Listing<T> listing(List<T> found, Function<T, Cursor> end) {
        if (found.size() <= limit) {
            return new Listing<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Listing<>(items, Optional.of(end.apply(items.get(limit - 1))));
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "from 1 to " + MAX_LIMIT, Integer.toString(limit));
        }
    }

    static void requireOffset(long offset) {
        if (offset < 0) {
            throw new InvalidInputException("offset", "0 or more", Long.toString(offset));
        }
    }
}
