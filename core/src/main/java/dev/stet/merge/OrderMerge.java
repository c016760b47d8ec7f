package dev.stet.merge;

import dev.stet.align.Lines;
import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonValue;
import dev.stet.error.InvalidInputException;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Regions.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the order of those elements that all three states of an array have. When both sides reordered them, it is merged
 * stretch by stretch, as long as nobody moved what the other side moved elsewhere.
 */
final class OrderMerge {
    private final Ledger ledger;
    private final Trio at;
    private final Elements elements;
    private final List<Element> base;
    private final List<Element> ours;
    private final List<Element> theirs;

    OrderMerge(Ledger ledger, Trio at, Elements elements) {
        this.ledger = ledger;
        this.at = at;
        this.elements = elements;
        this.base = elements.all().stream().filter(Element::isInAll).toList();
        this.ours = Elements.inOrder(base, Element::ours);
        this.theirs = Elements.inOrder(base, Element::theirs);
    }

    List<Element> ordered() {
        boolean ourMove = !ours.equals(base);
        boolean theirMove = !theirs.equals(base);
        if (ourMove && ours.equals(theirs)) {
            ledger.contributed(By.BOTH, at.base(), at.ours());
            return ours;
        }
        List<Element> ordered = base;
        if (ourMove && theirMove) {
            ordered = stretchByStretch();
            if (ordered.size() != base.size() || Elements.numbers(ordered).cardinality() != base.size()) {
                return decided();
            }
        } else if (ourMove || theirMove) {
            ordered = ourMove ? ours : theirs;
        }
        if (ourMove) {
            ledger.contributed(By.OURS, at.base(), at.ours());
        }
        if (theirMove) {
            ledger.contributed(By.THEIRS, at.base(), at.theirs());
        }
        return ordered;
    }

    /** The merged order; something that is no order of these elements where the sides are in each other's way. */
    private List<Element> stretchByStretch() {
        List<Element> ordered = new ArrayList<>();
        List<Integer> places = places(base);
        for (Region region : Regions.of(
                base.size(),
                Lines.chunksOfNumbers(places, places(ours)),
                Lines.chunksOfNumbers(places, places(theirs)),
                Regions::overlap)) {
            List<Element> our = ours.subList(region.ours().from(), region.ours().to());
            List<Element> their =
                    theirs.subList(region.theirs().from(), region.theirs().to());
            switch (region.by()) {
                case THEIRS -> ordered.addAll(their);
                case BOTH -> {
                    if (!our.equals(their)) {
                        return List.of();
                    }
                    ordered.addAll(our);
                }
                default -> ordered.addAll(our);
            }
        }
        return ordered;
    }

    private List<Element> decided() {
        JsonValue decided = ledger.decide(new Conflict(
                Kind.ORDER,
                at.base().part(names(base)),
                at.ours().part(names(ours)),
                at.theirs().part(names(theirs))));
        return decided instanceof JsonArray chosen ? inOrderOf(chosen) : ours;
    }

    private List<Element> inOrderOf(JsonArray names) {
        Map<Object, Element> named = new HashMap<>();
        base.forEach(element -> named.put(Fingerprint.key(elements.name(element)), element));
        List<Element> ordered = new ArrayList<>();
        for (JsonValue name : names.elements()) {
            Element element = named.remove(Fingerprint.key(name));
            if (element != null) {
                ordered.add(element);
            }
        }
        if (ordered.size() != names.elements().size() || !named.isEmpty()) {
            throw new InvalidInputException(
                    "order that resolves " + at.ours().at(),
                    "an array of exactly these, in any order: " + names(base).toJson(),
                    names.toJson());
        }
        return ordered;
    }

    private static List<Integer> places(List<Element> elements) {
        return elements.stream().map(Element::base).toList();
    }

    private JsonArray names(List<Element> those) {
        return new JsonArray(those.stream().map(elements::name).toList());
    }
}
