package dev.stet.merge;

import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Elements.Values;
import dev.stet.merge.Gaps.Insertion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of an array without identities where the changes of both sides cannot be told apart: an insertion of one side
 * touches one of the other, or says the same as one elsewhere.
 */
final class Stretches {
    /** A stretch of the base, and the one of each side in its place. */
    record Stretch(Span base, Span ours, Span theirs) {}

    /** A part of the base in which one side, or both, put something. */
    private record Change(Span base, boolean ours, boolean theirs) {
        boolean touches(Change other) {
            Span one = base;
            Span two = other.base;
            boolean within = one.from() < two.to() && two.from() < one.to();
            boolean beside = one.from() <= two.to() && two.from() <= one.to();
            return within || (beside && (one.length() == 0 || two.length() == 0));
        }

        Change and(Change other) {
            return new Change(
                    new Span(Math.min(base.from(), other.base.from()), Math.max(base.to(), other.base.to())),
                    ours || other.ours,
                    theirs || other.theirs);
        }

        boolean isOfBoth() {
            return ours && theirs;
        }
    }

    /** One side: what it put in, and its values as numbers that are the same for the same values. */
    private static final class Side {
        private final boolean ours;
        private final ToIntFunction<Element> index;
        private final int[] values;
        private final List<Insertion> insertions;

        Side(boolean ours, ToIntFunction<Element> index, int[] values, List<Insertion> insertions) {
            this.ours = ours;
            this.index = index;
            this.values = values;
            this.insertions =
                    insertions.stream().filter(each -> each.ours() == ours).toList();
        }

        int valueOf(Element element) {
            return values[index.applyAsInt(element)];
        }
    }

    private static final Comparator<Change> IN_ORDER = Comparator.comparing(Change::base, Gaps.IN_ORDER);

    private final Elements elements;
    private final int[] base;
    private final Side ours;
    private final Side theirs;
    private final boolean moved;
    private final List<Change> changes = new ArrayList<>();

    private Stretches(Elements elements, List<Insertion> insertions) {
        Values values = elements.values().orElseThrow();
        this.elements = elements;
        this.base = values.base;
        this.ours = new Side(true, Element::ours, values.ours, insertions);
        this.theirs = new Side(false, Element::theirs, values.theirs, insertions);
        this.moved = !isInOrder(ours) || !isInOrder(theirs);
    }

    /** The whole array. */
    static Stretch whole(Trio at) {
        return whole(
                at.base().elements().size(),
                at.ours().elements().size(),
                at.theirs().elements().size());
    }

    private static Stretch whole(int inBase, int inOurs, int inTheirs) {
        return new Stretch(new Span(0, inBase), new Span(0, inOurs), new Span(0, inTheirs));
    }

    /** In the order of the base; one of the whole array, where elements moved and what is where cannot be said. */
    static List<Stretch> of(Elements elements, List<Insertion> insertions) {
        Stretches stretches = new Stretches(elements, insertions);
        insertions.forEach(each -> stretches.changes.add(new Change(each.base(), each.ours(), !each.ours())));
        stretches.linkEdits(stretches.ours, stretches.theirs);
        stretches.linkEdits(stretches.theirs, stretches.ours);
        stretches.linkEqual();
        stretches.linkSliding();
        return stretches.grouped();
    }

    /** An element that became what the other side put in right beside it was not edited: it made room for that. */
    private void linkEdits(Side edited, Side other) {
        for (Insertion insertion : other.insertions) {
            Set<Integer> values = new HashSet<>();
            insertion.added().forEach(element -> values.add(other.valueOf(element)));
            int last = Math.min(insertion.base().to(), base.length - 1);
            for (int i = Math.max(0, insertion.base().from() - 1); i <= last; i++) {
                if (isEdited(i, edited)
                        && values.contains(edited.valueOf(elements.all().get(i)))) {
                    link(new Span(i, i + 1), insertion.base());
                }
            }
        }
    }

    /** Two equal values, put in at different places, of which nobody had any: they may well be one. */
    private void linkEqual() {
        Map<Integer, Span> putInByOurs = putInOnce(ours);
        Map<Integer, Span> putInByTheirs = putInOnce(theirs);
        putInByOurs.forEach((value, place) -> {
            Span other = putInByTheirs.get(value);
            if (other != null && !other.equals(place)) {
                link(place, other);
            }
        });
    }

    /**
     * Nothing says before or behind which of equal elements another was put in: what both put in among elements that say
     * nothing else is at one place; and so is what both put into an array in which elements moved.
     */
    private void linkSliding() {
        Set<Integer> any = putIn(ours);
        Set<Integer> shared = putIn(theirs);
        Set<Integer> byTheirs = Set.copyOf(shared);
        shared.retainAll(any);
        any.addAll(byTheirs);
        if (shared.isEmpty()) {
            return;
        }
        int[] others = new int[base.length + 1];
        for (int i = 0; i < base.length; i++) {
            others[i + 1] = others[i] + (moved || any.contains(base[i]) ? 0 : 1);
        }
        List<Change> places = new ArrayList<>();
        putInAny(ours, shared, places);
        putInAny(theirs, shared, places);
        places.sort(IN_ORDER);
        for (int i = 1; i < places.size(); i++) {
            Change last = places.get(i - 1);
            int from = places.get(i).base().from();
            if (others[from] == others[Math.min(last.base().to(), from)]) {
                places.set(i, last.and(places.get(i)));
                places.set(i - 1, places.get(i));
            }
        }
        places.stream().filter(Change::isOfBoth).forEach(changes::add);
    }

    private static void putInAny(Side side, Set<Integer> values, List<Change> places) {
        for (Insertion each : side.insertions) {
            if (each.added().stream().anyMatch(element -> values.contains(side.valueOf(element)))) {
                places.add(new Change(each.base(), side.ours, !side.ours));
            }
        }
    }

    private static Set<Integer> putIn(Side side) {
        Set<Integer> values = new HashSet<>();
        side.insertions.forEach(each -> each.added().forEach(element -> values.add(side.valueOf(element))));
        return values;
    }

    private void link(Span one, Span other) {
        changes.add(new Change(one, true, true).and(new Change(other, true, true)));
    }

    private boolean isEdited(int inBase, Side side) {
        Element element = elements.all().get(inBase);
        return side.index.applyAsInt(element) >= 0 && side.valueOf(element) != base[inBase];
    }

    /** Values that the base has not, and a side has once, by the place where it put them. */
    private Map<Integer, Span> putInOnce(Side side) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int value : side.values) {
            counts.merge(value, 1, Integer::sum);
        }
        for (int value : base) {
            counts.remove(value);
        }
        Map<Integer, Span> places = new HashMap<>();
        for (int i = 0; i < base.length; i++) {
            if (isEdited(i, side)) {
                places.put(side.valueOf(elements.all().get(i)), new Span(i, i + 1));
            }
        }
        side.insertions.forEach(
                each -> each.added().forEach(element -> places.put(side.valueOf(element), each.base())));
        places.keySet().removeIf(value -> counts.getOrDefault(value, 0) != 1);
        return places;
    }

    private List<Stretch> grouped() {
        changes.sort(IN_ORDER);
        List<Change> groups = new ArrayList<>();
        for (Change change : changes) {
            int last = groups.size() - 1;
            if (last >= 0 && groups.get(last).touches(change)) {
                groups.set(last, groups.get(last).and(change));
            } else {
                groups.add(change);
            }
        }
        groups.removeIf(group -> !group.isOfBoth());
        if (moved && groups.stream().anyMatch(group -> group.base().length() > 0)) {
            return List.of(whole(base.length, ours.values.length, theirs.values.length));
        }
        Map<Integer, Insertion> byOurs = byStart(ours);
        Map<Integer, Insertion> byTheirs = byStart(theirs);
        int[] inOurs = starts(ours, byOurs);
        int[] inTheirs = starts(theirs, byTheirs);
        return groups.stream()
                .map(Change::base)
                .map(span ->
                        new Stretch(span, span(span, ours, byOurs, inOurs), span(span, theirs, byTheirs, inTheirs)))
                .toList();
    }

    private boolean isInOrder(Side side) {
        int last = -1;
        for (Element element : elements.all().subList(0, base.length)) {
            int index = side.index.applyAsInt(element);
            if (index >= 0 && index < last) {
                return false;
            }
            last = Math.max(last, index);
        }
        return true;
    }

    private static Map<Integer, Insertion> byStart(Side side) {
        Map<Integer, Insertion> byStart = new HashMap<>();
        side.insertions.forEach(each -> byStart.put(each.base().from(), each));
        return byStart;
    }

    /** For every place in the base, how much a side has before what it put in there. */
    private int[] starts(Side side, Map<Integer, Insertion> insertions) {
        int[] starts = new int[base.length + 1];
        for (int i = 0; i < base.length; i++) {
            boolean kept = side.index.applyAsInt(elements.all().get(i)) >= 0;
            starts[i + 1] = starts[i] + size(insertions.get(i)) + (kept ? 1 : 0);
        }
        return starts;
    }

    /** What a side has in the place of a stretch: what it kept of those elements, and what it put there. */
    private static Span span(Span base, Side side, Map<Integer, Insertion> insertions, int[] starts) {
        Insertion last = insertions.get(base.to());
        if (base.length() == 0 && last != null) {
            int first = side.index.applyAsInt(last.added().get(0));
            return new Span(first, first + size(last));
        }
        boolean behind = last != null && last.base().length() == 0;
        return new Span(starts[base.from()], starts[base.to()] + (behind ? size(last) : 0));
    }

    private static int size(@Nullable Insertion insertion) {
        return insertion == null ? 0 : insertion.added().size();
    }
}
