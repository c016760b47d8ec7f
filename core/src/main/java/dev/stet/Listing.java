package dev.stet;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param items in the order of the list; unmodifiable
 * @param next where to go on; empty when there was no more at the time
 */
public record Listing<T>(List<T> items, Optional<Cursor> next) {
    public Listing {
        items = List.copyOf(items);
    }
}
