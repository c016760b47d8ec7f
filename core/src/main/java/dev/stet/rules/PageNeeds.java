package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentValidator;
import dev.stet.content.Finding;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What versions need of the config page they run with: a JSON Schema at one place in their content, which the variables of
 * the page must meet. Where there is nothing, or {@code null}, nothing is needed.
 *
 * @param at the place
 */
record PageNeeds(JsonPointer at, CompiledSchemas schemas) implements ContentValidator {
    /** What stands at the place must be a schema: a content rule. */
    @Override
    public List<Finding> check(Content content) {
        return findings(content, schema -> List.of());
    }

    /** What a page does not offer of what a version needs; of needs that are no schema, why not. */
    List<Finding> unmet(Content version, ConfigPage page) {
        return findings(
                version,
                schema -> Secrets.of(page, schemas)
                        .cut(schema.findings(page.variables().root())));
    }

    /** The same of a version that serves already: needs that nobody can read are none that a page could break. */
    List<Finding> broken(Content served, ConfigPage page) {
        return check(served).isEmpty() ? unmet(served, page) : List.of();
    }

    private List<Finding> findings(Content content, Function<JsonSchema, List<Finding>> check) {
        Optional<JsonValue> needs = content.root().find(at).filter(found -> found != JsonNull.NULL);
        if (needs.isEmpty()) {
            return List.of();
        }
        try {
            return check.apply(schemas.of(needs.get()));
        } catch (InvalidSchemaException invalid) {
            return invalid.findings().stream()
                    .map(finding -> finding.within(at))
                    .toList();
        }
    }
}
