package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.environment.Replacing;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.retention.Keep;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * All that a change was asked for with, but its agent and its action, by name. What is kept of it is a hash: SHA-256 over
 * canonical JSON, in which contents are told by their own hashes.
 *
 * <p>The hash of a request is the same in every release: names and forms here never change, and an option that is not used is
 * left out, so that another option can come to be without changing the hashes of requests that do not use it.
 */
public final class Asked {
    private final Map<String, Object> arguments = new LinkedHashMap<>();

    /** An argument that is always said. */
    public Asked with(String name, Object value) {
        arguments.put(name, value);
        return this;
    }

    /** The same, told only when it comes to that. */
    public Asked with(String name, Supplier<Object> value) {
        arguments.put(name, value);
        return this;
    }

    /** An option; left out where it is not used. */
    public Asked option(String name, Optional<?> value) {
        value.ifPresent(given -> arguments.put(name, given));
        return this;
    }

    public Asked option(String name, OptionalLong value) {
        return value.isPresent() ? with(name, value.getAsLong()) : this;
    }

    /** Left out where it is empty. */
    public Asked option(String name, String text) {
        return text.isEmpty() ? this : with(name, text);
    }

    /** Left out where it is false. */
    public Asked option(String name, boolean flag) {
        return flag ? with(name, true) : this;
    }

    public Asked option(Replacing replacing) {
        return replacing instanceof Replacing.Anything ? this : with("replacing", replacing);
    }

    public ContentHash hash() {
        Map<String, JsonValue> told = new LinkedHashMap<>();
        arguments.forEach((name, value) -> told.put(name, json(value)));
        return Content.of(new JsonObject(told)).hash();
    }

    private static JsonValue json(Object value) {
        if (value instanceof Number number) {
            return JsonValue.of(number.longValue());
        }
        if (value instanceof Boolean flag) {
            return JsonValue.of(flag);
        }
        if (value instanceof Collection<?> some) {
            return array(some.toArray());
        }
        if (value instanceof Content content) {
            return JsonValue.of(content.hash().hex());
        }
        if (value instanceof JsonValue given) {
            return hashed(given);
        }
        return composed(value);
    }

    private static JsonValue composed(Object value) {
        if (value instanceof Supplier<?> later) {
            return json(later.get());
        }
        if (value instanceof DraftRef draft) {
            return array(draft.id(), draft.revision());
        }
        if (value instanceof PageRef page) {
            return array(page.environment(), page.revision());
        }
        if (value instanceof Ref ref) {
            return json(ref);
        }
        if (value instanceof Edit edit) {
            return json(edit);
        }
        if (value instanceof Replacing replacing) {
            return replacing instanceof Replacing.Numbered numbered ? array(numbered.number()) : array();
        }
        if (value instanceof Keep keep) {
            return array(keep.newest(), keep.youngerThan());
        }
        return JsonValue.of(value.toString());
    }

    private static JsonArray json(Ref ref) {
        if (ref instanceof Ref.OfVersion version) {
            return array("version", version.number());
        }
        if (ref instanceof Ref.OfDraft draft) {
            return array("draft", draft.id());
        }
        return ref instanceof Ref.OfRevision revision
                ? array("revision", revision.draft())
                : array("content", ((Ref.OfContent) ref).content());
    }

    private static JsonArray json(Edit edit) {
        if (edit instanceof Edit.Whole whole) {
            return array("content", whole.content());
        }
        if (edit instanceof Edit.Section section) {
            return array("section", section.name(), section.value());
        }
        if (edit instanceof Edit.Sections sections) {
            return array("sections", sections.some());
        }
        if (edit instanceof Edit.SectionRemoval removal) {
            return array("removal", removal.name());
        }
        if (edit instanceof Edit.Merge merge) {
            return array("merge patch", merge.patch());
        }
        return array("patch", ((Edit.Patch) edit).patch().toJsonArray());
    }

    private static JsonArray array(Object... values) {
        return new JsonArray(Arrays.stream(values).map(Asked::json).toList());
    }

    /** A value by its hash: it may be long, and nested as deep as a value may be. */
    private static JsonValue hashed(JsonValue value) {
        return value instanceof JsonObject object
                ? array(Content.of(object))
                : JsonValue.of(Content.of(JsonObject.of("value", value)).hash().hex());
    }
}
