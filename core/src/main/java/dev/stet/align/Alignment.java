package dev.stet.align;

import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which elements of one state of an array are which elements of another: every element is in exactly one pair, or removed,
 * or added. The same for the same arrays, always. Immutable.
 *
 * <p>Where a member identifies the elements of both states, those with the same are a pair, and those that say the same under
 * another. Otherwise pairs are the equal
 * elements of a longest common subsequence, then equal elements that are left over, then left over elements that stand in
 * the same gap and are alike or stand there alone. Time is linear in the content and at worst {@value Subsequence#MOST_CELLS} steps for each
 * gap; beyond that, the subsequence may not be the longest.
 */
public final class Alignment {

    /**
     * One element in both states.
     *
     * @param from its index in the earlier state
     * @param to its index in the later state
     * @param moved whether it stands elsewhere among the elements that both states have; as few as possible are said to
     *     have moved
     */
    public record Pair(int from, int to, boolean moved) {}

    private final List<Pair> pairs;
    private final List<Integer> removed;
    private final List<Integer> added;
    private final Optional<JsonPointer> identity;

    private Alignment(int[] toFrom, int size, Optional<JsonPointer> identity) {
        this.pairs = pairs(toFrom);
        this.removed = unmatched(inverse(toFrom, size));
        this.added = unmatched(toFrom);
        this.identity = identity;
    }

    /** Aligns two states of the array at a place: by a member that identifies the elements of both, otherwise by equality. */
    public static Alignment of(JsonArray from, JsonArray to, JsonPointer place, Identities identities) {
        return identities
                .member(place, List.of(from, to))
                .map(member -> byIdentity(from, to, member))
                .orElseGet(() -> byEquality(from, to));
    }

    /**
     * Aligns by a member that identifies the elements of both states: see {@link Identities#member}. Of those that are in one
     * state only, elements that say the same besides, and then those that stand in one gap and are alike, are the same under
     * another identity.
     */
    public static Alignment byIdentity(JsonArray from, JsonArray to, JsonPointer member) {
        return byIdentity(from, to, member, Leftovers.Pairing.ALIKE);
    }

    /** The same; and of elements with nothing alike between them, as many before as after are taken for the same ones. */
    public static Alignment byIdentityOrPlace(JsonArray from, JsonArray to, JsonPointer member) {
        return byIdentity(from, to, member, Leftovers.Pairing.ALIKE_OR_ALONE);
    }

    private static Alignment byIdentity(JsonArray from, JsonArray to, JsonPointer member, Leftovers.Pairing pairing) {
        Classes classes = new Classes();
        int[] before = classes.of(names(from, member));
        int[] after = classes.of(names(to, member));
        int[] toFrom = Leftovers.sameClass(before, after);
        if (Arrays.stream(toFrom).filter(each -> each >= 0).count() < Math.min(before.length, after.length)) {
            List<JsonValue> fromRests = Renames.rests(from, member);
            List<JsonValue> toRests = Renames.rests(to, member);
            Classes rests = new Classes();
            int[] restsBefore = rests.of(fromRests);
            Leftovers.matchEqual(restsBefore, rests.of(toRests), toFrom);
            Leftovers.matchAlike(fromRests, toRests, toFrom, pairing);
        }
        return new Alignment(toFrom, before.length, Optional.of(member));
    }

    /** Aligns by what the elements say and by their order. */
    public static Alignment byEquality(JsonArray from, JsonArray to) {
        Classes classes = new Classes();
        return byEquality(from, classes.of(from.elements()), to, classes.of(to.elements()));
    }

    /**
     * The same of elements that are numbered already.
     *
     * @param before the numbers of the earlier ones, by the {@link Classes} that numbered the later ones
     * @param after the numbers of the later ones
     */
    public static Alignment byEquality(JsonArray from, int[] before, JsonArray to, int[] after) {
        int[] toFrom = Subsequence.longest(before, after);
        Leftovers.matchEqual(before, after, toFrom);
        Leftovers.matchAlike(from.elements(), to.elements(), toFrom, Leftovers.Pairing.ALIKE_OR_ALONE);
        return new Alignment(toFrom, before.length, Optional.empty());
    }

    /** The elements that both states have, in the order of the later state; immutable. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Indices in the earlier state of what only that has, ascending; immutable. */
    public List<Integer> removed() {
        return removed;
    }

    /** Indices in the later state of what only that has, ascending; immutable. */
    public List<Integer> added() {
        return added;
    }

    /** The member by which elements were matched; empty when it was by what they say. */
    public Optional<JsonPointer> identity() {
        return identity;
    }

    /** By what the elements of an array are known: the value of the member that identifies each. */
    public static List<JsonValue> names(JsonArray array, JsonPointer member) {
        return array.elements().stream()
                .map(element -> element.find(member).orElseThrow())
                .toList();
    }

    private static List<Pair> pairs(int[] toFrom) {
        boolean[] stays = Increasing.longest(toFrom);
        List<Pair> pairs = new ArrayList<>();
        for (int to = 0; to < toFrom.length; to++) {
            if (toFrom[to] >= 0) {
                pairs.add(new Pair(toFrom[to], to, !stays[to]));
            }
        }
        return List.copyOf(pairs);
    }

    private static int[] inverse(int[] toFrom, int size) {
        int[] fromTo = Leftovers.nothing(size);
        for (int to = 0; to < toFrom.length; to++) {
            if (toFrom[to] >= 0) {
                fromTo[toFrom[to]] = to;
            }
        }
        return fromTo;
    }

    private static List<Integer> unmatched(int[] matches) {
        List<Integer> unmatched = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] < 0) {
                unmatched.add(i);
            }
        }
        return List.copyOf(unmatched);
    }
}
