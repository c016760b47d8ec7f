package dev.stet.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.stet.content.JsonPointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goes on with the schema that a reference means, which was found when the document was scanned. */
final class ReferenceValidator extends OwnValidator {

    private final JsonPointer target;
    private @Nullable Schema schema;

    ReferenceValidator(Keyword keyword, Site site, JsonPointer target) {
        super(keyword, site);
        this.target = target;
    }

    /** Sets the schema that is meant, once all are there. */
    void link(Map<JsonPointer, Schema> schemas) {
        schema = schemas.computeIfAbsent(target, ReferenceValidator::missing);
    }

    private static Schema missing(JsonPointer place) {
        throw new IllegalStateException("expected a schema at " + place + "; this is a fault of Stet");
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        if (schema == null) {
            throw new IllegalStateException("expected a linked reference; this is a fault of Stet");
        }
        schema.validate(budget, value, root, at);
    }
}
