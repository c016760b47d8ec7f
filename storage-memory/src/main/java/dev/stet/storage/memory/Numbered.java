package dev.stet.storage.memory;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * Rows under a number each, listed newest first, that is, by descending number. Immutable.
 *
 * @param rows by number
 */
record Numbered<T>(TreePMap<Long, T> rows) {
    static <T> Numbered<T> none() {
        return new Numbered<>(TreePMap.empty());
    }

    /** @throws IllegalStateException when the number is taken */
    Numbered<T> plus(long number, T row) {
        if (rows.containsKey(number)) {
            throw new IllegalStateException("number " + number + " is taken; it cannot be given to " + row);
        }
        return new Numbered<>(rows.plus(number, row));
    }

    /** @throws IllegalStateException when there is no row with this number */
    Numbered<T> changed(long number, UnaryOperator<T> change) {
        T row = find(number)
                .orElseThrow(() -> new IllegalStateException("there is no row with number " + number + " to change"));
        return new Numbered<>(rows.plus(number, change.apply(row)));
    }

    Numbered<T> minus(long number) {
        return new Numbered<>(rows.minus(number));
    }

    Optional<T> find(long number) {
        return Optional.ofNullable(rows.get(number));
    }

    /** Those with a lower number. */
    Stream<T> newestFirst(long before) {
        return rows.headMap(before, false).descendingMap().values().stream();
    }
}
