package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas that demand schemas: the meta-schemas can be referred to, and are those that come along. */
final class MetaSchemaReferenceTest {

    private static final String D7 = "http://json-schema.org/draft-07/schema";
    private static final String D19 = "https://json-schema.org/draft/2019-09/";
    private static final String D20 = "https://json-schema.org/draft/2020-12/";

    static Stream<List<Draft>> pairs() {
        return Arrays.stream(Draft.values())
                .flatMap(one -> Arrays.stream(Draft.values()).map(other -> List.of(one, other)));
    }

    /** The rule that a tool's parameters must be a JSON Schema, written in each dialect, for each dialect. */
    @ParameterizedTest
    @MethodSource("pairs")
    void parametersMustBeASchema(List<Draft> own) {
        JsonObject reference = JsonObject.of("$ref", JsonValue.of(own.get(1).iri() + "#"));
        JsonSchema tools =
                JsonSchema.of(JsonObject.of("$schema", JsonValue.of(own.get(0).iri()))
                        .with("items", JsonObject.of("properties", JsonObject.of("parameters", reference))));

        assertEquals(List.of(), tools.findings(tool("{'properties':{'a':{'type':'string'}},'required':['a']}")));
        Finding finding = tools.findings(tool("{'properties':{'a':{'items':{'maxLength':-1}}}}"))
                .get(0);
        assertEquals(JsonPointer.parse("/0/parameters/properties/a/items/maxLength"), finding.at());
        assertEquals("minimum", finding.rule());
        assertEquals(
                JsonPointer.parse("/items/properties/parameters/$ref"),
                finding.schemaAt().orElseThrow());
        assertEquals("expected a number of at least 0, found an integer; change the value", finding.message());
        assertEquals("format", tools.findings(tool("{'pattern':'('}")).get(0).rule());
        assertEquals(List.of(), tools.findings(tool("{'pattern':'(a)\\\\1'}")));
    }

    private static JsonValue tool(String parameters) {
        return JsonArray.of(JsonObject.of("parameters", json(parameters)));
    }

    private static JsonValue json(String text) {
        return JsonValue.parse(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                D7 + "#/definitions/nonNegativeInteger|-1|minimum",
                D7 + "#/definitions/simpleTypes|'strnig'|enum",
                D19 + "meta/validation#/$defs/stringArray|['a','a']|uniqueItems",
                D20 + "meta/validation#/$defs/stringArray|['a','a']|uniqueItems",
                D20 + "schema#meta|{'title':5}|type",
                // A vocabulary demands of the schemas inside what it demands of the one around, and no more.
                D19 + "meta/applicator|{'properties':{'a':{'not':5}}}|type",
                D19 + "meta/applicator|{'properties':{'a':{'type':'strnig'}}}|",
                D20 + "meta/applicator|{'properties':{'a':{'not':5}}}|type",
                D20 + "meta/applicator|{'properties':{'a':{'type':'strnig'}}}|",
                D20 + "meta/unevaluated|{'unevaluatedItems':5}|type",
                D20 + "meta/core|{'$defs':{'a':{'$id':5}}}|type",
                D20 + "meta/format-annotation|{'format':5}|type",
                D20 + "meta/format-assertion|{'format':5}|type",
                D20 + "meta/meta-data|{'title':5}|type",
                D20 + "meta/content|{'contentMediaType':5}|type"
            })
    void partsCanBeReferredTo(String reference, String value, String rule) {
        List<String> found =
                JsonSchema.of(JsonObject.of("$ref", JsonValue.of(reference))).findings(json(value)).stream()
                        .map(Finding::rule)
                        .distinct()
                        .toList();
        assertEquals(rule == null ? List.of() : List.of(rule), found);
    }

    @Test
    void isFollowedByADynamicReferenceToo() {
        JsonSchema schema =
                JsonSchema.of(json("{'$schema':'" + D20 + "schema','$dynamicRef':'" + D20 + "schema#meta'}"));
        assertEquals(
                "enum",
                schema.findings(json("{'items':{'type':'strnig'}}")).get(0).rule());
    }

    @Test
    void tellsWhatItHasEvaluated() {
        JsonSchema strict = JsonSchema.of(
                json("{'$schema':'" + D20 + "schema','$ref':'" + D20 + "schema','unevaluatedProperties':false}"));
        assertEquals(List.of(), strict.findings(json("{'type':'string'}")));
        Finding finding = strict.findings(json("{'typ':'string'}")).get(0);
        assertEquals("unevaluatedProperties", finding.rule());
        assertEquals(JsonPointer.parse("/typ"), finding.at());
        assertEquals(
                JsonPointer.parse("/unevaluatedProperties"), finding.schemaAt().orElseThrow());
    }

    @Test
    void servesAsARuleForContent() {
        JsonSchema tools = JsonSchema.of(json("{'items':{'properties':{'parameters':{'$ref':'" + D7 + "#'}}}}"));
        Content content = Content.parse("{\"tools\":[{\"parameters\":{\"required\":\"city\"}}]}");
        Finding finding = tools.onSection("tools").check(content).get(0);
        assertEquals(JsonPointer.parse("/tools/0/parameters/required"), finding.at());
    }

    /** A document of its own name comes first; a name that only resembles a known one is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'$ref':'http://json-schema.org/draft-03/schema#'}|/$ref",
                "{'$ref':'http://json-schema.org/draft-07/schema#/definitions/none'}|/$ref",
                "{'$ref':'http://json-schema.org/draft-07/meta/core'}|/$ref",
                "{'$ref':'" + D20 + "meta/../../../secret'}|/$ref",
                "{'$ref':'" + D20 + "meta/none'}|/$ref",
                // What such a document would mean depends on the way to it.
                "{'$schema':'" + D20 + "schema','$dynamicAnchor':'meta','allOf':[{'$ref':'" + D20
                        + "schema'}]}|/allOf/0/$ref",
                "{'$schema':'" + D19 + "schema','$recursiveAnchor':true,'allOf':[{'$ref':'" + D19
                        + "schema'}]}|/allOf/0/$ref"
            })
    void others(String schema, String at) {
        InvalidSchemaException refused = assertThrows(InvalidSchemaException.class, () -> JsonSchema.of(json(schema)));
        assertEquals(JsonPointer.parse(at), refused.findings().get(0).at());
    }

    @Test
    void aDocumentOfTheSameNameComesFirst() {
        JsonSchema own = JsonSchema.of(
                json("{'definitions':{'a':{'$id':'" + D7 + "','type':'null'}},'allOf':[{'$ref':'" + D7 + "'}]}"));
        assertEquals("type", own.findings(json("{}")).get(0).rule());
    }
}
