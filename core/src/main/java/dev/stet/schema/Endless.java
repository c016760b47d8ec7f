package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.shown.Shown;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Looks for schemas that apply to a value again and again without ever going into it, or too often in a row. Recursion that
 * goes into members or elements is not meant: that ends where the value does.
 */
final class Endless {

    private final Map<Subschema, Integer> rows = new HashMap<>();
    private final Map<Subschema, Step> open = new HashMap<>();
    private final Deque<Step> path = new ArrayDeque<>();

    private static final class Step {
        private final Subschema schema;
        private final Iterator<Subschema> further;
        private int row = 1;

        Step(Subschema schema) {
            this.schema = schema;
            this.further = schema.here().iterator();
        }
    }

    private Endless() {}

    /** The first such schema, if there is one. */
    static List<Finding> findings(Collection<Subschema> schemas) {
        Endless search = new Endless();
        for (Subschema schema : schemas) {
            List<Finding> found = search.from(schema);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Finding> from(Subschema start) {
        enter(start);
        while (!path.isEmpty()) {
            Step step = path.getLast();
            if (!step.further.hasNext()) {
                leave(step);
                if (step.row > Limits.IN_A_ROW) {
                    return List.of(tooMany(step.schema));
                }
                continue;
            }
            Subschema next = step.further.next();
            if (open.containsKey(next)) {
                return List.of(endless(step.schema, next));
            }
            enter(next);
        }
        return List.of();
    }

    private void enter(Subschema schema) {
        Integer known = rows.get(schema);
        if (known == null) {
            Step step = new Step(schema);
            open.put(schema, step);
            path.addLast(step);
        } else if (!path.isEmpty()) {
            Step around = path.getLast();
            around.row = Math.max(around.row, known + 1);
        }
    }

    private void leave(Step step) {
        path.removeLast();
        open.remove(step.schema);
        rows.put(step.schema, step.row);
        if (!path.isEmpty()) {
            Step around = path.getLast();
            around.row = Math.max(around.row, step.row + 1);
        }
    }

    private static Finding endless(Subschema schema, Subschema again) {
        String place =
                again.at().isRoot() ? "the root" : Shown.quoted(again.at().toString());
        return new Finding(
                schema.at(),
                "endless",
                "expected recursion only into members or elements, found a schema that applies the one at " + place
                        + " to the same value again, without end; take the reference out");
    }

    private static Finding tooMany(Subschema schema) {
        return new Finding(
                schema.at(),
                "endless",
                "expected at most " + Limits.IN_A_ROW
                        + " schemas that lead from one to the next on the same value, found"
                        + " more; refer to the last one directly");
    }
}
