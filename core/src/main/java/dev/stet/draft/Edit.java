package dev.stet.draft;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.content.MergePatch;
import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a save does to a draft's content. A pure function: the same content and the same edit give the same result, on
 * every attempt.
 */
public sealed interface Edit {
    /**
     * The content after this edit.
     *
     * @param limits how far a patch may go on its way; the result itself is held against the host's limits by the save
     */
    Content applyTo(Content content, ContentLimits limits);

    /** Replaces the whole content. */
    static Edit content(Content whole) {
        return new Whole(whole);
    }

    /** Adds or replaces one section and leaves the others. */
    static Edit section(String name, JsonValue value) {
        return new Section(name, value);
    }

    /**
     * Adds or replaces each of these sections whole, and leaves the others: a shallow merge. {@code null} is a value like any
     * other here: nothing is removed.
     */
    static Edit sections(JsonObject some) {
        return new Sections(some);
    }

    /** Removes one section, if it is there. */
    static Edit removeSection(String name) {
        return new SectionRemoval(name);
    }

    /** Applies a JSON Merge Patch (RFC 7396): {@code null} removes, objects merge, everything else replaces. */
    static Edit mergePatch(JsonObject patch) {
        return new Merge(patch);
    }

    /**
     * Applies a JSON Patch (RFC 6902), all of it or nothing.
     *
     * <p>A save with a patch that does not fit throws {@link dev.stet.content.InvalidPatchException}.
     */
    static Edit jsonPatch(JsonPatch patch) {
        return new Patch(patch);
    }

    /** See {@link #content}. */
    record Whole(Content content) implements Edit {
        public Whole {
            Given.the("content", content);
        }

        @Override
        public Content applyTo(Content ignored, ContentLimits limits) {
            return content;
        }
    }

    /** See {@link #section}. */
    record Section(String name, JsonValue value) implements Edit {
        public Section {
            Given.the("section name", name);
            Given.the("value", value);
        }

        @Override
        public Content applyTo(Content content, ContentLimits limits) {
            return content.withSection(name, value);
        }
    }

    /** See {@link #sections}. */
    record Sections(JsonObject some) implements Edit {
        public Sections {
            Given.the("sections", some);
        }

        @Override
        public Content applyTo(Content content, ContentLimits limits) {
            Map<String, JsonValue> merged = new LinkedHashMap<>(content.root().members());
            merged.putAll(some.members());
            return Content.of(new JsonObject(merged));
        }
    }

    /** See {@link #removeSection}. */
    record SectionRemoval(String name) implements Edit {
        public SectionRemoval {
            Given.the("section name", name);
        }

        @Override
        public Content applyTo(Content content, ContentLimits limits) {
            return content.withoutSection(name);
        }
    }

    /** See {@link #mergePatch}. */
    record Merge(JsonObject patch) implements Edit {
        public Merge {
            Given.the("merge patch", patch);
        }

        @Override
        public Content applyTo(Content content, ContentLimits limits) {
            return contentOf(new MergePatch(patch).applyTo(content.root()));
        }
    }

    /** See {@link #jsonPatch}. */
    record Patch(JsonPatch patch) implements Edit {
        public Patch {
            Given.the("patch", patch);
        }

        @Override
        public Content applyTo(Content content, ContentLimits limits) {
            return contentOf(patch.applyTo(content.root(), limits));
        }
    }

    private static Content contentOf(JsonValue patched) {
        if (patched instanceof JsonObject root) {
            return Content.of(root);
        }
        throw new InvalidInputException("patched content", "a JSON object of sections", patched.toJson());
    }
}
