package dev.stet.schema;

import dev.stet.content.Content;
import dev.stet.content.ContentValidator;
import dev.stet.content.Finding;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.error.StetException;
import dev.stet.input.Given;
import java.util.List;
import java.util.Set;

/**
 * A JSON Schema, compiled. Immutable and safe to share between threads.
 *
 * <p>The dialect is what {@code $schema} says: Draft 4, 6, 7, 2019-09 or 2020-12; Draft 7 when it says nothing. Formats are
 * asserted in all of them. Numbers are compared exactly, and {@code 1.0} is an integer. References lead to places in the
 * document: nothing is ever fetched from elsewhere, whatever {@code $ref}, {@code $id} or {@code $schema} says.
 *
 * <p>Schemas and values may come from anybody. A schema that cannot be checked safely is refused when it is compiled, and the
 * work of each check is bounded; see {@link #findings}. Patterns are those of ECMA-262, searched for in linear time: lookaround included,
 * backreferences not.
 *
 * <pre>{@code
 * JsonSchema schema = JsonSchema.parse("""
 *         {"type": "object", "properties": {"phone": {"type": "string", "pattern": "^[+][0-9 ]+$"}}}""");
 * List<Finding> findings = schema.findings(JsonValue.parse("{\"phone\": 110}"));
 * }</pre>
 */
public final class JsonSchema {

    /** What was measured of compiled schemas, rounded up: of any, for each schema in it, for each step of a pattern. */
    private static final long COMPILED = 8_192;

    private static final long COMPILED_PART = 3_000;
    private static final long COMPILED_STEP = 200;
    private static final int TREES = 3;

    private final JsonValue document;
    private final Check check;
    private final Hiding hiding;
    private final long footprint;

    private JsonSchema(JsonValue document, Scan scan) {
        this.document = document;
        this.check = new Check(document, scan);
        this.hiding = new Hiding(scan);
        this.footprint = COMPILED
                + COMPILED_PART * scan.schemas().size()
                + COMPILED_STEP * scan.patternsSize()
                + (document instanceof JsonObject object
                        ? TREES * Content.of(object).footprint()
                        : 0);
    }

    /**
     * Compiles a schema.
     *
     * <p>A schema has at most 256 KiB as compact JSON and 5,000 schemas in it, see {@link SchemaLimits}; 64 levels, at most 64
     * schemas that lead from one to the next on one value, and patterns of at most 10,000 characters.
     *
     * @param document an object, or a boolean where the dialect has boolean schemas
     * @throws InvalidSchemaException if the document does not meet its meta-schema, its dialect is not known, a reference means
     *     no schema in it, a pattern is none of ECMA-262 or has a backreference, schemas apply to one value without end, or a limit is
     *     passed
     */
    public static JsonSchema of(JsonValue document) {
        return of(document, SchemaLimits.DEFAULT);
    }

    /**
     * Compiles a schema that may be larger, or must be smaller, than the default.
     *
     * @throws InvalidSchemaException as {@link #of(JsonValue)} does
     */
    public static JsonSchema of(JsonValue document, SchemaLimits limits) {
        List<Finding> unfit = unfit(Given.the("JSON Schema", document), Given.the("schema limits", limits));
        if (!unfit.isEmpty()) {
            throw new InvalidSchemaException(unfit);
        }
        Draft draft = Draft.of(document).orElseThrow(() -> new InvalidSchemaException(List.of(unknownDialect())));
        List<Finding> malformed = MetaSchemas.findings(document, draft, limits);
        if (!malformed.isEmpty()) {
            throw new InvalidSchemaException(malformed);
        }
        return compiled(document, draft, limits);
    }

    /**
     * Reads and compiles a schema.
     *
     * @throws InvalidContentException if the text is not JSON
     * @throws InvalidSchemaException as {@link #of(JsonValue)} does
     */
    public static JsonSchema parse(String json) {
        return of(JsonValue.parse(json));
    }

    private static JsonSchema compiled(JsonValue document, Draft draft, SchemaLimits limits) {
        try {
            Scan scan = Scan.of(document, draft, limits);
            if (!scan.findings().isEmpty()) {
                throw new InvalidSchemaException(scan.findings());
            }
            return new JsonSchema(document, scan);
        } catch (StetException refused) {
            throw refused;
        } catch (RuntimeException fault) {
            throw new InvalidSchemaException(
                    List.of(
                            new Finding(
                                    JsonPointer.ROOT,
                                    "schema",
                                    "expected a schema that the validator can compile, found one that it fails on; write it more simply")));
        }
    }

    private static List<Finding> unfit(JsonValue document, SchemaLimits limits) {
        if (!Subschema.canBe(document)) {
            return List.of(new Finding(
                    JsonPointer.ROOT,
                    "type",
                    "expected an object or a boolean, found " + document.inWords() + "; write a schema"));
        }
        if (document instanceof JsonObject object && Content.of(object).size() > limits.maxBytes()) {
            return List.of(new Finding(
                    JsonPointer.ROOT,
                    "size",
                    "expected at most " + limits.maxBytes() + " bytes of compact JSON, found "
                            + Content.of(object).size() + "; split the schema"));
        }
        return Survey.findings(document, Limits.SCHEMA_DEPTH);
    }

    private static Finding unknownDialect() {
        return new Finding(
                JsonPointer.ROOT.append("$schema"),
                "$schema",
                "expected one of " + Draft.known() + ", found another; write the schema in one of them");
    }

    /** The schema as it was given. */
    public JsonValue document() {
        return document;
    }

    /**
     * What of a value does not meet this schema.
     *
     * <p>Of each finding, {@link Finding#at()} is the place in the value (of a member that is missing, or one too many, the
     * place of that member), {@link Finding#rule()} the keyword, and {@link Finding#schemaAt()} where the keyword stands in
     * {@link #document()}. Messages tell what the schema demands, and of the value no more than its kind and size; of a
     * {@link #hidden} value not even that, and the place is then the hidden one, whatever is wrong inside of it. A schema that
     * is {@code false} objects by the rule {@code false}.
     *
     * <p>These rules are no keywords and stand alone, for then nothing else was checked, or not all:
     *
     * <ul>
     *   <li>{@code too-deep}: the value has more than 128 levels
     *   <li>{@code too-long}: a number has more than 1,000 digits when it is written out
     *   <li>{@code too-costly}: the check takes more work than one may; real schemas are far from it
     *   <li>{@code too-many}: last of all, there are more than 1,000 findings
     *   <li>{@code not-checkable}: the validator fails on the schema
     * </ul>
     *
     * @return in the order of the schema, the same each time, immutable; empty when the value meets the schema
     */
    public List<Finding> findings(JsonValue instance) {
        return check.findings(
                Given.the("value to check", instance), Limits.INSTANCE_DEPTH, Limits.STEPS, hiding::places);
    }

    /** Whether this schema marks anything {@code writeOnly}: if not, {@link #hidden} is empty for every value. */
    public boolean hidesSomething() {
        return hiding.isThere();
    }

    /**
     * The places of a value that this schema marks {@code writeOnly}: what stands there, names of members included, is to be
     * kept out of logs, diffs and errors. A place counts when any part of the schema that could apply to it marks it, whether or
     * not the value meets that part, so rather more is hidden than less. The mark is heeded in all dialects.
     *
     * @return the outermost places, all of which exist in the value, immutable; the root alone when finding them would take too
     *     much work
     */
    public Set<JsonPointer> hidden(JsonValue instance) {
        return hiding.places(Given.the("value", instance));
    }

    /** About how many bytes of heap this takes, compiled, and rather too many than too few. Takes constant time. */
    public long footprint() {
        return footprint;
    }

    /** A rule for content: that the whole of it, an object of its sections, meets this schema. */
    public ContentValidator onContent() {
        return content -> findings(content.root());
    }

    /**
     * A rule for content: that the section of this name, when it is there, meets this schema. The places found are those in the
     * content.
     */
    public ContentValidator onSection(String name) {
        JsonPointer section = JsonPointer.ROOT.append(Given.the("section", name));
        return content -> content.section(name).map(this::findings).orElse(List.of()).stream()
                .map(finding -> finding.within(section))
                .toList();
    }

    /** Schemas are equal when their documents are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonSchema that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** The document. */
    @Override
    public String toString() {
        return document.toJson();
    }
}
