package dev.stet.content;

import dev.stet.input.Given;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which sections differ between two contents. The sets are immutable and sorted by UTF-16 code units.
 *
 * @param added sections only the later content has
 * @param removed sections only the earlier content has
 * @param changed sections both have, with values that are not equal
 */
public record SectionChanges(Set<String> added, Set<String> removed, Set<String> changed) {

    /** Takes sorted copies of the sets. */
    public SectionChanges {
        added = sorted("added section", added);
        removed = sorted("removed section", removed);
        changed = sorted("changed section", changed);
    }

    /** Every section that differs in one way or another, sorted by UTF-16 code units. */
    public Set<String> all() {
        SortedSet<String> all = new TreeSet<>(added);
        all.addAll(removed);
        all.addAll(changed);
        return Collections.unmodifiableSortedSet(all);
    }

    /** Whether the contents mean the same. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Set<String> sorted(String argument, Set<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Given.list(argument, names)));
    }
}
