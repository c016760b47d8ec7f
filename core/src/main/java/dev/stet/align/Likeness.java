package dev.stet.align;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.Map;

/** How much two values have in common, from 0 to 1,000, seen from outside: at no more than a bounded part of it. */
final class Likeness {

    /** From here on, one value passes for an edit of the other. */
    static final int ENOUGH = 550;

    private static final int ALL = 1_000;
    private static final int MOST_MEMBERS = 256;
    private static final int MOST_TEXT = 2_048;

    private Likeness() {}

    static boolean sameKind(JsonValue one, JsonValue other) {
        return one.getClass() == other.getClass();
    }

    static int of(JsonValue one, JsonValue other) {
        if (one instanceof JsonObject left && other instanceof JsonObject right) {
            return ofMembers(left, right);
        }
        if (one instanceof JsonArray left && other instanceof JsonArray right) {
            return ofElements(left.elements(), right.elements());
        }
        if (one instanceof JsonString left && other instanceof JsonString right) {
            return ofText(left.value(), right.value());
        }
        return 0;
    }

    private static int ofMembers(JsonObject one, JsonObject other) {
        long common = 0;
        int looked = 0;
        for (Map.Entry<String, JsonValue> member : one.members().entrySet()) {
            JsonValue counterpart = other.members().get(member.getKey());
            if (counterpart != null) {
                common += ofChild(member.getValue(), counterpart);
            }
            if (++looked == MOST_MEMBERS) {
                break;
            }
        }
        int most = Math.max(one.members().size(), other.members().size());
        return most == 0 ? ALL : (int) (common / Math.min(most, MOST_MEMBERS));
    }

    /** Texts as far as they begin and end alike; other containers, unless they are equal, half. */
    private static int ofChild(JsonValue one, JsonValue other) {
        if (Fingerprint.same(one, other)) {
            return ALL;
        }
        if (one instanceof JsonString left && other instanceof JsonString right) {
            return ofText(left.value(), right.value());
        }
        return one.isContainer() && sameKind(one, other) ? ALL / 2 : 0;
    }

    private static int ofElements(List<JsonValue> one, List<JsonValue> other) {
        return inCommon(
                one.size(),
                other.size(),
                MOST_MEMBERS,
                (left, right) -> Fingerprint.same(one.get(left), other.get(right)));
    }

    private static int ofText(String one, String other) {
        return inCommon(
                one.length(), other.length(), MOST_TEXT, (left, right) -> one.charAt(left) == other.charAt(right));
    }

    /** What two sequences have in common at their ends, looking at no more than so many parts from either. */
    private static int inCommon(int one, int other, int most, Ends.Parts parts) {
        Ends ends = Ends.of(one, other, most, parts);
        int whole = Math.min(Math.max(one, other), 2 * most);
        return whole == 0 ? ALL : (int) ((long) (ends.front() + ends.back()) * ALL / whole);
    }
}
