package dev.stet.schema;

import com.networknt.schema.Schema;
import dev.stet.content.Finding;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each dialect demands of a schema. The documents come with the library, are known by their names and put together once;
 * nothing is ever looked for under any other name.
 */
final class MetaSchemas {

    private static final Map<Draft, List<String>> VOCABULARIES = Map.of(
            Draft.DRAFT_2019_09, List.of("core", "applicator", "validation", "meta-data", "format", "content"),
            Draft.DRAFT_2020_12,
                    List.of(
                            "core",
                            "applicator",
                            "unevaluated",
                            "validation",
                            "meta-data",
                            "format-annotation",
                            "format-assertion",
                            "content"));

    private static final JsonValue REGEX = JsonValue.of("regex");

    private static final Map<String, MetaSchema> MADE = new ConcurrentHashMap<>();

    private MetaSchemas() {}

    /** What the dialect objects to in a document; the places are those of the document. */
    static List<Finding> findings(JsonValue document, Draft draft, SchemaLimits limits) {
        MetaSchema meta = named(draft.iri())
                .orElseThrow(() ->
                        new IllegalStateException("expected a meta-schema of " + draft + "; this is a fault of Stet"));
        return meta
                .check()
                .findings(document, Limits.SCHEMA_DEPTH, limits.steps(), unused -> Set.<JsonPointer>of())
                .stream()
                .filter(finding -> !isOfPattern(meta, finding))
                .map(finding -> new Finding(finding.at(), finding.rule(), finding.message(), Optional.empty()))
                .distinct()
                .toList();
    }

    /** Whether a pattern can be read is told elsewhere, with the reason. */
    private static boolean isOfPattern(MetaSchema meta, Finding finding) {
        return finding.rule().equals(Keyword.FORMAT.word())
                && finding.schemaAt()
                        .flatMap(meta.document()::find)
                        .filter(REGEX::equals)
                        .isPresent();
    }

    /** The meta-schema, or the vocabulary of one, that has this name; without fragment. */
    static Optional<MetaSchema> named(String iri) {
        MetaSchema made = MADE.get(iri);
        return made != null
                ? Optional.of(made)
                : Arrays.stream(Draft.values())
                        .filter(draft ->
                                draft.iri().equals(iri) || vocabularies(draft).contains(iri))
                        .findFirst()
                        .map(draft -> made(iri, draft));
    }

    private static MetaSchema made(String iri, Draft draft) {
        JsonValue document = iri.equals(draft.iri()) ? whole(draft) : read(iri, iri);
        MetaSchema made = MetaSchema.of(document, draft);
        MADE.putIfAbsent(iri, made);
        return made;
    }

    private static List<String> vocabularies(Draft draft) {
        return VOCABULARIES.getOrDefault(draft, List.of()).stream()
                .map(vocabulary -> vocabulary(draft, vocabulary))
                .toList();
    }

    private static String vocabulary(Draft draft, String name) {
        return draft.iri().replace("/schema", "/meta/" + name);
    }

    private static JsonValue whole(Draft draft) {
        JsonObject root = (JsonObject) read(draft.iri(), draft.iri());
        JsonObject parts = JsonObject.of();
        for (String name : VOCABULARIES.getOrDefault(draft, List.of())) {
            parts = parts.with(name, read(vocabulary(draft, name), draft.iri()));
        }
        return parts.members().isEmpty() ? root : root.with("$defs", parts);
    }

    /**
     * Reads a document that comes with the library. References that would mean another schema from each place mean the one that
     * the check has come from, as they do where nobody extends it.
     *
     * @param from the name of that one
     */
    private static JsonValue read(String iri, String from) {
        String path = iri.replaceFirst("https?://json-schema.org/", "/");
        try (InputStream bytes = Schema.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("expected the meta-schema " + path + " in the library, found none");
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String whole = "\"$ref\": " + new JsonString(from).toJson();
            return JsonValue.parse(
                    text.replace("\"$recursiveRef\": \"#\"", whole).replace("\"$dynamicRef\": \"#meta\"", whole));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
