package dev.stet.access;

import java.util.Optional;

/**
 * From what to what.
 *
 * @param from what it was; empty when it was not there
 * @param to what it became; empty when it went
 */
public record Change(Optional<String> from, Optional<String> to) {
    public static Change of(Object from, Object to) {
        return new Change(Optional.of(from.toString()), Optional.of(to.toString()));
    }

    public static Change to(Object to) {
        return new Change(Optional.empty(), Optional.of(to.toString()));
    }
}
