package dev.stet.retention;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What becomes of one version or draft revision. Immutable.
 *
 * @param of the number of the version, or the draft and the number of its revision
 * @param reasons why it stays, in the order of their declaration: all that apply; none where it goes
 * @param bytes how many stored bytes go with it. 0 where it stays, and where its content stays because something that
 *     stays says the same, or is stored relative to it. Of several that go and say the same, the first in the plan has them
 */
public record Fate<T>(T of, Set<Reason> reasons, long bytes) {
    public Fate {
        Set<Reason> ordered = EnumSet.noneOf(Reason.class);
        ordered.addAll(reasons);
        reasons = Collections.unmodifiableSet(ordered);
    }

    public boolean stays() {
        return !reasons.isEmpty();
    }
}
