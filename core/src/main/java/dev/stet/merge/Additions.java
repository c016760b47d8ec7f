package dev.stet.merge;

import dev.stet.content.JsonNumber;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts elements with an identity that were added in order. What the two sides added at the same place comes in the order of
 * the identities, so that it is the same whichever side is ours; what both added at different places stands at the first.
 */
final class Additions {
    private final Elements elements;
    private final BitSet placed = new BitSet();

    Additions(Elements elements) {
        this.elements = elements;
    }

    /** What both sides added at one place, but what was placed before. */
    List<Element> woven(List<Element> ours, List<Element> theirs) {
        List<Element> our = unplaced(ours);
        List<Element> their = unplaced(theirs);
        List<Element> both = our.isEmpty() || their.isEmpty() ? joined(our, their) : wovenAtShared(our, their);
        placed.or(Elements.numbers(both));
        return both;
    }

    private List<Element> unplaced(List<Element> run) {
        return run.stream().filter(element -> !placed.get(element.number())).toList();
    }

    private List<Element> wovenAtShared(List<Element> our, List<Element> their) {
        List<Element> shared =
                our.stream().filter(new HashSet<>(their)::contains).toList();
        Predicate<Element> isShared = new HashSet<>(shared)::contains;
        if (!shared.equals(their.stream().filter(isShared).toList())) {
            return new ArrayList<>(new LinkedHashSet<>(joined(our, their)));
        }
        Runs<Element> ourRuns = Runs.of(our, isShared);
        Runs<Element> theirRuns = Runs.of(their, isShared);
        List<Element> woven = new ArrayList<>(joined(ourRuns.after(null), theirRuns.after(null)));
        for (Element element : shared) {
            woven.add(element);
            woven.addAll(joined(ourRuns.after(element), theirRuns.after(element)));
        }
        return woven;
    }

    /** One after the other. */
    private List<Element> joined(List<Element> our, List<Element> their) {
        boolean oursFirst =
                their.isEmpty() || (!our.isEmpty() && isBefore(elements.name(our.get(0)), elements.name(their.get(0))));
        List<Element> joined = new ArrayList<>(oursFirst ? our : their);
        joined.addAll(oursFirst ? their : our);
        return joined;
    }

    /** Numbers come before texts. */
    private static boolean isBefore(JsonValue one, JsonValue other) {
        if (one instanceof JsonNumber left && other instanceof JsonNumber right) {
            return left.value().compareTo(right.value()) < 0;
        }
        if (one instanceof JsonString left && other instanceof JsonString right) {
            return left.value().compareTo(right.value()) < 0;
        }
        return one instanceof JsonNumber;
    }
}
