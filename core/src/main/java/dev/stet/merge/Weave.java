package dev.stet.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands behind what, in sequences that have parts in common. */
final class Weave {
    private Weave() {}

    /** All of ours in its order; what only theirs has comes after what is before it there. */
    static <T> List<T> of(Collection<T> ours, Collection<T> theirs) {
        Runs<T> runs = Runs.of(theirs, ours);
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

        static <T> Runs<T> of(Collection<T> sequence, Collection<T> skeleton) {
            return of(sequence, new HashSet<>(skeleton)::contains);
        }

        static <T> Runs<T> of(Collection<T> sequence, Predicate<T> inSkeleton) {
            Runs<T> runs = new Runs<>();
            List<T> run = runs.first;
            for (T each : sequence) {
                if (inSkeleton.test(each)) {
                    run = runs.byAnchor.computeIfAbsent(each, unseen -> new ArrayList<>());
                } else {
                    run.add(each);
                }
            }
            return runs;
        }

        /** What follows a member of the skeleton, or, for null, comes before the first of them. */
        List<T> after(@Nullable T anchor) {
            return anchor == null ? first : Objects.requireNonNullElse(byAnchor.get(anchor), List.of());
        }
    }
}
