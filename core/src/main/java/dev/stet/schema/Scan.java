package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.pattern.Pattern;
import dev.stet.shown.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes over a document once: finds every schema in it, the names it gives, its patterns, and what each reference means. What
 * cannot be followed is found here, and not when something is checked. Does not recur, whatever the document.
 */
final class Scan {

    private final JsonValue document;
    private final Draft draft;
    private final SchemaLimits limits;
    private final Names names = new Names();
    private final Map<JsonPointer, Subschema> schemas = new LinkedHashMap<>();
    private final Deque<Subschema> waiting = new ArrayDeque<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int patternsSize;
    private boolean full;

    private Scan(JsonValue document, Draft draft, SchemaLimits limits) {
        this.document = document;
        this.draft = draft;
        this.limits = limits;
    }

    static Scan of(JsonValue document, Draft draft, SchemaLimits limits) {
        Scan scan = new Scan(document, draft, limits);
        scan.meet(JsonPointer.ROOT, document, "");
        scan.visitWaiting();
        scan.resolve();
        if (scan.findings.isEmpty()) {
            scan.findings.addAll(Endless.findings(scan.schemas.values()));
        }
        return scan;
    }

    /** What is wrong; empty when all that follows may be relied on. */
    List<Finding> findings() {
        return findings;
    }

    Draft draft() {
        return draft;
    }

    Subschema root() {
        return schema(JsonPointer.ROOT);
    }

    /** The schema at a place where there is one. */
    Subschema schema(JsonPointer at) {
        Subschema known = schemas.get(at);
        if (known == null) {
            throw new IllegalStateException("expected a schema at " + at + ", found none; this is a fault of Stet");
        }
        return known;
    }

    /** The place that a whole name means. */
    Optional<JsonPointer> place(String reference) {
        return names.find("", reference);
    }

    Collection<Subschema> schemas() {
        return schemas.values();
    }

    /** Steps of all patterns together. */
    int patternsSize() {
        return patternsSize;
    }

    /** A pattern of the document. */
    Pattern pattern(String ecma) {
        Pattern known = patterns.get(ecma);
        if (known == null) {
            throw new IllegalStateException("expected a pattern that was read, found another; this is a fault of Stet");
        }
        return known;
    }

    private Subschema meet(JsonPointer at, JsonValue value, String base) {
        Subschema known = schemas.get(at);
        if (known != null) {
            return known;
        }
        Subschema met = new Subschema(at, value, named(at, value, base));
        if (schemas.size() < limits.maxSchemas()) {
            schemas.put(at, met);
            waiting.add(met);
        } else if (!full) {
            full = true;
            object(
                    at,
                    "size",
                    "expected at most " + limits.maxSchemas() + " schemas in one document, found more; split it");
        }
        return met;
    }

    private void visitWaiting() {
        for (Subschema schema = waiting.poll(); schema != null; schema = waiting.poll()) {
            visit(schema);
        }
    }

    private void visit(Subschema schema) {
        boolean alone = draft.referenceStandsAlone() && schema.members().get("$ref") instanceof JsonString;
        for (Map.Entry<String, JsonValue> member : schema.members().entrySet()) {
            Optional<Keyword> keyword = Keyword.of(member.getKey(), draft);
            boolean meant = !alone || keyword.filter(Scan::staysBesideReference).isPresent();
            if (keyword.isPresent() && meant) {
                parts(schema, keyword.get(), member.getValue());
                patterns(schema, keyword.get(), member.getValue());
            }
        }
    }

    private static boolean staysBesideReference(Keyword keyword) {
        return keyword == Keyword.REF || keyword.applies() == Applies.NOWHERE;
    }

    private void parts(Subschema schema, Keyword keyword, JsonValue value) {
        JsonPointer at = schema.at().append(keyword.word());
        boolean one = keyword.holds() == Holds.ONE || keyword.holds() == Holds.ONE_OR_MANY;
        if (one && Subschema.canBe(value)) {
            schema.add(keyword, "", meet(at, value, schema.base()));
        }
        if (keyword.holds() == Holds.ONE_OR_MANY && value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                part(schema, keyword, Integer.toString(i), array.elements().get(i));
            }
        }
        if (keyword.holds() == Holds.BY_NAME && value instanceof JsonObject object) {
            object.members().forEach((name, part) -> part(schema, keyword, name, part));
        }
    }

    private void part(Subschema schema, Keyword keyword, String name, JsonValue value) {
        if (Subschema.canBe(value)) {
            JsonPointer at = schema.at().append(keyword.word()).append(name);
            schema.add(keyword, name, meet(at, value, schema.base()));
        }
    }

    /** Notes the names that a schema gives. */
    private String named(JsonPointer at, JsonValue value, String around) {
        if (!(value instanceof JsonObject object)) {
            return around;
        }
        Map<String, JsonValue> members = object.members();
        JsonValue dialect = members.get("$schema");
        if (dialect != null && !Draft.named(dialect).equals(Optional.of(draft))) {
            object(
                    at.append("$schema"),
                    "$schema",
                    "expected the dialect of the whole document, " + draft.iri()
                            + ", found another; write the document in one dialect");
        }
        boolean alone = draft.referenceStandsAlone() && members.containsKey("$ref");
        String base = alone || !(members.get(draft.idKeyword()) instanceof JsonString id)
                ? around
                : identified(at, id.value(), around);
        anchored(at, members, base);
        return base;
    }

    private String identified(JsonPointer at, String id, String around) {
        int hash = id.indexOf('#');
        String fragment = hash < 0 ? "" : id.substring(hash + 1);
        String base = Names.resolved(around, id);
        if (!fragment.isEmpty() && !names.anchor(base, fragment, at)) {
            taken(at.append(draft.idKeyword()), id);
        }
        if (hash != 0 && !id.isEmpty() && !names.name(base, at)) {
            taken(at.append(draft.idKeyword()), id);
        }
        return base;
    }

    private void anchored(JsonPointer at, Map<String, JsonValue> members, String base) {
        if (draft.isAtLeast(Draft.DRAFT_2019_09) && members.get("$anchor") instanceof JsonString anchor) {
            anchor(at, "$anchor", anchor.value(), base);
        }
        if (draft.isAtLeast(Draft.DRAFT_2020_12) && members.get("$dynamicAnchor") instanceof JsonString anchor) {
            names.dynamic(anchor.value());
            anchor(at, "$dynamicAnchor", anchor.value(), base);
        }
        if (draft == Draft.DRAFT_2019_09 && JsonBoolean.TRUE.equals(members.get("$recursiveAnchor"))) {
            names.recursive(at);
        }
    }

    private void anchor(JsonPointer at, String keyword, String name, String base) {
        if (!names.anchor(base, name, at)) {
            taken(at.append(keyword), name);
        }
    }

    private void taken(JsonPointer at, String name) {
        object(
                at,
                at.last(),
                "expected a name that no other schema of the document has, found " + Shown.quoted(name)
                        + " a second time; rename one");
    }

    private void patterns(Subschema schema, Keyword keyword, JsonValue value) {
        JsonPointer at = schema.at().append(keyword.word());
        if (keyword == Keyword.PATTERN && value instanceof JsonString ecma) {
            pattern(at, keyword, ecma.value());
        }
        if (keyword == Keyword.PATTERN_PROPERTIES && value instanceof JsonObject object) {
            object.members().keySet().forEach(ecma -> pattern(at.append(ecma), keyword, ecma));
        }
    }

    private void pattern(JsonPointer at, Keyword keyword, String ecma) {
        if (patterns.containsKey(ecma) || patternsSize > Limits.PATTERNS_SIZE) {
            return;
        }
        Pattern.Reading reading = Pattern.read(ecma);
        if (reading.pattern().isEmpty()) {
            object(at, keyword.word(), "expected " + reading.refusal());
            return;
        }
        patterns.put(ecma, reading.pattern().get());
        patternsSize += reading.pattern().get().size();
        if (patternsSize > Limits.PATTERNS_SIZE) {
            object(
                    at,
                    keyword.word(),
                    "expected patterns of at most " + Limits.PATTERNS_SIZE
                            + " steps in all when their repetitions are written out, found more; use fewer or smaller ones");
        }
    }

    /** Finds what each reference means; schemas that only a reference makes one are met on the way. */
    private void resolve() {
        Deque<Subschema> open = new ArrayDeque<>(schemas.values());
        for (Subschema schema = open.poll(); schema != null; schema = open.poll()) {
            int known = schemas.size();
            for (Keyword keyword : Keyword.references(draft)) {
                JsonValue reference = schema.members().get(keyword.word());
                if (reference != null) {
                    resolve(schema, keyword, reference);
                }
            }
            visitWaiting();
            if (schemas.size() > known) {
                schemas.values().stream().skip(known).forEach(open::add);
            }
        }
    }

    private void resolve(Subschema schema, Keyword keyword, JsonValue reference) {
        JsonPointer at = schema.at().append(keyword.word());
        if (!(reference instanceof JsonString text)) {
            object(
                    at,
                    keyword.word(),
                    "expected a reference, which is a string, found " + reference.inWords()
                            + "; write the place or the name of a schema");
            return;
        }
        if (keyword != Keyword.REF && names.isAmbiguous(keyword, text.value())) {
            object(
                    at,
                    keyword.word(),
                    "expected a reference that means one schema, found one that means another for each"
                            + " way to it, which is not supported; use $ref");
            return;
        }
        Optional<JsonPointer> place = names.find(schema.base(), text.value());
        Optional<JsonValue> target = place.flatMap(document::find).filter(Subschema::canBe);
        if (target.isEmpty()) {
            outside(schema, keyword, text.value());
            return;
        }
        schema.refer(keyword, meet(place.get(), target.get(), Names.resolved(schema.base(), text.value())));
    }

    /** What is no place of the document can be one of a meta-schema, which is at hand; nothing else is. */
    private void outside(Subschema schema, Keyword keyword, String reference) {
        JsonPointer at = schema.at().append(keyword.word());
        String iri = Names.resolved(schema.base(), reference);
        Optional<MetaSchema> meta = MetaSchemas.named(iri);
        if (meta.filter(known -> names.isExtending(known.scan().draft(), draft)).isPresent()) {
            object(
                    at,
                    keyword.word(),
                    "expected a meta-schema that means what it says, found one that this document extends,"
                            + " which is not supported; take the dynamic anchor out");
            return;
        }
        Optional<MetaSchema.Part> part = meta.flatMap(known -> known.part(Names.whole(iri, reference)));
        if (part.isEmpty()) {
            object(
                    at,
                    keyword.word(),
                    "expected a reference to a schema in this document, found " + Shown.quoted(reference)
                            + ", which is none; nothing is fetched from elsewhere: copy what is needed into \"definitions\"");
            return;
        }
        schema.refer(keyword, part.get());
    }

    private void object(JsonPointer at, String rule, String message) {
        if (findings.size() < Limits.FINDINGS) {
            findings.add(new Finding(at, rule, message));
        }
    }
}
