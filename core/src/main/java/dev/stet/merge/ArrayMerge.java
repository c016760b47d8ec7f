package dev.stet.merge;

import dev.stet.align.Classes;
import dev.stet.align.Ends;
import dev.stet.align.Renames;
import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Gaps.Gap;
import dev.stet.merge.Gaps.Insertion;
import dev.stet.merge.Stretches.Stretch;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Merges arrays element by element. The elements that all three have stand in the order of the side that reordered them;
 * between those, what one side kept against the other's removal; and behind what it follows on its side, what was added.
 *
 * <p>Which elements stand where never depends on how a conflict inside of one is resolved.
 */
final class ArrayMerge {
    private final Walk walk;
    private final Ledger ledger;
    private final Trio at;
    private final Elements elements;
    private final Additions additions;
    private final Map<Integer, Stretch> byAnchor = new HashMap<>();
    private final BitSet taken = new BitSet();
    private final List<JsonValue> merged = new ArrayList<>();

    ArrayMerge(Walk walk, Ledger ledger, Trio at, Elements elements) {
        this.walk = walk;
        this.ledger = ledger;
        this.at = at;
        this.elements = elements;
        this.additions = new Additions(elements);
    }

    JsonArray merged() {
        for (Object each : sequence()) {
            if (each instanceof Element element) {
                JsonValue value = merged(element);
                if (value != null) {
                    merged.add(value);
                }
            } else {
                add((Stretch) each);
            }
        }
        return new JsonArray(merged);
    }

    /** Every element of the base, and behind it what was added there; and the stretches that are merged as a whole. */
    private List<Object> sequence() {
        Gaps gaps = gaps();
        Stretch first = byAnchor.get(-1);
        boolean whole = first != null && first.base().to() == elements.inBase();
        List<Element> line = whole ? List.of() : line();
        List<Object> sequence = new ArrayList<>();
        for (int i = -1; i < line.size(); i++) {
            int base = i < 0 ? -1 : line.get(i).base();
            if (i >= 0 && !taken.get(base)) {
                sequence.add(line.get(i));
            }
            Gap gap = gaps.behind(base);
            if (gap != null) {
                sequence.addAll(additions.woven(gap.ours(), gap.theirs()));
            }
            Stretch stretch = byAnchor.isEmpty() ? null : byAnchor.get(base);
            if (stretch != null) {
                sequence.add(stretch);
            }
        }
        return sequence;
    }

    /** What was added, but in stretches that both sides changed: those are merged as a whole. */
    private Gaps gaps() {
        List<Insertion> insertions = Gaps.insertions(elements);
        if (elements.isRenewed() || elements.identity().isEmpty()) {
            List<Stretch> stretches =
                    elements.isRenewed() ? List.of(Stretches.whole(at)) : Stretches.of(elements, insertions);
            for (Stretch stretch : stretches) {
                byAnchor.put(stretch.base().from() - 1, stretch);
                taken.set(stretch.base().from(), stretch.base().to());
            }
            insertions.removeIf(each -> isInside(each, stretches));
        }
        return new Gaps(insertions);
    }

    /** Both are in the order of the base. */
    private static boolean isInside(Insertion insertion, List<Stretch> stretches) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).base().to() < insertion.base().to()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < stretches.size()
                && stretches.get(low).base().from() <= insertion.base().from();
    }

    /** All elements of the base in their merged order; those that are gone where they were. */
    private List<Element> line() {
        List<Element> common = new OrderMerge(ledger, at, elements).ordered();
        List<Element> disputed = new ArrayList<>();
        for (Element element : elements.all()) {
            if (!element.isInAll() && isDisputed(element)) {
                disputed.add(element);
            }
        }
        List<Element> standing = disputed.isEmpty() ? common : withDisputed(common, disputed);
        BitSet stands = Elements.numbers(standing);
        return Weave.of(
                standing, elements.all().subList(0, elements.inBase()), element -> stands.get(element.number()));
    }

    private static List<Element> withDisputed(List<Element> common, List<Element> disputed) {
        List<Element> kept = new ArrayList<>(common);
        kept.addAll(disputed);
        Runs<Element> ours = Runs.of(Elements.inOrder(kept, Element::ours), Element::isInAll);
        Runs<Element> theirs = Runs.of(Elements.inOrder(kept, Element::theirs), Element::isInAll);
        List<Element> standing = new ArrayList<>(inOrderOfBase(ours.after(null), theirs.after(null)));
        for (Element element : common) {
            standing.add(element);
            standing.addAll(inOrderOfBase(ours.after(element), theirs.after(element)));
        }
        return standing;
    }

    /** Whether one side removed what the other edited. */
    private boolean isDisputed(Element element) {
        boolean onOneSide = element.ours() >= 0 ^ element.theirs() >= 0;
        if (element.isAdded() || !onOneSide) {
            return false;
        }
        Trio there = at(element);
        return !taken.get(element.base())
                && !(element.ours() >= 0 ? there.ours() : there.theirs()).saysTheSameAs(there.base());
    }

    private static List<Element> inOrderOfBase(List<Element> ours, List<Element> theirs) {
        List<Element> both = new ArrayList<>(ours);
        both.addAll(theirs);
        both.sort(Comparator.comparingInt(Element::base));
        return both;
    }

    private @Nullable JsonValue merged(Element element) {
        if (element.isInAll() && isUntouched(element)) {
            return at.ours().elements().get(element.ours());
        }
        Trio there = at(element);
        return element.isAdded() || elements.identity().isEmpty() || !isRenamed(element, there)
                ? walk.merged(there)
                : renamed(element, there);
    }

    private boolean isRenamed(Element element, Trio there) {
        JsonValue name = elements.name(element);
        return !Fingerprint.same(name(element, there.ours()), name)
                || !Fingerprint.same(name(element, there.theirs()), name);
    }

    private @Nullable JsonValue renamed(Element element, Trio there) {
        JsonValue our = name(element, there.ours());
        JsonValue their = name(element, there.theirs());
        boolean byOurs = !Fingerprint.same(our, elements.name(element));
        boolean byTheirs = !Fingerprint.same(their, elements.name(element));
        JsonPointer identity = elements.identity().orElseThrow();
        return new Renaming(there, byOurs, byTheirs)
                .merged(ledger, value -> Renames.identified(value, identity, byOurs ? our : their))
                .value();
    }

    private boolean isUntouched(Element element) {
        JsonValue was = at.base().elements().get(element.base());
        return Fingerprint.same(at.ours().elements().get(element.ours()), was)
                && Fingerprint.same(at.theirs().elements().get(element.theirs()), was);
    }

    private JsonValue name(Element element, Spot side) {
        JsonValue value = side.value();
        return value == null
                ? elements.name(element)
                : value.find(elements.identity().orElseThrow()).orElseThrow();
    }

    /** What both sides have alike at its ends is there once; the rest must be what one of them left as it was. */
    private void add(Stretch stretch) {
        List<JsonValue> was = part(at.base(), stretch.base());
        List<JsonValue> our = part(at.ours(), stretch.ours());
        List<JsonValue> their = part(at.theirs(), stretch.theirs());
        Ends alike =
                Ends.of(our.size(), their.size(), (left, right) -> Fingerprint.same(our.get(left), their.get(right)));
        List<JsonValue> ourRest = our.subList(alike.front(), our.size() - alike.back());
        List<JsonValue> theirRest = their.subList(alike.front(), their.size() - alike.back());
        if (ourRest.isEmpty() && theirRest.isEmpty()) {
            contributed(By.BOTH);
            merged.addAll(our);
        } else if (theirRest.equals(was) && didAll(was, our, their)) {
            contributed(By.OURS);
            merged.addAll(our);
        } else if (ourRest.equals(was) && didAll(was, their, our)) {
            contributed(By.THEIRS);
            merged.addAll(their);
        } else if (ledger.decide(conflict(stretch)) instanceof JsonArray chosen) {
            merged.addAll(chosen.elements());
        }
    }

    /** Whether one side put in, and took out, every value that the other did, at least as often. */
    private static boolean didAll(List<JsonValue> was, List<JsonValue> one, List<JsonValue> other) {
        Classes classes = new Classes();
        int[] before = classes.of(was);
        int[] ones = classes.of(one);
        int[] others = classes.of(other);
        int[] byOne = new int[classes.count()];
        int[] byOther = new int[classes.count()];
        for (int value : before) {
            byOne[value]--;
            byOther[value]--;
        }
        for (int value : ones) {
            byOne[value]++;
        }
        for (int value : others) {
            byOther[value]++;
        }
        return IntStream.range(0, byOne.length)
                .allMatch(value -> byOther[value] == 0
                        || (byOther[value] > 0 ? byOne[value] >= byOther[value] : byOne[value] <= byOther[value]));
    }

    private void contributed(By by) {
        ledger.contributed(by, at.base(), by == By.THEIRS ? at.theirs() : at.ours());
    }

    private Conflict conflict(Stretch stretch) {
        return new Conflict(
                Kind.ELEMENTS,
                at.base().part(stretch.base(), new JsonArray(part(at.base(), stretch.base()))),
                at.ours().part(stretch.ours(), new JsonArray(part(at.ours(), stretch.ours()))),
                at.theirs().part(stretch.theirs(), new JsonArray(part(at.theirs(), stretch.theirs()))));
    }

    private static List<JsonValue> part(Spot state, Span span) {
        return state.elements().subList(span.from(), span.to());
    }

    private Trio at(Element element) {
        return at.element(element.base(), element.ours(), element.theirs());
    }
}
