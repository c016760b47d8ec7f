package dev.stet.benchmarks;

import dev.stet.content.ContentLimits;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The official JSON Schema Test Suite: for each dialect, how many cases come out as demanded, are refused, or come out wrong.
 *
 * <p>{@code mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.SchemaFigures
 * -Dexec.args=FOLDER}, where FOLDER is the suite's {@code tests}.
 */
public final class SchemaFigures {

    private static final Map<String, String> DIALECTS = new TreeMap<>(Map.of(
            "draft4", "http://json-schema.org/draft-04/schema#",
            "draft6", "http://json-schema.org/draft-06/schema#",
            "draft7", "http://json-schema.org/draft-07/schema#",
            "draft2019-09", "https://json-schema.org/draft/2019-09/schema",
            "draft2020-12", "https://json-schema.org/draft/2020-12/schema"));

    private SchemaFigures() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        System.out.println("| dialect | cases | as demanded | refused | wrong |");
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, String> dialect : DIALECTS.entrySet()) {
            Map<String, Count> counts = new TreeMap<>();
            for (Path file : files(folder.resolve(dialect.getKey()))) {
                String name = folder.resolve(dialect.getKey()).relativize(file).toString();
                counts.computeIfAbsent(kind(name), unused -> new Count()).add(file, dialect.getValue());
            }
            counts.forEach((kind, count) -> System.out.println("| " + dialect.getKey() + " | " + kind + " | "
                    + count.right + " | " + count.refused + " | " + count.wrong + " |"));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String kind(String name) {
        if (name.startsWith("optional/format/")) {
            return "formats";
        }
        return name.startsWith("optional/") ? "optional" : "required";
    }

    private static final class Count {
        private int right;
        private int refused;
        private int wrong;

        void add(Path file, String dialect) throws IOException {
            JsonValue groups = JsonValue.parse(Files.readString(file), ContentLimits.DEFAULT);
            for (JsonValue group : ((JsonArray) groups).elements()) {
                add((JsonObject) group, dialect);
            }
        }

        private void add(JsonObject group, String dialect) {
            List<JsonValue> cases = ((JsonArray) member(group, "tests")).elements();
            try {
                JsonSchema schema = JsonSchema.of(inDialect(member(group, "schema"), dialect));
                for (JsonValue each : cases) {
                    add((JsonObject) each, schema);
                }
            } catch (InvalidSchemaException invalid) {
                refused += cases.size();
            }
        }

        private void add(JsonObject test, JsonSchema schema) {
            boolean valid = member(test, "valid").equals(JsonBoolean.TRUE);
            if (schema.findings(member(test, "data")).isEmpty() == valid) {
                right++;
            } else {
                wrong++;
            }
        }

        private static JsonValue inDialect(JsonValue schema, String dialect) {
            return schema instanceof JsonObject object && object.find("$schema").isEmpty()
                    ? object.with("$schema", new JsonString(dialect))
                    : schema;
        }

        private static JsonValue member(JsonObject object, String name) {
            return object.find(name).orElseThrow();
        }
    }
}
