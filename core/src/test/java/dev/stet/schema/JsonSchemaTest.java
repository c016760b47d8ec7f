package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.ContentRules;
import dev.stet.content.Finding;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a schema says of the page of a front desk, and of values that are hard to tell apart. */
final class JsonSchemaTest {

    private static final String FRONT_DESK = """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "type": "object",
              "required": ["phone", "hours"],
              "additionalProperties": false,
              "properties": {
                "phone": {"type": "string", "pattern": "^\\\\+[1-9][0-9 ]{6,20}$"},
                "hours": {
                  "type": "object",
                  "propertyNames": {"enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
                  "additionalProperties": {"type": "array", "items": {"$ref": "#/definitions/span"}, "maxItems": 3}
                },
                "bookingEnabled": {"type": "boolean", "default": false},
                "greeting": {"type": "string", "maxLength": 200},
                "crm": {
                  "type": "object",
                  "properties": {
                    "url": {"type": "string", "format": "uri"},
                    "token": {"type": "string", "minLength": 20, "writeOnly": true}
                  },
                  "required": ["url", "token"]
                }
              },
              "definitions": {
                "time": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
                "span": {
                  "type": "object",
                  "properties": {"from": {"$ref": "#/definitions/time"}, "to": {"$ref": "#/definitions/time"}},
                  "required": ["from", "to"]
                }
              }
            }""";

    private static final String OPEN = """
            {"phone": "+44 20 7946 0018", "hours": {"mon": [{"from": "08:00", "to": "18:30"}], "sun": []},
             "bookingEnabled": true, "crm": {"url": "https://crm.example/api", "token": "tok_0123456789abcdefghij"}}""";

    private static final JsonSchema SCHEMA = JsonSchema.parse(FRONT_DESK);

    @Test
    void aPageThatMeetsItsSchema() {
        assertEquals(List.of(), SCHEMA.findings(JsonValue.parse(OPEN)));
        assertEquals(Set.of(at("/crm/token")), SCHEMA.hidden(JsonValue.parse(OPEN)));
        assertEquals(JsonValue.parse(FRONT_DESK), SCHEMA.document());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        JsonValue page = JsonValue.parse("""
                {"phone": "0800 STET", "hours": {"mon": [{"from": "8:00"}], "holiday": []},
                 "bookingEnabled": "yes", "crm": {"url": "crm", "token": "tok_short"}, "fax": 1}""");

        assertEquals(
                List.of(
                        new Finding(
                                at("/phone"),
                                "pattern",
                                "expected a text that matches \"^\\\\+[1-9][0-9 ]{6,20}$\", found a string of 9 characters;"
                                        + " change the value",
                                Optional.of(at("/properties/phone/pattern"))),
                        new Finding(
                                at("/hours/holiday"),
                                "propertyNames",
                                "expected a name that meets the schema for names, found one; remove or rename it",
                                Optional.of(at("/properties/hours/propertyNames"))),
                        new Finding(
                                at("/hours/mon/0/from"),
                                "pattern",
                                "expected a text that matches \"^([01][0-9]|2[0-3]):[0-5][0-9]$\", found a string of"
                                        + " 4 characters; change the value",
                                Optional.of(at("/definitions/time/pattern"))),
                        new Finding(
                                at("/hours/mon/0/to"),
                                "required",
                                "expected this member, found none; add it",
                                Optional.of(at("/definitions/span/required"))),
                        new Finding(
                                at("/bookingEnabled"),
                                "type",
                                "expected a boolean, found a string of 3 characters; change the value",
                                Optional.of(at("/properties/bookingEnabled/type"))),
                        new Finding(
                                at("/crm/url"),
                                "format",
                                "expected a text in the format \"uri\" of at most 2048 characters, found a string of"
                                        + " 3 characters; change the value",
                                Optional.of(at("/properties/crm/properties/url/format"))),
                        new Finding(
                                at("/crm/token"),
                                "minLength",
                                "expected a text of at least 20 characters, found a value that is not shown, because the"
                                        + " schema marks it writeOnly; change the value",
                                Optional.of(at("/properties/crm/properties/token/minLength"))),
                        new Finding(
                                at("/fax"),
                                "additionalProperties",
                                "expected no member of this name, found one; remove or rename it",
                                Optional.of(at("/additionalProperties")))),
                SCHEMA.findings(page));
    }

    @Test
    void asARuleOfContent() {
        Content content = Content.parse("{\"page\": {\"phone\": 110, \"hours\": {}}, \"prompt\": \"Hello.\"}");
        List<Finding> inSection =
                ContentRules.none().check(SCHEMA.onSection("page")).findings(content);

        assertEquals(List.of("/page/phone type"), places(inSection));
        assertEquals(Optional.of(at("/properties/phone/type")), inSection.get(0).schemaAt());
        assertEquals(List.of(), SCHEMA.onSection("other").check(content));
        assertEquals(
                List.of(
                        "/phone required",
                        "/hours required",
                        "/page additionalProperties",
                        "/prompt additionalProperties"),
                places(ContentRules.none().check(SCHEMA.onContent()).findings(content)));
    }

    @Test
    void numbersAreExact() {
        assertEquals(
                List.of("/1 maximum"),
                check("{\"items\":{\"maximum\":9007199254740992}}", "[9007199254740992, 9007199254740993]"));
        assertEquals(
                List.of("/0 const"),
                check(
                        "{\"items\":{\"const\":9007199254740993}}",
                        "[9007199254740992, 9007199254740993, 9007199254740993.0, 90071992547409930e-1]"));
        assertEquals(List.of("/3 type"), check("{\"items\":{\"type\":\"integer\"}}", "[1, 1.0, 1e3, 1.5, -0.0]"));
        assertEquals(
                List.of("/2 enum"),
                check("{\"items\":{\"enum\":[1, {\"a\":[2.0]}]}}", "[1.00, {\"a\":[2]}, {\"a\":2}]"));
        assertEquals(
                List.of("/2 multipleOf"), check("{\"items\":{\"multipleOf\":0.01}}", "[0.07, 19.99, 0.075, 1e300]"));
        assertEquals(
                List.of("/2 uniqueItems", "/4 uniqueItems"),
                check(
                        "{\"uniqueItems\":true}",
                        "[1, \"1\", 1.0, {\"a\":1,\"b\":2}, {\"b\":2.0,\"a\":1e0}, true, \"true\", [1], [[1]]]"));
    }

    @Test
    void patternsAreSearchedForInTheSyntaxOfEcma() {
        assertEquals(List.of(), check("{\"pattern\":\"b\"}", "\"abc\""));
        assertEquals(List.of(" pattern"), check("{\"pattern\":\"^b\"}", "\"abc\""));
        assertEquals(
                List.of(), check("{\"pattern\":\"^\\\\u0041\\\\/\\\\d(?<n>x)\\\\uD83D\\\\uDE00$\"}", "\"A/1x😀\""));
        assertEquals(List.of(), check("{\"pattern\":\"^[\\\\s]\\\\s\\\\S$\"}", "\"\\u00a0\\u2003x\""));
    }

    @Test
    void manyThreadsShareOne() throws Exception {
        JsonValue page = JsonValue.parse("{\"phone\": 110, \"hours\": {\"mon\": [{}]}, \"crm\": {\"token\": 1}}");
        List<Finding> alone = JsonSchema.parse(FRONT_DESK).findings(page);
        JsonSchema shared = JsonSchema.parse(FRONT_DESK);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Finding>>> checks = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                checks.add(() -> shared.findings(page));
            }
            for (Future<List<Finding>> check : threads.invokeAll(checks)) {
                assertEquals(alone, check.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(5, alone.size());
    }

    @Test
    void brokenJsonIsNoSchema() {
        assertThrows(InvalidContentException.class, () -> JsonSchema.parse("{\"type\":"));
        InvalidSchemaException refused = assertThrows(
                InvalidSchemaException.class, () -> JsonSchema.parse("{\"minLength\":-1,\"maxLength\":\"a\"}"));
        assertEquals(List.of("/maxLength type", "/minLength minimum"), places(refused.findings()));
        assertTrue(
                refused.getMessage().contains("at \"/minLength\": expected a number of at least 0, found an integer"));
        assertFalse(refused.findings().get(0).schemaAt().isPresent());
    }

    @Test
    void equalByTheirDocuments() {
        assertEquals(
                JsonSchema.parse("{\"minimum\":1,\"type\":\"integer\"}"),
                JsonSchema.parse("{\"type\":\"integer\",\"minimum\":1.0}"));
        assertSame(SCHEMA.document(), SCHEMA.document());
    }

    private static List<String> check(String schema, String value) {
        return places(JsonSchema.parse(schema).findings(JsonValue.parse(value)));
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.at() + " " + finding.rule())
                .toList();
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.parse(pointer);
    }

    @Test
    void howLargeASchemaMayBeIsTheHosts() {
        String members = IntStream.range(0, 6_000)
                .mapToObj(i -> "\"member" + i + "\":{\"type\":\"string\",\"maxLength\":100}")
                .collect(Collectors.joining(","));
        JsonValue large = JsonValue.parse("{\"properties\":{" + members + "}}");

        InvalidSchemaException refused = assertThrows(InvalidSchemaException.class, () -> JsonSchema.of(large));
        assertEquals("size", refused.findings().get(0).rule());
        SchemaLimits wide = SchemaLimits.DEFAULT.withMaxBytes(1024 * 1024).withMaxSchemas(10_000);
        JsonSchema schema = JsonSchema.of(large, wide);
        assertEquals(1, schema.findings(JsonValue.parse("{\"member5999\":1}")).size());
        assertThrows(InvalidSchemaException.class, () -> JsonSchema.of(large, wide.withMaxSchemas(5_999)));
        JsonValue small = JsonValue.parse("{\"type\":\"string\"}");
        assertThrows(InvalidSchemaException.class, () -> JsonSchema.of(small, SchemaLimits.DEFAULT.withMaxBytes(10)));
    }
}
