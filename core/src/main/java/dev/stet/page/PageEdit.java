package dev.stet.page;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonObject;
import dev.stet.draft.Edit;
import dev.stet.input.Given;
import java.util.Optional;

/**
 * What is to become of a config page: of its variables, of its schema, or of both in one step. A pure function, as
 * {@link Edit} is.
 */
public final class PageEdit {
    private final Optional<Edit> variables;
    private final Optional<Content> schema;

    private PageEdit(Optional<Edit> variables, Optional<Content> schema) {
        this.variables = variables;
        this.schema = schema;
    }

    /** Replaces all variables. */
    public static PageEdit variables(Content whole) {
        return of(Edit.content(whole));
    }

    /**
     * Applies a JSON Merge Patch (RFC 7396) to the variables: {@code null} removes, objects merge, everything else replaces.
     */
    public static PageEdit mergePatch(JsonObject patch) {
        return of(Edit.mergePatch(patch));
    }

    /**
     * Adds or replaces each of these variables whole, and leaves the others. {@code null} is a value like any other: nothing
     * is removed.
     */
    public static PageEdit shallowMerge(JsonObject some) {
        return of(Edit.sections(some));
    }

    /** Puts another schema, and leaves the variables, which must meet it. */
    public static PageEdit schema(Content document) {
        return new PageEdit(Optional.empty(), Given.chosen("schema", document));
    }

    /** This edit of the variables, and another schema in the same step. */
    public PageEdit withSchema(Content document) {
        return new PageEdit(variables, Given.chosen("schema", document));
    }

    private static PageEdit of(Edit variables) {
        return new PageEdit(Given.chosen("variables", variables), Optional.empty());
    }

    /** The variables after this edit. */
    public Content variablesAfter(Content before, ContentLimits limits) {
        return variables.map(edit -> edit.applyTo(before, limits)).orElse(before);
    }

    /** The schema after this edit. */
    public Content schemaAfter(Content before) {
        return schema.orElse(before);
    }

    /** What it edits; never the values, of which some may be secret. */
    @Override
    public String toString() {
        return "PageEdit[variables="
                + variables.map(edit -> edit.getClass().getSimpleName()).orElse("as they are") + ", schema="
                + schema.map(Content::toString).orElse("as it is") + "]";
    }
}
