package dev.stet.merge;

import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where elements were added to an array: behind which element of the base, by which side. */
final class Gaps {
    /** What both sides added at one place. */
    static final class Gap {
        private Span base;
        private final List<Element> ours = new ArrayList<>();
        private final List<Element> theirs = new ArrayList<>();

        private Gap(Span base) {
            this.base = base;
        }

        /** Which elements of the base it took the place of; empty where it went between two. */
        Span base() {
            return base;
        }

        List<Element> ours() {
            return ours;
        }

        List<Element> theirs() {
            return theirs;
        }

        private boolean isAlsoAt(Span other) {
            return base.to() == other.to() || (base.from() < other.to() && other.from() < base.to());
        }

        private void take(Insertion insertion) {
            base = new Span(
                    Math.min(base.from(), insertion.base().from()),
                    Math.max(base.to(), insertion.base().to()));
            (insertion.ours() ? ours : theirs).addAll(insertion.added());
        }
    }

    /** What one side added at one place, and what of the base it removed there. */
    private record Insertion(boolean ours, Span base, List<Element> added) {}

    private final Map<Integer, Gap> byAnchor = new HashMap<>();

    private Gaps() {}

    /** By place alone: what was added at one place did not come in the place of the same elements. */
    static Gaps byPlace(Elements elements) {
        Gaps gaps = new Gaps();
        for (Insertion insertion : insertions(elements)) {
            gaps.byAnchor
                    .computeIfAbsent(insertion.base().to() - 1, unseen -> new Gap(insertion.base()))
                    .take(insertion);
        }
        return gaps;
    }

    /** Together with everything that came in the place of the same elements. */
    static Gaps byStretch(Elements elements) {
        List<Gap> grouped = new ArrayList<>();
        for (Insertion insertion : insertions(elements)) {
            int last = grouped.size() - 1;
            if (last < 0 || !grouped.get(last).isAlsoAt(insertion.base())) {
                grouped.add(new Gap(insertion.base()));
            }
            grouped.get(grouped.size() - 1).take(insertion);
        }
        Gaps gaps = new Gaps();
        grouped.forEach(gap -> gaps.byAnchor.put(gap.base().to() - 1, gap));
        return gaps;
    }

    /** What was added right behind an element of the base, or, for -1, before the first. */
    Gap behind(int base) {
        return byAnchor.getOrDefault(base, new Gap(new Span(base + 1, base + 1)));
    }

    /** In the order of the base. */
    private static List<Insertion> insertions(Elements elements) {
        List<Insertion> insertions = new ArrayList<>();
        collect(elements, Element::ours, true, insertions);
        collect(elements, Element::theirs, false, insertions);
        insertions.sort(Comparator.<Insertion>comparingInt(each -> each.base().from())
                .thenComparingInt(each -> each.base().to()));
        return insertions;
    }

    private static void collect(
            Elements elements, ToIntFunction<Element> index, boolean ours, List<Insertion> insertions) {
        Runs<Element> runs = Runs.of(Elements.inOrder(elements.all(), index), element -> !element.isAdded());
        for (int anchor = -1; anchor < elements.inBase(); anchor++) {
            Element before = anchor < 0 ? null : elements.all().get(anchor);
            List<Element> added = runs.after(before);
            if (!added.isEmpty()) {
                int end = anchor + 1;
                while (end < elements.inBase()
                        && index.applyAsInt(elements.all().get(end)) < 0) {
                    end++;
                }
                insertions.add(new Insertion(ours, new Span(anchor + 1, end), added));
            }
        }
    }
}
