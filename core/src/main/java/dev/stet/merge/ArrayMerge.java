package dev.stet.merge;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Gaps.Gap;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private final Additions additions = new Additions();
    private final List<JsonValue> merged = new ArrayList<>();

    ArrayMerge(Walk walk, Ledger ledger, Trio at, Elements elements) {
        this.walk = walk;
        this.ledger = ledger;
        this.at = at;
        this.elements = elements;
    }

    JsonArray merged() {
        boolean named = elements.identity().isPresent();
        List<Element> line = line();
        Gaps gaps = named ? Gaps.byPlace(elements) : Gaps.byStretch(elements);
        for (int i = -1; i < line.size(); i++) {
            int base = i < 0 ? -1 : line.get(i).base();
            if (i >= 0) {
                add(line.get(i));
            }
            Gap gap = gaps.behind(base);
            if (named) {
                addAll(additions.woven(gap.ours(), gap.theirs()));
            } else {
                addStretch(gap);
            }
        }
        return new JsonArray(merged);
    }

    /** All elements of the base in their merged order; those that are gone where they were. */
    private List<Element> line() {
        List<Element> common = new OrderMerge(ledger, at, elements).ordered();
        Set<Element> inAll = new HashSet<>(common);
        List<Element> disputed = new ArrayList<>();
        for (Element element : elements.all()) {
            if (!inAll.contains(element) && isDisputed(element)) {
                disputed.add(element);
            }
        }
        List<Element> standing = disputed.isEmpty() ? common : withDisputed(common, inAll, disputed);
        return Weave.of(standing, elements.all().subList(0, elements.inBase()));
    }

    private static List<Element> withDisputed(List<Element> common, Set<Element> inAll, List<Element> disputed) {
        List<Element> kept = new ArrayList<>(common);
        kept.addAll(disputed);
        Runs<Element> ours = Runs.of(Elements.inOrder(kept, Element::ours), inAll::contains);
        Runs<Element> theirs = Runs.of(Elements.inOrder(kept, Element::theirs), inAll::contains);
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
        return !(element.ours() >= 0 ? there.ours() : there.theirs()).saysTheSameAs(there.base());
    }

    private static List<Element> inOrderOfBase(List<Element> ours, List<Element> theirs) {
        List<Element> both = new ArrayList<>(ours);
        both.addAll(theirs);
        both.sort(Comparator.comparingInt(Element::base));
        return both;
    }

    private void addAll(Collection<Element> run) {
        for (Element element : run) {
            add(element);
        }
    }

    private void add(Element element) {
        JsonValue value = walk.merged(at(element));
        if (value != null) {
            merged.add(value);
        }
    }

    /** What was added at one place. Where both sides did, they must have added the same. */
    private void addStretch(Gap gap) {
        if (gap.ours().isEmpty() || gap.theirs().isEmpty()) {
            addAll(gap.ours());
            addAll(gap.theirs());
            return;
        }
        JsonArray our = values(gap.ours(), at.ours(), true);
        JsonArray their = values(gap.theirs(), at.theirs(), false);
        if (our.equals(their)) {
            gap.ours()
                    .forEach(element -> ledger.contributed(
                            By.BOTH, at(element).base(), at(element).ours()));
            merged.addAll(our.elements());
            return;
        }
        JsonValue decided = ledger.decide(new Conflict(
                Kind.ELEMENTS,
                at.base().part(gap.base(), removed(gap.base())),
                at.ours().part(span(gap.ours(), true), our),
                at.theirs().part(span(gap.theirs(), false), their)));
        if (decided instanceof JsonArray chosen) {
            merged.addAll(chosen.elements());
        }
    }

    /** What a stretch of the base held that is not there any more. */
    private JsonArray removed(Span base) {
        return new JsonArray(elements.all().subList(base.from(), base.to()).stream()
                .filter(element -> !element.isInAll() && !isDisputed(element))
                .map(element -> at.base().elements().get(element.base()))
                .toList());
    }

    private static JsonArray values(List<Element> run, Spot side, boolean ours) {
        return new JsonArray(run.stream()
                .map(element -> side.elements().get(ours ? element.ours() : element.theirs()))
                .toList());
    }

    private static Span span(List<Element> run, boolean ours) {
        Element first = run.get(0);
        Element last = run.get(run.size() - 1);
        return ours ? new Span(first.ours(), last.ours() + 1) : new Span(first.theirs(), last.theirs() + 1);
    }

    private Trio at(Element element) {
        return at.element(element.base(), element.ours(), element.theirs());
    }
}
