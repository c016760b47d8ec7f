package dev.stet.merge;

import dev.stet.align.Alignment;
import dev.stet.align.Classes;
import dev.stet.align.Renames;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of three states of an array are the same one.
 *
 * @param all every element once: those of the base in its order, then what ours added, then what theirs added
 * @param inBase how many of them are in the base
 * @param identity the member that identifies them; empty when they were matched by what they say
 * @param names the identity of each element; none when they were matched by what they say
 * @param values what their values are, where they were matched by these
 * @param isRenewed whether both sides gave all of several elements other identities, which say nothing about which is which
 */
record Elements(
        List<Element> all,
        int inBase,
        Optional<JsonPointer> identity,
        List<JsonValue> names,
        Optional<Values> values,
        boolean isRenewed) {
    /** The elements of the three as numbers that are the same for the same values. */
    static final class Values {
        final int[] base;
        final int[] ours;
        final int[] theirs;

        private Values(JsonArray base, JsonArray ours, JsonArray theirs) {
            Classes classes = new Classes();
            this.base = classes.of(base.elements());
            this.ours = classes.of(ours.elements());
            this.theirs = classes.of(theirs.elements());
        }
    }

    /**
     * One element by its index in each of the three, negative where it is not.
     *
     * @param number its place among all, which alone tells it from others
     */
    record Element(int number, int base, int ours, int theirs) {
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
        return identities
                .member(at.base().at(), List.of(base, ours, theirs))
                .map(member -> byIdentity(base, ours, theirs, member))
                .orElseGet(() -> byAlignment(base, ours, theirs));
    }

    /** The identity of an element; of one without, its index in the base, or -1. */
    JsonValue name(Element element) {
        return identity.isPresent() ? names.get(element.number()) : JsonValue.of(element.base());
    }

    /** The numbers of some elements. */
    static BitSet numbers(List<Element> elements) {
        BitSet numbers = new BitSet();
        elements.forEach(element -> numbers.set(element.number()));
        return numbers;
    }

    private static Elements byIdentity(JsonArray base, JsonArray ours, JsonArray theirs, JsonPointer member) {
        Classes classes = new Classes();
        List<JsonValue> names = new ArrayList<>();
        int[] baseNames = numbered(base, member, classes, names);
        int[] ourNames = numbered(ours, member, classes, names);
        int[] theirNames = numbered(theirs, member, classes, names);
        int[] inBase = places(baseNames, names.size());
        int[] inOurs = places(ourNames, names.size());
        int[] inTheirs = places(theirNames, names.size());
        int size = baseNames.length;
        Renamed ourRenames = Renamed.of(base, ours, member, inTheirs, ourNames);
        Renamed theirRenames = Renamed.of(base, theirs, member, inOurs, theirNames);
        for (int i = 0; i < size; i++) {
            boolean both = inOurs[i] < 0 && inTheirs[i] < 0 && ourRenames.to(i) >= 0 && theirRenames.to(i) >= 0;
            ourRenames.carryOut(i, both, inOurs, ourNames);
            theirRenames.carryOut(i, both, inTheirs, theirNames);
        }
        List<Element> all = new ArrayList<>();
        List<JsonValue> there = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i < size || inOurs[i] >= 0 || inTheirs[i] >= 0) {
                all.add(new Element(all.size(), inBase[i], inOurs[i], inTheirs[i]));
                there.add(names.get(i));
            }
        }
        boolean renewed = size > 1 && areNew(ourNames, size) && areNew(theirNames, size + ourNames.length);
        return new Elements(all, size, Optional.of(member), there, Optional.empty(), renewed);
    }

    /**
     * The names of a state as numbers, those of names not met before from {@code names.size()} on.
     *
     * @param names by their numbers; those not met before are added
     */
    private static int[] numbered(JsonArray state, JsonPointer member, Classes classes, List<JsonValue> names) {
        List<JsonValue> here = Alignment.names(state, member);
        int[] numbers = classes.of(here);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == names.size()) {
                names.add(here.get(i));
            }
        }
        return numbers;
    }

    /** Whether there are names, and none of them was met before. */
    private static boolean areNew(int[] names, int known) {
        return names.length > 0 && Arrays.stream(names).allMatch(name -> name >= known);
    }

    /**
     * Under which other identity one side has elements of the base.
     *
     * @param places the index in that side, by the index in the base; -1 for none
     * @param certain which of them say the same besides
     */
    private record Renamed(List<Integer> places, BitSet certain) {
        /**
         * @param inOther where the other side has each identity: what it has too is no name for something else
         * @param numbers the identity of each element of this side
         */
        static Renamed of(JsonArray base, JsonArray side, JsonPointer member, int[] inOther, int[] numbers) {
            List<Integer> places =
                    new ArrayList<>(Collections.nCopies(base.elements().size(), -1));
            BitSet certain = new BitSet();
            for (Alignment.Pair pair :
                    Alignment.byIdentityOrPlace(base, side, member).pairs()) {
                JsonValue before = base.elements().get(pair.from());
                JsonValue after = side.elements().get(pair.to());
                if (numbers[pair.to()] != pair.from() && inOther[numbers[pair.to()]] < 0) {
                    places.set(pair.from(), pair.to());
                    certain.set(pair.from(), Renames.sameBut(member, before, after));
                }
            }
            return new Renamed(places, certain);
        }

        int to(int base) {
            return places.get(base);
        }

        /**
         * Has an element of the base stand where its side has it under another name, where that is certain, or both sides did.
         *
         * @param in where this side has each name
         * @param numbers the identity of each element of this side
         */
        void carryOut(int base, boolean both, int[] in, int[] numbers) {
            int to = places.get(base);
            if (in[base] < 0 && to >= 0 && (both || certain.get(base))) {
                in[base] = to;
                in[numbers[to]] = -1;
            }
        }
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

    /** What both added is not taken for the same here. */
    private static Elements byAlignment(JsonArray base, JsonArray ours, JsonArray theirs) {
        Values values = new Values(base, ours, theirs);
        Alignment toOurs = Alignment.byEquality(base, values.base, ours, values.ours);
        Alignment toTheirs = Alignment.byEquality(base, values.base, theirs, values.theirs);
        int[] inOurs = counterparts(base, toOurs);
        int[] inTheirs = counterparts(base, toTheirs);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < inOurs.length; i++) {
            all.add(new Element(i, i, inOurs[i], inTheirs[i]));
        }
        toOurs.added().forEach(i -> all.add(new Element(all.size(), -1, i, -1)));
        toTheirs.added().forEach(i -> all.add(new Element(all.size(), -1, -1, i)));
        return new Elements(all, inOurs.length, Optional.empty(), List.of(), Optional.of(values), false);
    }

    private static int[] counterparts(JsonArray base, Alignment alignment) {
        int[] found = new int[base.elements().size()];
        Arrays.fill(found, -1);
        alignment.pairs().forEach(pair -> found[pair.from()] = pair.to());
        return found;
    }

    /** Those that are in a state, in the order they have there. */
    static List<Element> inOrder(List<Element> elements, ToIntFunction<Element> index) {
        int end = 0;
        for (Element element : elements) {
            end = Math.max(end, index.applyAsInt(element) + 1);
        }
        @Nullable Element[] placed = new Element[end];
        for (Element element : elements) {
            if (index.applyAsInt(element) >= 0) {
                placed[index.applyAsInt(element)] = element;
            }
        }
        List<Element> ordered = new ArrayList<>(elements.size());
        for (Element element : placed) {
            if (element != null) {
                ordered.add(element);
            }
        }
        return ordered;
    }
}
