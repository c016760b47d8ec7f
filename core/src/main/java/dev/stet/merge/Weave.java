package dev.stet.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands behind what, in sequences that have parts in common. */
final class Weave {
    private Weave() {}

    /**
     * All of ours in its order; what only theirs has comes after what is before it there.
     *
     * @param inOurs whether ours has it
     */
    static <T> List<T> of(Collection<T> ours, Collection<T> theirs, Predicate<T> inOurs) {
        Runs<T> runs = Runs.of(theirs, inOurs);
        List<T> woven = new ArrayList<>(runs.after(null));
        for (T each : ours) {
            woven.add(each);
            woven.addAll(runs.after(each));
        }
        return woven;
    }

    /** The stretches of a sequence that stand between members of a skeleton, by the member that each follows. */
    static final class Runs<T> {
        private final Map<T, List<T>> byAnchor = new HashMap<>();
        private final List<T> first = new ArrayList<>();

        private Runs() {}

        static <T> Runs<T> of(Collection<T> sequence, Predicate<T> inSkeleton) {
            Runs<T> runs = new Runs<>();
            T anchor = null;
            List<T> run = runs.first;
            for (T each : sequence) {
                if (inSkeleton.test(each)) {
                    anchor = each;
                    run = List.of();
                } else {
                    run = anchor != null && run.isEmpty() ? runs.begun(anchor) : run;
                    run.add(each);
                }
            }
            return runs;
        }

        private List<T> begun(T anchor) {
            List<T> run = new ArrayList<>();
            byAnchor.put(anchor, run);
            return run;
        }

        /** What follows a member of the skeleton, or, for null, comes before the first of them. */
        List<T> after(@Nullable T anchor) {
            if (anchor == null) {
                return first;
            }
            return byAnchor.isEmpty() ? List.of() : Objects.requireNonNullElse(byAnchor.get(anchor), List.of());
        }
    }
}
