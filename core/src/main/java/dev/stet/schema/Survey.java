package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Looks over a value before anything else does: how deep it nests, and how long its numbers get. Does not recur. */
final class Survey {

    private record Seen(JsonPointer place, JsonValue value, int depth) {}

    private final int maxDepth;
    private final Deque<Seen> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();

    private Survey(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** What makes the value unfit for a check, the first {@link Limits#FINDINGS} of it; empty when it may be checked. */
    static List<Finding> findings(JsonValue value, int maxDepth) {
        Survey survey = new Survey(maxDepth);
        survey.open.push(new Seen(JsonPointer.ROOT, value, 0));
        while (!survey.open.isEmpty() && survey.findings.size() < Limits.FINDINGS) {
            survey.look(survey.open.pop());
        }
        return survey.findings;
    }

    private void look(Seen seen) {
        JsonValue value = seen.value();
        if (value.isContainer() && seen.depth() == maxDepth) {
            add(
                    seen,
                    "too-deep",
                    "expected at most " + maxDepth + " levels of nesting where a schema is, found more;"
                            + " flatten the structure");
        } else if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> push(seen, seen.place().append(name), member));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                push(seen, seen.place().append(i), array.elements().get(i));
            }
        } else if (value instanceof JsonNumber number && isTooLong(number)) {
            add(
                    seen,
                    "too-long",
                    "expected a number of at most " + Limits.WRITTEN_OUT + " digits when it is written out,"
                            + " found a longer one; write it as a string");
        }
    }

    private void push(Seen around, JsonPointer place, JsonValue value) {
        if (!isPlain(value)) {
            open.push(new Seen(place, value, around.depth() + 1));
        }
    }

    private static boolean isPlain(JsonValue value) {
        return !value.isContainer() && !(value instanceof JsonNumber);
    }

    private static boolean isTooLong(JsonNumber number) {
        if (number.digits() > Limits.WRITTEN_OUT) {
            return true;
        }
        BigDecimal value = number.value();
        long scale = value.scale();
        long writtenOut = Math.max(value.precision() - scale, 1) + Math.max(scale, 0);
        return writtenOut > Limits.WRITTEN_OUT;
    }

    private void add(Seen seen, String rule, String message) {
        findings.add(new Finding(seen.place(), rule, message));
    }
}
