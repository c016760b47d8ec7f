package dev.stet.page;

import dev.stet.diff.Diff;

/**
 * What differs between two config pages. Where one of their schemas marks a value {@code writeOnly}, both sides show
 * {@value #HIDDEN} instead, or, where the values differ, {@value #HIDDEN_CHANGED} on the later one.
 *
 * @param variables what differs in the variables
 * @param schema what differs in the schemas
 */
public record PageDiff(Diff variables, Diff schema) {
    /** What is shown in place of a value that must not be. */
    public static final String HIDDEN = "(hidden)";

    /** What is shown in place of one that must not be, and that is not what it was. */
    public static final String HIDDEN_CHANGED = "(hidden, changed)";

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return variables.isEmpty() && schema.isEmpty();
    }
}
