package dev.stet.merge;

import dev.stet.align.Alignment;
import dev.stet.align.Classes;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Which elements of three states of an array are the same one.
 *
 * @param all every element once: those of the base in its order, then what ours added, then what theirs added
 * @param inBase how many of them are in the base
 * @param identity the member that identifies them; empty when they were matched by what they say
 */
record Elements(List<Element> all, int inBase, Optional<JsonPointer> identity) {
    /**
     * One element by its index in each of the three, negative where it is not.
     *
     * @param number its place among all, which alone tells it from others
     * @param name its identity; for elements without, the index in the base, or -1
     */
    record Element(int number, int base, int ours, int theirs, JsonValue name) {
        boolean isInAll() {
            return base >= 0 && ours >= 0 && theirs >= 0;
        }

        boolean isAdded() {
            return base < 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Element that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    static Elements of(Trio at, Identities identities) {
        JsonArray base = new JsonArray(at.base().elements());
        JsonArray ours = new JsonArray(at.ours().elements());
        JsonArray theirs = new JsonArray(at.theirs().elements());
        Optional<JsonPointer> member = identities.member(at.base().at().pointer(), List.of(base, ours, theirs));
        return new Elements(
                member.map(known -> byIdentity(base, ours, theirs, known))
                        .orElseGet(() -> byAlignment(base, ours, theirs)),
                base.elements().size(),
                member);
    }

    private static List<Element> byIdentity(JsonArray base, JsonArray ours, JsonArray theirs, JsonPointer member) {
        Classes classes = new Classes();
        List<JsonValue> names = new ArrayList<>();
        List<int[]> states = new ArrayList<>();
        for (JsonArray state : List.of(base, ours, theirs)) {
            int known = classes.count();
            List<JsonValue> here = names(state, member);
            int[] numbers = classes.of(here);
            states.add(numbers);
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] >= known) {
                    names.add(here.get(i));
                }
            }
        }
        int[] inBase = places(states.get(0), names.size());
        int[] inOurs = places(states.get(1), names.size());
        int[] inTheirs = places(states.get(2), names.size());
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(new Element(i, inBase[i], inOurs[i], inTheirs[i], names.get(i)));
        }
        return all;
    }

    /** Where each of so many names stands in a state. */
    private static int[] places(int[] names, int count) {
        int[] places = new int[count];
        Arrays.fill(places, -1);
        for (int i = 0; i < names.length; i++) {
            places[names[i]] = i;
        }
        return places;
    }

    private static List<JsonValue> names(JsonArray state, JsonPointer member) {
        return state.elements().stream()
                .map(element -> element.find(member).orElseThrow())
                .toList();
    }

    /** What both added is not taken for the same here. */
    private static List<Element> byAlignment(JsonArray base, JsonArray ours, JsonArray theirs) {
        Alignment toOurs = Alignment.byEquality(base, ours);
        Alignment toTheirs = Alignment.byEquality(base, theirs);
        int[] inOurs = counterparts(base, toOurs);
        int[] inTheirs = counterparts(base, toTheirs);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < inOurs.length; i++) {
            all.add(new Element(i, i, inOurs[i], inTheirs[i], JsonValue.of(i)));
        }
        toOurs.added().forEach(i -> all.add(new Element(all.size(), -1, i, -1, JsonValue.of(-1))));
        toTheirs.added().forEach(i -> all.add(new Element(all.size(), -1, -1, i, JsonValue.of(-1))));
        return all;
    }

    private static int[] counterparts(JsonArray base, Alignment alignment) {
        int[] found = new int[base.elements().size()];
        Arrays.fill(found, -1);
        alignment.pairs().forEach(pair -> found[pair.from()] = pair.to());
        return found;
    }

    /** Those that are in a state, in the order they have there. */
    static List<Element> inOrder(List<Element> elements, ToIntFunction<Element> index) {
        return elements.stream()
                .filter(element -> index.applyAsInt(element) >= 0)
                .sorted(Comparator.comparingInt(index))
                .toList();
    }
}
