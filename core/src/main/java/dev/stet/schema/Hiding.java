package dev.stet.schema;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.pattern.Pattern;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the places of a value that a schema marks {@code writeOnly}. Walks schema and value side by side through every branch,
 * whether or not the value meets it: which branch is taken may depend on the very value that is to be hidden, and a value that
 * meets none is still a secret. What cannot be followed within a bounded number of steps is hidden as a whole.
 */
final class Hiding {

    private final Set<Subschema> marking;
    private final Scan scan;

    Hiding(Scan scan) {
        this.scan = scan;
        this.marking = marking(scan);
    }

    /** Where a value stands, and the schemas that may apply to it. */
    private record Met(JsonPointer place, JsonValue value, Set<Subschema> schemas) {}

    /** Whether there is a value of which something is hidden. */
    boolean isThere() {
        return !marking.isEmpty();
    }

    /** The hidden places, the outermost only, in the order of the value. */
    Set<JsonPointer> places(JsonValue instance) {
        if (!isThere()) {
            return Set.of();
        }
        Walk walk = new Walk();
        try {
            walk.from(instance);
        } catch (StoppedException tooCostly) {
            return Set.of(JsonPointer.ROOT);
        }
        return Collections.unmodifiableSet(walk.hidden);
    }

    /** The schemas that mark something, themselves or through others: only these are worth following. */
    private static Set<Subschema> marking(Scan scan) {
        Map<Subschema, Set<Subschema>> appliedBy = new HashMap<>();
        Deque<Subschema> open = new ArrayDeque<>();
        for (Subschema schema : scan.schemas()) {
            schema.applied()
                    .forEach(part -> appliedBy
                            .computeIfAbsent(part, unused -> new HashSet<>())
                            .add(schema));
            if (schema.isWriteOnly()) {
                open.push(schema);
            }
        }
        Set<Subschema> marking = new HashSet<>();
        while (!open.isEmpty()) {
            Subschema schema = open.pop();
            if (marking.add(schema)) {
                appliedBy.getOrDefault(schema, Set.of()).forEach(open::push);
            }
        }
        return marking;
    }

    private final class Walk {
        private final Set<JsonPointer> hidden = new LinkedHashSet<>();
        private final Deque<Met> open = new ArrayDeque<>();
        private final Budget budget = new Budget(Limits.HIDING_STEPS);

        void from(JsonValue instance) {
            Set<Subschema> root = new HashSet<>();
            apply(scan.root(), root);
            meet(JsonPointer.ROOT, instance, root);
            while (!open.isEmpty()) {
                go(open.removeFirst());
            }
        }

        /** Adds a schema and those that apply to the same value because of it. */
        private void apply(Subschema schema, Set<Subschema> all) {
            Deque<Subschema> more = new ArrayDeque<>();
            more.push(schema);
            while (!more.isEmpty()) {
                Subschema next = more.pop();
                budget.charge(1);
                if (marking.contains(next) && all.add(next)) {
                    next.here().forEach(more::push);
                }
            }
        }

        private void meet(JsonPointer place, JsonValue value, Set<Subschema> schemas) {
            boolean names = value instanceof JsonObject
                    && schemas.stream().anyMatch(schema -> marks(schema, Keyword.PROPERTY_NAMES));
            if (names || schemas.stream().anyMatch(Subschema::isWriteOnly)) {
                hidden.add(place);
            } else if (!schemas.isEmpty()) {
                open.addLast(new Met(place, value, schemas));
            }
        }

        private boolean marks(Subschema schema, Keyword keyword) {
            return schema.part(keyword).values().stream().anyMatch(marking::contains);
        }

        private void go(Met met) {
            if (met.value() instanceof JsonObject object) {
                object.members().forEach((name, member) -> {
                    Set<Subschema> schemas = new HashSet<>();
                    met.schemas().forEach(schema -> applyToMember(schema, name, schemas));
                    meet(met.place().append(name), member, schemas);
                });
            } else if (met.value() instanceof JsonArray array) {
                for (int i = 0; i < array.elements().size(); i++) {
                    Set<Subschema> schemas = new HashSet<>();
                    for (Subschema schema : met.schemas()) {
                        applyToElement(schema, i, schemas);
                    }
                    meet(met.place().append(i), array.elements().get(i), schemas);
                }
            }
        }

        private void applyToMember(Subschema schema, String name, Set<Subschema> all) {
            budget.charge(1);
            Subschema named = schema.part(Keyword.PROPERTIES).get(name);
            if (named != null) {
                apply(named, all);
            }
            boolean[] known = {named != null};
            schema.part(Keyword.PATTERN_PROPERTIES).forEach((ecma, part) -> {
                Pattern pattern = scan.pattern(ecma);
                if (pattern.isIn(name, budget::charge)) {
                    known[0] = true;
                    apply(part, all);
                }
            });
            if (!known[0]) {
                applyAll(schema, Keyword.ADDITIONAL_PROPERTIES, all);
                applyAll(schema, Keyword.UNEVALUATED_PROPERTIES, all);
            }
        }

        private void applyToElement(Subschema schema, int index, Set<Subschema> all) {
            budget.charge(1);
            Keyword several = scan.draft() == Draft.DRAFT_2020_12 ? Keyword.PREFIX_ITEMS : Keyword.ITEMS;
            Keyword rest = scan.draft() == Draft.DRAFT_2020_12 ? Keyword.ITEMS : Keyword.ADDITIONAL_ITEMS;
            Map<String, Subschema> tuple = schema.part(several);
            Subschema own = tuple.get(Integer.toString(index));
            if (own != null) {
                apply(own, all);
            } else if (schema.holdsOne(several)) {
                applyAll(schema, several, all);
            } else {
                applyAll(schema, rest, all);
            }
            applyAll(schema, Keyword.UNEVALUATED_ITEMS, all);
            applyAll(schema, Keyword.CONTAINS, all);
        }

        private void applyAll(Subschema schema, Keyword keyword, Set<Subschema> all) {
            schema.part(keyword).values().forEach(part -> apply(part, all));
        }
    }
}
