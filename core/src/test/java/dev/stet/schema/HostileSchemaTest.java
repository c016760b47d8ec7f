package dev.stet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stet.content.ContentLimits;
import dev.stet.content.Finding;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas and values made to do harm, each with the answer it gets. Every row is compiled and checked in a thread of half the
 * usual stack, and has {@value #LONGEST_MILLIS} ms: a bound against hanging on a busy machine, not what a check may take.
 */
final class HostileSchemaTest {

    private static final int STACK = 512 * 1024;
    private static final long LONGEST_MILLIS = 10_000;
    private static final ContentLimits WIDE =
            ContentLimits.DEFAULT.withMaxDepth(1_000).withMaxBytes(16 * 1024 * 1024);

    private static final String DRAFT_4 = "\"$schema\":\"http://json-schema.org/draft-04/schema#\",";
    private static final String DRAFT_2019 = "\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",";
    private static final String DRAFT_2020 = "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",";

    /** @param answer {@code refused RULE AT} of the schema, {@code found RULE AT} of the value, or {@code meets} */
    record Row(String name, String schema, String instance, String answer) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(elsewhere(), endless(), costly(), large(), patterns(), numbers(), odd())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void getsItsAnswer(Row row) throws InterruptedException {
        JsonValue schema = JsonValue.parse(row.schema(), WIDE);
        JsonValue instance = JsonValue.parse(row.instance(), WIDE);
        AtomicReference<String> answer = new AtomicReference<>("hangs");
        Thread thread = new Thread(null, () -> answer.set(answer(schema, instance)), row.name(), STACK);
        thread.setDaemon(true);
        thread.start();
        thread.join(LONGEST_MILLIS);
        assertFalse(thread.isAlive(), "hangs");
        assertEquals(row.answer(), answer.get());
    }

    private static String answer(JsonValue schema, JsonValue instance) {
        try {
            List<Finding> findings = JsonSchema.of(schema).findings(instance);
            return findings.isEmpty() ? "meets" : "found " + told(findings.get(findings.size() - 1));
        } catch (InvalidSchemaException refused) {
            return "refused " + told(refused.findings().get(0));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            return "threw " + thrown;
        }
    }

    private static String told(Finding finding) {
        return finding.rule() + " " + finding.at();
    }

    /** References and names that lead out of the document. */
    private static List<Row> elsewhere() {
        List<Row> rows = new ArrayList<>();
        List<String> targets = List.of(
                "http://127.0.0.1:1/schema.json",
                "https://example.com/schema.json#/definitions/a",
                "file:///etc/passwd",
                "classpath:draft-07/schema",
                "resource:draft-07/schema",
                "jar:file:/tmp/a.jar!/b.json",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "http://json-schema.org/draft-03/schema#",
                "//example.com/a",
                "../../a.json",
                "#/definitions/missing",
                "#missing");
        for (String target : targets) {
            rows.add(row("$ref to " + target, "{\"$ref\":\"" + target + "\"}", "1", "refused $ref /$ref"));
        }
        rows.add(row(
                "$id elsewhere, $ref beside it",
                "{\"$id\":\"file:///etc/\",\"allOf\":[{\"$ref\":\"passwd\"}]}",
                "1",
                "refused $ref /allOf/0/$ref"));
        rows.add(row(
                "$id elsewhere alone is a name",
                "{\"$id\":\"http://127.0.0.1:1/a\",\"type\":\"string\"}",
                "1",
                "found type "));
        rows.add(row(
                "id of Draft 4",
                "{" + DRAFT_4 + "\"id\":\"file:///etc/\",\"not\":{\"$ref\":\"passwd\"}}",
                "1",
                "refused $ref /not/$ref"));
        rows.add(
                row("$schema elsewhere", "{\"$schema\":\"http://127.0.0.1:1/meta\"}", "1", "refused $schema /$schema"));
        rows.add(row(
                "$schema of the class path",
                "{\"$schema\":\"classpath:draft-07/schema\"}",
                "1",
                "refused $schema /$schema"));
        rows.add(row(
                "$schema inside",
                "{\"items\":{\"$schema\":\"http://127.0.0.1:1/meta\"}}",
                "[1]",
                "refused $schema /items/$schema"));
        rows.add(row(
                "$dynamicRef elsewhere",
                "{" + DRAFT_2020 + "\"$dynamicRef\":\"http://127.0.0.1:1/a#b\"}",
                "1",
                "refused $dynamicRef /$dynamicRef"));
        rows.add(row(
                "$recursiveRef elsewhere",
                "{" + DRAFT_2019 + "\"$recursiveRef\":\"http://127.0.0.1:1/a\"}",
                "1",
                "refused $recursiveRef /$recursiveRef"));
        rows.add(row(
                "$vocabulary elsewhere means nothing",
                "{" + DRAFT_2020 + "\"$vocabulary\":{\"http://127.0.0.1:1/v\":true}}",
                "1",
                "meets"));
        return rows;
    }

    /** Schemas that lead to themselves, or far. */
    private static List<Row> endless() {
        String mutual = "{\"$ref\":\"#/definitions/a\",\"definitions\":"
                + "{\"a\":{\"$ref\":\"#/definitions/b\"},\"b\":{\"$ref\":\"#/definitions/a\"}}}";
        return List.of(
                row("$ref to itself", "{\"$ref\":\"#\"}", "1", "refused endless "),
                row("allOf of itself", "{\"allOf\":[{\"$ref\":\"#\"}]}", "1", "refused endless /allOf/0"),
                row("not itself", "{\"not\":{\"$ref\":\"#\"}}", "1", "refused endless /not"),
                row("then itself", "{\"if\":true,\"then\":{\"$ref\":\"#\"}}", "1", "refused endless /then"),
                row("each other", mutual, "1", "refused endless /definitions/b"),
                row(
                        "$dynamicRef to itself",
                        "{" + DRAFT_2020 + "\"$dynamicAnchor\":\"a\",\"$dynamicRef\":\"#a\"}",
                        "1",
                        "refused endless "),
                row(
                        "$recursiveRef to itself",
                        "{" + DRAFT_2019 + "\"$recursiveAnchor\":true,\"$recursiveRef\":\"#\"}",
                        "1",
                        "refused endless "),
                row(
                        "unused recursion",
                        "{\"definitions\":{\"a\":{\"$ref\":\"#/definitions/a\"}}}",
                        "1",
                        "refused endless /definitions/a"),
                row(
                        "recursion into elements",
                        "{\"items\":{\"$ref\":\"#\"},\"type\":\"array\"}",
                        nested("[", "]", 100),
                        "meets"),
                row(
                        "recursion into members",
                        "{\"additionalProperties\":{\"$ref\":\"#\"}}",
                        nested("{\"a\":", "}", 100, "1"),
                        "meets"),
                row("a chain of references", chain(4_900), "1", "refused endless /definitions/4836"),
                row("a longer chain", chain(10_000), "1", "refused size "),
                row("60 references for each level", chainedLevels(), nested("[", "]", 100), "found too-costly "));
    }

    /** Little schemas, or values, that make much work. */
    private static List<Row> costly() {
        return List.of(
                row(
                        "doubled 30 times by allOf",
                        laughs("\"allOf\":[%s,%s]", "{\"type\":\"integer\"}"),
                        "1",
                        "found too-costly "),
                row(
                        "doubled by anyOf that fail",
                        laughs("\"anyOf\":[%s,%s]", "{\"type\":\"string\"}"),
                        "1",
                        "found too-costly "),
                row("doubled by oneOf", laughs("\"oneOf\":[%s,%s]", "{}"), "1", "found too-costly "),
                row(
                        "doubled by if and else",
                        laughs("\"if\":%s,\"else\":%s", "{\"type\":\"string\"}"),
                        "1",
                        "found too-costly "),
                row(
                        "doubled under unevaluatedProperties",
                        "{" + DRAFT_2020 + "\"unevaluatedProperties\":false,"
                                + laughs("\"allOf\":[%s,%s]", "{\"properties\":{\"a\":{\"type\":\"string\"}}}")
                                        .substring(1),
                        "{\"a\":1}",
                        "found too-costly "),
                row(
                        "a million findings",
                        "{\"items\":{\"type\":\"string\"}}",
                        list(1_000_000, i -> "1"),
                        "found too-many "),
                row(
                        "findings in anyOf",
                        "{\"anyOf\":[{\"items\":{\"type\":\"string\"}},{}]}",
                        list(1_000_000, i -> "1"),
                        "found too-costly "),
                row(
                        "thousands of required members",
                        "{\"items\":{\"not\":{\"required\":" + list(14_000, i -> "\"n" + i + "\"") + "}}}",
                        list(100_000, i -> "{}"),
                        "found too-costly "),
                row(
                        "strings of one hash, unique",
                        "{\"uniqueItems\":true}",
                        list(100_000, HostileSchemaTest::ofOneHash),
                        "meets"),
                row(
                        "strings of one hash, listed",
                        "{\"items\":{\"enum\":" + list(6_000, HostileSchemaTest::ofOneHash) + "}}",
                        list(100_000, i -> ofOneHash(100_000 + i % 20_000)),
                        "found too-many "),
                row(
                        "many large constants",
                        "{\"allOf\":" + list(500, i -> "{\"const\":[" + i + "]}") + "}",
                        list(400_000, i -> "" + i),
                        "found too-costly "),
                row(
                        "a large schema told a thousand times",
                        "{\"items\":{\"not\":{\"minimum\":-1,\"enum\":" + list(20_000, i -> "" + i) + "}}}",
                        list(20_000, i -> "" + i),
                        "found too-costly "),
                row(
                        "thousands of branches for each element",
                        "{\"items\":{\"anyOf\":" + list(4_000, i -> "{\"type\":\"string\"}") + "}}",
                        list(100_000, i -> "1"),
                        "found too-costly "),
                row(
                        "annotations upon annotations",
                        "{" + DRAFT_2020 + "\"items\":{\"unevaluatedProperties\":false,\"allOf\":"
                                + list(1_500, i -> "{\"properties\":{\"a\":{}}}") + "}}",
                        list(300, i -> "{\"a\":1}"),
                        "found too-costly "));
    }

    /** What is large or deep. */
    private static List<Row> large() {
        return List.of(
                row("a schema of a megabyte", "{\"title\":\"" + "x".repeat(1 << 20) + "\"}", "1", "refused size "),
                row(
                        "a schema of 80,000 schemas",
                        "{\"allOf\":" + list(80_000, i -> "{}") + "}",
                        "1",
                        "refused size /allOf/4999"),
                row(
                        "a schema of 65 levels",
                        nested("{\"not\":", "}", 65, "{}"),
                        "1",
                        "refused too-deep " + "/not".repeat(64)),
                row("a schema of 64 levels", nested("{\"not\":", "}", 63, "{}"), "1", "found not "),
                row(
                        "a schema of 900 levels",
                        nested("{\"items\":", "}", 900, "{}"),
                        "1",
                        "refused too-deep " + "/items".repeat(64)),
                row("a value of 129 levels", "{}", nested("[", "]", 129), "found too-deep " + "/0".repeat(128)),
                row(
                        "a value of 1,000 levels",
                        "{\"items\":{\"$ref\":\"#\"}}",
                        nested("[", "]", 1_000),
                        "found too-deep " + "/0".repeat(128)),
                row(
                        "a value of 4 MiB",
                        "{\"items\":{\"type\":\"integer\"}}",
                        list(500_000, i -> "" + (i % 9_000_000)),
                        "meets"));
    }

    /** Patterns that a backtracking engine hangs on, and those that a linear one cannot follow. */
    private static List<Row> patterns() {
        String text = "\"" + "a".repeat(30_000) + "!\"";
        return List.of(
                row("(a+)+$", pattern("^(a+)+$"), text, "found pattern "),
                row("(a|aa)+$", pattern("^(a|aa)+$"), text, "found pattern "),
                row("(.*a){20}", pattern("^(.*a){20}b$"), text, "found pattern "),
                row("([a-zA-Z]+)*$", pattern("^([a-zA-Z]+)*$"), text, "found pattern "),
                row("a pattern on 4 MiB", pattern("(a+)+b"), "\"" + "a".repeat(4_000_000) + "\"", "found too-costly "),
                row(
                        "the same for each element",
                        "{\"items\":{\"pattern\":\"^(x?y?){300}$\"}}",
                        list(20_000, i -> "\"" + "xy".repeat(90) + "!\""),
                        "found too-costly "),
                row("nested repetition", pattern("((a{1000}){1000}){1000}"), "1", "refused pattern /pattern"),
                row("repetition beyond numbers", pattern("a{99999999999}"), "1", "refused pattern /pattern"),
                row("a thousand groups", pattern("(".repeat(400) + ")".repeat(400)), "1", "refused pattern /pattern"),
                row("a long pattern", pattern("a".repeat(10_001)), "1", "refused pattern /pattern"),
                row(
                        "many large patterns",
                        "{\"patternProperties\":{" + joined(2_000, i -> "\"(b{30}){30}" + i + "\":{}") + "}}",
                        "{}",
                        "refused patternProperties /patternProperties/(b{30}){30}110"),
                row("a lookahead that nests", pattern("^(?=(a+)+$)(?!(a|aa)+b)c"), text, "found pattern "),
                row("a lookbehind that nests", pattern("(?<=(a+)+b)c"), text, "found pattern "),
                row(
                        "many lookaheads on 4 MiB",
                        pattern("(?=a*b)".repeat(140)),
                        "\"" + "a".repeat(4_000_000) + "\"",
                        "found too-costly "),
                row(
                        "large patterns on short texts",
                        "{\"items\":{\"pattern\":\"^(?:[ab]{9000}|c)$\"}}",
                        list(200_000, i -> "\"c\""),
                        "found too-costly "),
                row("a backreference", pattern("(a)\\\\1"), "1", "refused pattern /pattern"),
                row("a named backreference", pattern("(?<n>a)\\\\k<n>"), "1", "refused pattern /pattern"),
                row("not a pattern", pattern("["), "1", "refused pattern /pattern"),
                row(
                        "a backreference for names",
                        "{\"patternProperties\":{\"(a)\\\\1\":{}}}",
                        "{}",
                        "refused patternProperties /patternProperties/(a)\\1"),
                row(
                        "a format on long text",
                        "{\"format\":\"email\"}",
                        "\"" + "a.".repeat(500_000) + "@b\"",
                        "found format "),
                row("a format that nests", "{\"format\":\"json-pointer\"}", "\"" + "/a~0".repeat(500) + "\"", "meets"),
                row(
                        "patterns as values",
                        "{\"items\":{\"format\":\"regex\"}}",
                        list(4_000, i -> "\"(.{1,60}){1,60}" + i + "\""),
                        "meets"));
    }

    /** Numbers that take the memory when they are written out. */
    private static List<Row> numbers() {
        return List.of(
                row("a huge exponent", "{\"type\":\"integer\"}", "1e999999999", "found too-long "),
                row("a tiny one", "{\"multipleOf\":0.1}", "1e-999999999", "found too-long "),
                row("zero of a huge exponent", "{\"minimum\":1}", "[0e999999999]", "found too-long /0"),
                row("a huge bound", "{\"maximum\":1e999999999}", "1", "refused too-long /maximum"),
                row("a huge divisor", "{\"multipleOf\":1e-999999999}", "1", "refused too-long /multipleOf"),
                row("a huge length", "{\"minLength\":1e900}", "\"a\"", "found minLength "),
                row("a length beyond int", "{\"maxItems\":99999999999}", "[1]", "meets"),
                row(
                        "divisors far apart",
                        "{\"items\":{\"multipleOf\":1e-999}}",
                        list(100_000, i -> "1e" + (900 + i % 90)),
                        "found too-costly "),
                row(
                        "thousands of long numbers",
                        "{\"items\":{\"minimum\":1e-999}}",
                        list(4_000, i -> "9".repeat(999)),
                        "meets"));
    }

    /** What is no schema, or an unusual one. */
    private static List<Row> odd() {
        return List.of(
                row("null", "null", "1", "refused type "),
                row("a number", "5", "1", "refused type "),
                row("a list", "[]", "1", "refused type "),
                row("nothing demanded", "{}", "{\"a\":[1]}", "meets"),
                row("true", "true", "1", "meets"),
                row("false", "false", "1", "found false "),
                row("false inside", "{\"properties\":{\"a\":false}}", "{\"a\":1}", "found false /a"),
                row("true in Draft 4", "{" + DRAFT_4 + "\"not\":true}", "1", "refused type /not"),
                row("properties that are a number", "{\"properties\":5}", "1", "refused type /properties"),
                row("$ref that is a number", "{\"$ref\":5}", "1", "refused type /$ref"),
                row("$ref that is a number in Draft 4", "{" + DRAFT_4 + "\"$ref\":5}", "1", "refused $ref /$ref"),
                row("$ref to no schema", "{\"$ref\":\"#/title\",\"title\":\"a\"}", "1", "refused $ref /$ref"),
                row("$id that is a list", "{\"$id\":[]}", "1", "refused type /$id"),
                row("$id twice", "{\"items\":[{\"$id\":\"a:b\"},{\"$id\":\"a:b\"}]}", "1", "refused $id /items/1/$id"),
                row(
                        "$id with a fragment",
                        "{\"items\":{\"$id\":\"#a\",\"type\":\"string\"},\"not\":{\"$ref\":\"#a\"}}",
                        "\"b\"",
                        "found not "),
                row("no type of that name", "{\"type\":\"strnig\"}", "1", "refused enum /type"),
                row("no type at all", "{\"type\":[]}", "1", "refused enum /type"),
                row("type of an odd kind", "{\"type\":{}}", "1", "refused enum /type"),
                row("required twice", "{\"required\":[\"a\",\"a\"]}", "1", "refused uniqueItems /required/1"),
                row(
                        "many keywords",
                        "{" + joined(500, i -> "\"x" + i + "\":{\"$ref\":5}") + ",\"type\":\"string\",\"minimum\":1}",
                        "1",
                        "found type "),
                row(
                        "names that are pointers",
                        "{\"$ref\":\"#/definitions/a~1b%25~0\",\"definitions\":{\"a/b%~\":{\"type\":\"string\"}}}",
                        "1",
                        "found type "),
                row(
                        "ambiguous $dynamicRef",
                        "{" + DRAFT_2020
                                + "\"$dynamicAnchor\":\"n\",\"$defs\":{\"a\":{\"$id\":\"a:b\",\"$dynamicAnchor\":\"n\"}},"
                                + "\"items\":{\"$dynamicRef\":\"#n\"}}",
                        "[1]",
                        "refused $dynamicRef /items/$dynamicRef"));
    }

    private static Row row(String name, String schema, String instance, String answer) {
        return new Row(name, schema, instance, answer);
    }

    private static String pattern(String pattern) {
        return "{\"pattern\":\"" + pattern + "\"}";
    }

    private static String nested(String open, String close, int levels) {
        return open.repeat(levels) + close.repeat(levels);
    }

    private static String nested(String open, String close, int levels, String inside) {
        return open.repeat(levels) + inside + close.repeat(levels);
    }

    private static String list(int size, IntFunction<String> element) {
        return "[" + joined(size, element) + "]";
    }

    private static String joined(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(","));
    }

    /** Different strings for different numbers below 2^17, all of the same {@link String#hashCode()}. */
    private static String ofOneHash(int number) {
        StringBuilder text = new StringBuilder("\"");
        for (int bit = 0; bit < 17; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.append('"').toString();
    }

    private static String reference(int definition) {
        return "{\"$ref\":\"#/definitions/" + definition + "\"}";
    }

    private static String chain(int length) {
        return "{\"$ref\":\"#/definitions/0\",\"definitions\":{"
                + joined(length, i -> "\"" + i + "\":" + reference(i + 1)) + ",\"" + length + "\":{}}}";
    }

    private static String chainedLevels() {
        return "{\"items\":{\"$ref\":\"#/definitions/0\"},\"definitions\":{"
                + joined(60, i -> "\"" + i + "\":" + reference(i + 1)) + ",\"60\":{\"items\":" + reference(0) + "}}}";
    }

    private static String laughs(String doubled, String last) {
        return "{\"$ref\":\"#/definitions/0\",\"definitions\":{"
                + joined(30, i -> "\"" + i + "\":{" + doubled.formatted(reference(i + 1), reference(i + 1)) + "}")
                + ",\"30\":" + last + "}}";
    }
}
