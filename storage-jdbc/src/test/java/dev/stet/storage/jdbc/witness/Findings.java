package dev.stet.storage.jdbc.witness;

import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Gathers what is found about one agent. Not thread-safe. */
final class Findings {
    private final AgentId agent;
    private final List<Finding> all = new ArrayList<>();

    Findings(AgentId agent) {
        this.agent = agent;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    void add(Finding.Kind kind, String text) {
        all.add(new Finding(kind, "agent " + agent + ": " + text));
    }

    /** Rows make a whole only where these are equal. */
    void requireEqual(Object expected, Object found, String what) {
        if (!Objects.equals(expected, found)) {
            add(Finding.Kind.TORN, what + " must be " + expected + ", but is " + found);
        }
    }

    /** Rows make a whole only where they are numbered 1, 2, 3 … to the end. */
    void requireNumbers(long last, List<Long> found, String what) {
        requireEqual(LongStream.rangeClosed(1, last).boxed().toList(), found, "the numbers of " + what);
    }

    /** Rows make a whole only where this can be read, and reads as expected. */
    void requireRead(Object expected, Supplier<?> read, String what) {
        try {
            requireEqual(expected, read.get(), what);
        } catch (StetException unreadable) {
            add(Finding.Kind.TORN, what + " cannot be read: " + unreadable);
        }
    }
}
