package dev.stet.schema;

import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A dialect of JSON Schema that is understood. */
enum Draft {
    DRAFT_4("http://json-schema.org/draft-04/schema"),
    DRAFT_6("http://json-schema.org/draft-06/schema"),
    DRAFT_7("http://json-schema.org/draft-07/schema"),
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema");

    private final String iri;

    Draft(String iri) {
        this.iri = iri;
    }

    String iri() {
        return iri;
    }

    /** The member that names a schema. */
    String idKeyword() {
        return this == DRAFT_4 ? "id" : "$id";
    }

    boolean isAtLeast(Draft other) {
        return compareTo(other) >= 0;
    }

    /** Whether a reference makes what stands beside it meaningless. */
    boolean referenceStandsAlone() {
        return !isAtLeast(DRAFT_2019_09);
    }

    /** The dialect that a document is written in: Draft 7 when it does not say; nothing when it is none of these. */
    static Optional<Draft> of(JsonValue document) {
        Optional<JsonValue> named = document instanceof JsonObject object ? object.find("$schema") : Optional.empty();
        return named.isEmpty() ? Optional.of(DRAFT_7) : named(named.get());
    }

    /** The dialect of this name; an empty fragment at its end makes no difference. */
    static Optional<Draft> named(JsonValue name) {
        if (!(name instanceof JsonString string)) {
            return Optional.empty();
        }
        String iri = string.value().endsWith("#")
                ? string.value().substring(0, string.value().length() - 1)
                : string.value();
        return Arrays.stream(values()).filter(draft -> draft.iri.equals(iri)).findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(Draft::iri).collect(Collectors.joining(", "));
    }
}
