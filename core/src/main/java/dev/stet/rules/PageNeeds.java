package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentValidator;
import dev.stet.content.Finding;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.schema.InvalidSchemaException;
import java.util.List;
import java.util.Optional;

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
        return needs(content)
                .map(schema -> {
                    try {
                        schemas.of(schema);
                        return List.<Finding>of();
                    } catch (InvalidSchemaException invalid) {
                        return invalid.findings().stream().map(this::inContent).toList();
                    }
                })
                .orElseGet(List::of);
    }

    /** What a page does not offer of what a version needs; of needs that are no schema, why not. */
    List<Finding> unmet(Content version, PageContents page) {
        return needs(version)
                .map(schema -> {
                    try {
                        return Hiding.of(page, schemas)
                                .cut(schemas.of(schema)
                                        .findings(page.variables().root()));
                    } catch (InvalidSchemaException invalid) {
                        return invalid.findings().stream().map(this::inContent).toList();
                    }
                })
                .orElseGet(List::of);
    }

    private Optional<JsonValue> needs(Content content) {
        return content.root().find(at).filter(found -> found != JsonNull.NULL);
    }

    private Finding inContent(Finding finding) {
        JsonPointer place = at;
        for (String token : finding.at().tokens()) {
            place = place.append(token);
        }
        return new Finding(place, finding.rule(), finding.message(), finding.schemaAt());
    }
}
