package dev.stet.storage.tck.oracle;

import java.util.Iterator;
import java.util.List;

/** Decisions, read off a list of numbers: the smaller the numbers, the plainer what is decided. */
final class Choices {
    private final Iterator<Integer> numbers;

    Choices(List<Integer> numbers) {
        this.numbers = numbers.iterator();
    }

    /** From 0 to below {@code count}; 0 when the numbers have run out. */
    int next(int count) {
        return numbers.hasNext() ? numbers.next() % count : 0;
    }
}
