package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.JsonValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between the dialects; and that formats and references inside a document work in all. */
final class DraftsTest {

    private static final String D4 = "http://json-schema.org/draft-04/schema#";
    private static final String D6 = "http://json-schema.org/draft-06/schema";
    private static final String D7 = "http://json-schema.org/draft-07/schema#";
    private static final String D19 = "https://json-schema.org/draft/2019-09/schema";
    private static final String D20 = "https://json-schema.org/draft/2020-12/schema";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Exclusive bounds.
                D4 + "|{'minimum':5,'exclusiveMinimum':true}|5|minimum",
                D7 + "|{'exclusiveMinimum':5}|5|exclusiveMinimum",
                D7 + "|{'minimum':5}|5|",
                // Keywords that came later mean nothing before.
                D4 + "|{'const':1}|2|",
                D6 + "|{'const':1}|2|const",
                D6 + "|{'if':true,'then':false}|2|",
                D7 + "|{'if':true,'then':false}|2|false",
                D7 + "|{'dependentRequired':{'a':['b']}}|{'a':1}|",
                D19 + "|{'dependentRequired':{'a':['b']}}|{'a':1}|dependentRequired",
                D19 + "|{'dependencies':{'a':['b']}}|{'a':1}|dependencies",
                D19 + "|{'contains':true,'minContains':2}|[1]|minContains",
                D19
                        + "|{'unevaluatedProperties':false,'allOf':[{'properties':{'a':{}}}]}|{'a':1,'b':2}|unevaluatedProperties",
                D20 + "|{'unevaluatedItems':false,'prefixItems':[{}]}|[1,2]|unevaluatedItems",
                // Lists of schemas for elements.
                D7 + "|{'items':[{}],'additionalItems':false}|[1,2]|additionalItems",
                D20 + "|{'prefixItems':[{}],'items':{'type':'string'}}|[1,2]|type",
                D20 + "|{'prefixItems':[{}],'items':{'type':'string'}}|[1]|",
                // A reference stands alone, or beside others.
                D7 + "|{'definitions':{'a':{}},'$ref':'#/definitions/a','type':'string'}|1|",
                D19 + "|{'$defs':{'a':{}},'$ref':'#/$defs/a','type':'string'}|1|type",
                // Ways to refer to what is inside.
                D4 + "|{'definitions':{'a':{'id':'#x','type':'string'}},'allOf':[{'$ref':'#x'}]}|1|type",
                D6 + "|{'definitions':{'a':{'$id':'a:b','type':'string'}},'allOf':[{'$ref':'a:b'}]}|1|type",
                D7
                        + "|{'$id':'http://h/r','definitions':{'a':{'$id':'s','type':'string'}},'allOf':[{'$ref':'http://h/s'}]}|1|type",
                D19 + "|{'$defs':{'a':{'$anchor':'x','type':'string'}},'$ref':'#x'}|1|type",
                D19 + "|{'$recursiveAnchor':true,'items':{'$recursiveRef':'#'},'type':'array'}|[1]|type",
                D20 + "|{'$dynamicAnchor':'n','items':{'$dynamicRef':'#n'},'type':'array'}|[[1]]|type",
                D20 + "|{'$defs':{'a':{'type':'string'}},'$ref':'#/$defs/a'}|1|type",
                // Formats are asserted everywhere, numbers are what they are worth.
                D4 + "|{'format':'date-time'}|'2026-02-30T10:00:00Z'|format",
                D6 + "|{'format':'uri'}|'a b'|format",
                D7 + "|{'format':'time'}|'10:00:00+01:00'|",
                D7 + "|{'format':'time'}|'10:00'|format",
                D19 + "|{'format':'uuid'}|'x'|format",
                D20 + "|{'format':'email'}|'nobody'|format",
                D20 + "|{'format':'no-such-format'}|'x'|",
                D7 + "|{'format':'uri'}|'http://example.com:abc/path'|format",
                D7 + "|{'format':'uri'}|'http://a@b@example.com/'|format",
                D7 + "|{'format':'uri'}|'http://[::ffff:01.2.3.4]'|format",
                D7 + "|{'format':'uri'}|'http://[v1.fe]:8080/%41?q#f'|",
                D7 + "|{'format':'uri'}|'http://é.com/'|format",
                D7 + "|{'format':'uri'}|'a/b'|format",
                D7 + "|{'format':'uri-reference'}|'a/b?c#d'|",
                D7 + "|{'format':'uri-reference'}|'//example.com:abc/p'|format",
                D7 + "|{'format':'uri-reference'}|'a:b:c/d'|",
                D7 + "|{'format':'iri'}|'http://é.com/ü?\ue000'|",
                D7 + "|{'format':'hostname'}|'xn--X'|format",
                D7 + "|{'format':'hostname'}|'xn--hello-zed'|format",
                D7 + "|{'format':'hostname'}|'xn--strae-oqa.example'|",
                D7 + "|{'format':'idn-hostname'}|'straße.example'|",
                D7 + "|{'format':'idn-hostname'}|'0a.א'|format",
                D7 + "|{'format':'idn-hostname'}|'example.'|format",
                D7 + "|{'format':'email'}|'a.b+c@example.com'|",
                D7 + "|{'format':'email'}|'a..b@example.com'|format",
                D7 + "|{'format':'email'}|'a@xn--X'|format",
                D7 + "|{'format':'email'}|'a@[127.0.0.1]'|",
                D7 + "|{'format':'email'}|'é@example.com'|format",
                D7 + "|{'format':'idn-email'}|'é@é.com'|",
                D7 + "|{'format':'regex'}|'(?i)abc'|format",
                D7 + "|{'format':'regex'}|'(a)\\\\1'|",
                D7 + "|{'format':'regex'}|'(?<=a+)b'|",
                D4 + "|{'type':'integer'}|1.0|",
                // What would be fetched, or run, in other places is an annotation.
                D7 + "|{'contentMediaType':'application/json','default':{'$ref':'http://127.0.0.1/'}}|'{'|",
                D7 + "|{'examples':[{'$ref':'http://127.0.0.1/'}],'const':{'$ref':'#/x'}}|1|const"
            })
    void inEachDialect(String dialect, String keywords, String value, String rule) {
        String schema = "{'$schema':'" + dialect + "'," + keywords.substring(1);
        List<String> found =
                JsonSchema.parse(schema.replace('\'', '"')).findings(JsonValue.parse(value.replace('\'', '"'))).stream()
                        .map(finding -> finding.rule())
                        .toList();
        assertEquals(rule == null ? List.of() : List.of(rule), found);
    }
}
