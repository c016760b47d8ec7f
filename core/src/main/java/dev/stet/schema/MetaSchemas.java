package dev.stet.schema;

import com.networknt.schema.Schema;
import dev.stet.content.Finding;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each dialect demands of a schema. The documents come with the library; each dialect is put into one document. */
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
                            "content"));

    private static final Map<Draft, Check> CHECKS = new EnumMap<>(Draft.class);

    static {
        for (Draft draft : Draft.values()) {
            JsonValue document = document(draft);
            CHECKS.put(draft, new Check(document, Scan.of(document, draft), Limits.META_STEPS));
        }
    }

    private MetaSchemas() {}

    /** What the dialect objects to in a document; the places are those of the document. */
    static List<Finding> findings(JsonValue document, Draft draft) {
        Check check = CHECKS.get(draft);
        if (check == null) {
            throw new IllegalStateException("expected a meta-schema of " + draft + "; this is a fault of Stet");
        }
        return check.findings(document, Limits.SCHEMA_DEPTH, unused -> Set.<JsonPointer>of()).stream()
                .map(finding -> new Finding(finding.at(), finding.rule(), finding.message(), Optional.empty()))
                .distinct()
                .toList();
    }

    private static JsonValue document(Draft draft) {
        String path = draft.iri().replaceFirst("https?://json-schema.org/", "/");
        JsonObject root = (JsonObject) read(path, draft);
        JsonObject parts = JsonObject.of();
        for (String vocabulary : VOCABULARIES.getOrDefault(draft, List.of())) {
            parts = parts.with(vocabulary, read(path.replace("/schema", "/meta/" + vocabulary), draft));
        }
        return parts.members().isEmpty() ? root : root.with("$defs", parts);
    }

    /**
     * Reads a document that comes with the library. References that would mean another schema from each place mean the whole
     * here, as they do for whoever starts at the whole; whether a pattern can be read is looked at elsewhere.
     */
    private static JsonValue read(String path, Draft draft) {
        try (InputStream bytes = Schema.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("expected the meta-schema " + path + " in the library, found none");
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String whole = "\"$ref\": \"" + draft.iri() + "\"";
            return JsonValue.parse(text.replace("\"$recursiveRef\": \"#\"", whole)
                    .replace("\"$dynamicRef\": \"#meta\"", whole)
                    .replaceAll("\"format\": *\"regex\"", "\"\\$comment\": \"\""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
