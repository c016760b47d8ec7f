package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Merge.Clean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What holds for merges of arrays without identities, by all arrays of few values: with {@code -Dstet.merge.length=4} for
 * 1,771,561 cases.
 */
class SmallArraysTest {
    private static final List<String> VALUES = List.of("a", "b", "c");
    private static final int LENGTH = Integer.getInteger("stet.merge.length", 3);

    /** Three states of an array, and what they come to. */
    private record Case(List<String> base, List<String> ours, List<String> theirs, Optional<List<String>> merged) {
        static Case of(List<String> base, List<String> ours, List<String> theirs) {
            Merge merge = Merge.of(content(base), content(ours), content(theirs));
            return new Case(
                    base, ours, theirs, merge instanceof Clean clean ? Optional.of(strings(clean)) : Optional.empty());
        }

        Case mirrored() {
            return of(base, /* ours= */ theirs, /* theirs= */ ours);
        }

        private static Content content(List<String> values) {
            return Content.of(JsonObject.of(
                    "a", JsonArray.of(values.stream().map(JsonValue::of).toArray(JsonValue[]::new))));
        }

        private static List<String> strings(Clean clean) {
            return ((JsonArray) clean.content().root().find("a").orElseThrow())
                    .elements().stream()
                            .map(value -> ((JsonString) value).value())
                            .toList();
        }
    }

    @Test
    void theLawsHoldForAllSmallArrays() {
        List<List<String>> arrays = arrays();
        for (List<String> base : arrays) {
            for (List<String> ours : arrays) {
                for (List<String> theirs : arrays) {
                    Case each = Case.of(base, ours, theirs);
                    each.merged().ifPresent(merged -> holds(each, merged));
                }
            }
        }
    }

    private static void holds(Case each, List<String> merged) {
        for (String value : VALUES) {
            assertTrue(isAccountedFor(value, each, merged), () -> value + " in " + each);
        }
        assertEquals(each.merged(), each.mirrored().merged(), each::toString);
        onlyWhatBothPutInAlikeStandsOnce(each, merged);
        whatOneSideLeftAloneIsAsTheOtherHasIt(each, merged);
    }

    /** No more and no less often than base and both sides' own additions and removals account for. */
    private static boolean isAccountedFor(String value, Case each, List<String> merged) {
        int base = count(value, each.base());
        int ours = count(value, each.ours()) - base;
        int theirs = count(value, each.theirs()) - base;
        int change = count(value, merged) - base;
        boolean newOnce = base == 0 && ours == 1 && theirs == 1;
        return change <= (newOnce ? 1 : Math.max(0, ours) + Math.max(0, theirs))
                && change >= Math.min(0, ours) + Math.min(0, theirs)
                && (ours != 0 || change == theirs)
                && (theirs != 0 || change == ours);
    }

    /** One side only put something in, and the other has the same there, and as much as ever of what was there before. */
    private static void onlyWhatBothPutInAlikeStandsOnce(Case each, List<String> merged) {
        standsOnce(each.base(), each.ours(), each.theirs(), merged, each);
        standsOnce(each.base(), each.theirs(), each.ours(), merged, each);
        standsOnce(reversed(each.base()), reversed(each.ours()), reversed(each.theirs()), reversed(merged), each);
        standsOnce(reversed(each.base()), reversed(each.theirs()), reversed(each.ours()), reversed(merged), each);
    }

    private static void standsOnce(
            List<String> base, List<String> one, List<String> other, List<String> merged, Case each) {
        int front = common(base, one);
        int size = one.size() - base.size();
        if (size > 0 && one.subList(front + size, one.size()).equals(base.subList(front, base.size()))) {
            boolean alike = other.size() >= front + size
                    && other.subList(0, front + size).equals(one.subList(0, front + size))
                    && common(base, other, 0, 0) == front + common(base, other, front, front + size)
                    && VALUES.stream()
                            .allMatch(value -> count(value, other) - count(value, base)
                                    >= count(value, one.subList(front, front + size)));
            assertTrue(!alike || merged.equals(other), each::toString);
        }
    }

    /** Where both sides kept an element that is there once, and each changed only what is on its own side of it. */
    private static void whatOneSideLeftAloneIsAsTheOtherHasIt(Case each, List<String> merged) {
        List<List<String>> right = new ArrayList<>();
        apart(each.base(), each.ours(), each.theirs(), right);
        apart(each.base(), each.theirs(), each.ours(), right);
        assertTrue(right.isEmpty() || right.contains(merged), () -> each + " but " + right);
    }

    private static void apart(List<String> base, List<String> one, List<String> other, List<List<String>> right) {
        int behind = common(reversed(base), reversed(one));
        int before = common(base, other);
        for (int i = Math.max(0, base.size() - behind); i < Math.min(before, base.size()); i++) {
            String kept = base.get(i);
            if (count(kept, base) > 1 || count(kept, one) > 1 || count(kept, other) > 1) {
                continue;
            }
            List<String> merged = new ArrayList<>(one.subList(0, one.size() - (base.size() - i)));
            merged.addAll(other.subList(i, other.size()));
            right.add(merged);
        }
    }

    private static int common(List<String> one, List<String> other) {
        int front = 0;
        while (front < Math.min(one.size(), other.size()) && one.get(front).equals(other.get(front))) {
            front++;
        }
        return front;
    }

    /** The length of a longest common subsequence. */
    private static int common(List<String> one, List<String> other, int i, int j) {
        if (i == one.size() || j == other.size()) {
            return 0;
        }
        return one.get(i).equals(other.get(j))
                ? 1 + common(one, other, i + 1, j + 1)
                : Math.max(common(one, other, i + 1, j), common(one, other, i, j + 1));
    }

    private static List<String> reversed(List<String> values) {
        List<String> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        return reversed;
    }

    private static int count(String value, List<String> values) {
        return Collections.frequency(values, value);
    }

    private static List<List<String>> arrays() {
        List<List<String>> arrays = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < arrays.size() && arrays.get(i).size() < LENGTH; i++) {
            for (String value : VALUES) {
                List<String> longer = new ArrayList<>(arrays.get(i));
                longer.add(value);
                arrays.add(longer);
            }
        }
        return arrays;
    }
}
