package dev.stet.merge;

import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Where elements were added to an array: behind which element of the base, by which side. */
final class Gaps {
    /** The elements that both sides added at one place. */
    record Gap(List<Element> ours, List<Element> theirs) {
        private Gap() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        private void take(Insertion insertion) {
            (insertion.ours() ? ours : theirs).addAll(insertion.added());
        }
    }

    /** The elements that one side added at one place, and the stretch of the base that it removed there. */
    record Insertion(boolean ours, Span base, List<Element> added) {}

    /** By where they begin, then by where they end. */
    static final Comparator<Span> IN_ORDER = Comparator.comparingInt(Span::from).thenComparingInt(Span::to);

    private final Map<Integer, Gap> byAnchor = new HashMap<>();
    private final BitSet anchors = new BitSet();

    /** Insertions at the same place of the base are one gap. */
    Gaps(List<Insertion> insertions) {
        for (Insertion insertion : insertions) {
            int anchor = insertion.base().to() - 1;
            anchors.set(anchor + 1);
            byAnchor.computeIfAbsent(anchor, unseen -> new Gap()).take(insertion);
        }
    }

    /** The gap right behind an element of the base, or, for -1, before the first; nothing where nobody added anything. */
    @Nullable
    Gap behind(int base) {
        return anchors.get(base + 1) ? byAnchor.get(base) : null;
    }

    /** In the order of the base. */
    static List<Insertion> insertions(Elements elements) {
        List<Insertion> insertions = new ArrayList<>();
        collect(elements, Element::ours, true, insertions);
        collect(elements, Element::theirs, false, insertions);
        insertions.sort(Comparator.comparing(Insertion::base, IN_ORDER));
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
