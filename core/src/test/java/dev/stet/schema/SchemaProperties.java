package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Schemas from a small grammar, held against an evaluator that fits on a page; and secrets that never show. */
final class SchemaProperties {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final String SECRET = "Zx9SecretQv7";

    @Property(tries = 2_000)
    void meetsWhatAPageOfCodeSaysItMeets(@ForAll("schemas") JsonValue schema, @ForAll("values") JsonValue value) {
        boolean meets = JsonSchema.of(schema).findings(value).isEmpty();
        assertEquals(meets(schema, value), meets);
    }

    @Property(tries = 500)
    void findingsAreTheSameEachTimeAndNamePlacesInTheSchema(
            @ForAll("schemas") JsonValue schema, @ForAll("values") JsonValue value) {
        List<Finding> findings = JsonSchema.of(schema).findings(value);
        assertEquals(findings, JsonSchema.of(schema).findings(value));
        findings.forEach(finding ->
                assertTrue(schema.find(finding.schemaAt().orElseThrow()).isPresent(), finding.toString()));
    }

    @Property(tries = 1_000)
    void aSecretNeverShows(@ForAll("schemas") JsonValue schema, @ForAll("secrets") JsonValue secret) {
        JsonObject marked = schema instanceof JsonObject object ? object : JsonObject.of("allOf", JsonArray.of(schema));
        JsonObject properties = JsonObject.of("secret", marked.with("writeOnly", JsonBoolean.TRUE));
        JsonSchema whole = JsonSchema.of(JsonObject.of("properties", properties)
                .with("maxProperties", JsonValue.of(0))
                .with("anyOf", JsonArray.of(JsonObject.of("properties", JsonObject.of("secret", schema)), schema)));
        JsonValue value = JsonObject.of("secret", secret);

        assertEquals(Set.of(JsonPointer.parse("/secret")), whole.hidden(value));
        whole.findings(value).forEach(finding -> assertFalse(finding.toString().contains(SECRET), finding.toString()));
    }

    @Provide
    Arbitrary<JsonValue> schemas() {
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(JsonValue::of),
                Arbitraries.of("string", "integer", "number", "object", "array", "null", "boolean")
                        .map(type -> JsonObject.of("type", JsonValue.of(type))),
                Arbitraries.integers().between(-2, 3).map(bound -> JsonObject.of("minimum", JsonValue.of(bound))),
                Arbitraries.integers().between(0, 3).map(bound -> JsonObject.of("maxLength", JsonValue.of(bound))),
                Arbitraries.of(NAMES).map(name -> JsonObject.of("required", JsonArray.of(JsonValue.of(name)))),
                values().map(value -> JsonObject.of("const", value)));
        return Arbitraries.recursive(() -> leaves, this::around, 0, 3);
    }

    private Arbitrary<JsonValue> around(Arbitrary<JsonValue> parts) {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("allOf", "anyOf", "oneOf"), parts, parts)
                        .as((word, one, other) -> JsonObject.of(word, JsonArray.of(one, other))),
                Combinators.combine(Arbitraries.of("not", "items", "contains", "additionalProperties"), parts)
                        .as(JsonObject::of),
                Combinators.combine(Arbitraries.of(NAMES), parts, parts)
                        .as((name, part, others) -> JsonObject.of("properties", JsonObject.of(name, part))
                                .with("additionalProperties", others)),
                Combinators.combine(parts, parts, parts)
                        .as((one, two, three) ->
                                JsonObject.of("if", one).with("then", two).with("else", three)));
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                Arbitraries.of("0", "1", "1.0", "2.5", "-1", "30e-1").map(JsonNumber::of),
                Arbitraries.of("", "a", "ab", "abcd").map(JsonValue::of),
                Arbitraries.of(true, false).map(JsonValue::of),
                Arbitraries.just(JsonValue.parse("null")));
        return nested(leaves);
    }

    @Provide
    Arbitrary<JsonValue> secrets() {
        Arbitrary<JsonValue> secret = Arbitraries.of(SECRET, SECRET + "more").map(JsonValue::of);
        return nested(secret)
                .map(value -> value instanceof JsonObject object ? object.with(SECRET, JsonValue.of(1)) : value);
    }

    private static Arbitrary<JsonValue> nested(Arbitrary<JsonValue> leaves) {
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(JsonArray::new),
                        Arbitraries.maps(Arbitraries.of(NAMES), inner)
                                .ofMaxSize(3)
                                .map(JsonObject::new)),
                0,
                2);
    }

    private static boolean meets(JsonValue schema, JsonValue value) {
        if (schema instanceof JsonBoolean) {
            return schema.equals(JsonBoolean.TRUE);
        }
        JsonObject object = (JsonObject) schema;
        return object.members().entrySet().stream()
                .allMatch(member -> meets(member.getKey(), member.getValue(), object, value));
    }

    private static boolean meets(String word, JsonValue demanded, JsonObject schema, JsonValue value) {
        return switch (word) {
            case "type" -> isOfType(((JsonString) demanded).value(), value);
            case "const" -> demanded.equals(value);
            case "minimum" ->
                !(value instanceof JsonNumber number) || number.value().compareTo(((JsonNumber) demanded).value()) >= 0;
            case "maxLength" ->
                !(value instanceof JsonString text)
                        || text.value().length()
                                <= ((JsonNumber) demanded).value().intValue();
            case "required" ->
                !(value instanceof JsonObject object)
                        || parts(demanded).stream()
                                .allMatch(name ->
                                        object.find(((JsonString) name).value()).isPresent());
            case "allOf" -> parts(demanded).stream().allMatch(part -> meets(part, value));
            case "anyOf" -> parts(demanded).stream().anyMatch(part -> meets(part, value));
            case "oneOf" ->
                parts(demanded).stream().filter(part -> meets(part, value)).count() == 1;
            case "not" -> !meets(demanded, value);
            case "if" ->
                meets(schema.find(meets(demanded, value) ? "then" : "else").orElseThrow(), value);
            case "items" ->
                !(value instanceof JsonArray) || parts(value).stream().allMatch(part -> meets(demanded, part));
            case "contains" ->
                !(value instanceof JsonArray) || parts(value).stream().anyMatch(part -> meets(demanded, part));
            case "properties" ->
                !(value instanceof JsonObject object)
                        || ((JsonObject) demanded)
                                .members().entrySet().stream()
                                        .allMatch(part -> object.find(part.getKey())
                                                .map(member -> meets(part.getValue(), member))
                                                .orElse(true));
            case "additionalProperties" ->
                !(value instanceof JsonObject object)
                        || object.members().entrySet().stream()
                                .filter(member -> schema.find("properties")
                                        .flatMap(named -> ((JsonObject) named).find(member.getKey()))
                                        .isEmpty())
                                .allMatch(member -> meets(demanded, member.getValue()));
            default -> true;
        };
    }

    private static List<JsonValue> parts(JsonValue array) {
        return ((JsonArray) array).elements();
    }

    private static boolean isOfType(String type, JsonValue value) {
        return switch (type) {
            case "string" -> value instanceof JsonString;
            case "number" -> value instanceof JsonNumber;
            case "integer" ->
                value instanceof JsonNumber number
                        && number.value().stripTrailingZeros().scale() <= 0;
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "boolean" -> value instanceof JsonBoolean;
            default -> value.toJson().equals("null");
        };
    }
}
