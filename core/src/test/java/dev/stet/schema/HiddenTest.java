package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which places are hidden, and that findings keep to it. */
final class HiddenTest {

    private static final String D20 = "'$schema':'https://json-schema.org/draft/2020-12/schema',";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'writeOnly':true}|1| ROOT",
                "{'writeOnly':false}|1|",
                "{'properties':{'a':{'writeOnly':true}}}|{'a':{'b':1},'c':2}|/a",
                "{'properties':{'a':{'$ref':'#/definitions/s'}},'definitions':{'s':{'writeOnly':true}}}|{'a':1}|/a",
                "{'properties':{'a':{'$ref':'#/definitions/s','writeOnly':true}},'definitions':{'s':{}}}|{'a':1}|/a",
                "{'patternProperties':{'^s_':{'writeOnly':true}}}|{'s_a':1,'b':2,'s_c':3}|/s_a /s_c",
                "{'additionalProperties':{'writeOnly':true},'properties':{'a':{}}}|{'a':1,'b':2}|/b",
                "{'items':{'writeOnly':true}}|[1,2]|/0 /1",
                "{'items':[{},{'writeOnly':true}],'additionalItems':{}}|[1,2,3]|/1",
                "{'items':[{}],'additionalItems':{'writeOnly':true}}|[1,2,3]|/1 /2",
                "{" + D20 + "'prefixItems':[{}],'items':{'writeOnly':true}}|[1,2]|/1",
                "{" + D20 + "'unevaluatedProperties':{'writeOnly':true}}|{'a':1}|/a",
                "{'contains':{'writeOnly':true}}|[1,2]|/0 /1",
                // Every branch counts, taken or not.
                "{'anyOf':[{},{'properties':{'a':{'writeOnly':true}}}]}|{'a':1}|/a",
                "{'oneOf':[{'type':'string'},{'properties':{'a':{'writeOnly':true}},'required':['z']}]}|{'a':1}|/a",
                "{'if':{'required':['z']},'then':{'properties':{'a':{'writeOnly':true}}}}|{'a':1}|/a",
                "{'if':true,'else':{'properties':{'a':{'writeOnly':true}}}}|{'a':1}|/a",
                "{'not':{'properties':{'a':{'writeOnly':true}}}}|{'a':1}|/a",
                "{'dependencies':{'z':{'properties':{'a':{'writeOnly':true}}}}}|{'a':1}|/a",
                "{'propertyNames':{'writeOnly':true}}|{'a':1}| ROOT",
                // Recursion, and what is not applied to anything.
                "{'properties':{'n':{'$ref':'#'},'s':{'writeOnly':true}}}|{'n':{'n':{'s':1}},'s':2}|/s /n/n/s",
                "{'definitions':{'s':{'writeOnly':true}}}|{'a':1}|",
                "{'default':{'writeOnly':true}}|1|",
                "{'$schema':'http://json-schema.org/draft-04/schema#','properties':{'a':{'writeOnly':true}}}|{'a':1}|/a"
            })
    void places(String schema, String value, String places) {
        Set<JsonPointer> hidden =
                JsonSchema.parse(schema.replace('\'', '"')).hidden(JsonValue.parse(value.replace('\'', '"')));
        String told = hidden.stream()
                .map(place -> place.isRoot() ? "ROOT" : place.toString())
                .collect(Collectors.joining(" "));
        assertEquals(places == null ? "" : places.strip(), told);
    }

    @Test
    void namesBelowAHiddenPlaceAreHiddenToo() {
        List<Finding> findings =
                JsonSchema.parse("""
                        {"properties": {"keys": {"writeOnly": true, "additionalProperties": {"type": "string"},
                         "required": ["main"], "maxProperties": 1, "propertyNames": {"maxLength": 3}}}}""").findings(JsonValue.parse("{\"keys\": {\"customer-4711\": 12345, \"x\": \"y\"}}"));

        assertEquals(4, findings.size());
        findings.forEach(finding -> {
            assertEquals("/keys", finding.at().toString());
            assertFalse(finding.toString().contains("4711"));
            assertFalse(finding.toString().contains("12345"));
            assertFalse(finding.message().contains("integer"), finding.message());
        });
    }

    @Test
    void whatCannotBeFollowedIsHiddenWhole() {
        StringBuilder branches = new StringBuilder("{}");
        StringBuilder members = new StringBuilder("\"a\": {}");
        for (int i = 0; i < 1_000; i++) {
            branches.append(", {\"properties\": {\"s").append(i).append("\": {\"writeOnly\": true}}}");
            members.append(", \"m").append(i).append("\": {}");
        }
        JsonSchema schema = JsonSchema.parse("{\"additionalProperties\": {\"anyOf\": [" + branches + "]}}");

        assertEquals(Set.of(JsonPointer.ROOT), schema.hidden(JsonValue.parse("{" + members + "}")));
    }

    @Test
    void whatWasNotCheckedIsHiddenAsWell() {
        List<Finding> findings = JsonSchema.parse("{\"properties\": {\"s\": {\"writeOnly\": true}}}")
                .findings(JsonValue.parse("{\"s\": {\"secret-name\": 1e99999}}"));

        assertEquals(
                List.of("/s too-long"),
                findings.stream().map(f -> f.at() + " " + f.rule()).toList());
    }
}
