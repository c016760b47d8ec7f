package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.schema.InvalidSchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of a config page that its schema marks {@code writeOnly}, and how what stands there is kept from people. Whatever
 * leaves the library of a page, but for {@code resolve} and for those who asked for clear text, was masked here.
 *
 * @param places where one is inside of another, the outer one counts
 */
record Secrets(Set<JsonPointer> places) {
    /** What is shown in place of a value. */
    static final String MASK = PageDiff.HIDDEN;

    /** What a page hides by its own schema. */
    static Secrets of(ConfigPage page, CompiledSchemas schemas) {
        return of(page.variables(), Set.of(page.schema()), schemas);
    }

    /** What variables hide by any of some schemas. Where one cannot be read any more, everything is hidden. */
    static Secrets of(Content variables, Collection<Content> by, CompiledSchemas schemas) {
        Set<JsonPointer> places = new LinkedHashSet<>();
        for (Content schema : by) {
            try {
                places.addAll(schemas.of(schema).hidden(variables.root()));
            } catch (InvalidSchemaException unreadable) {
                places.add(JsonPointer.ROOT);
            }
        }
        return new Secrets(places);
    }

    /** Whether a schema hides anything of some variables. One that cannot be read any more hides everything. */
    static boolean mayBeHidden(Content by, CompiledSchemas schemas) {
        try {
            return schemas.of(by).hidesSomething();
        } catch (InvalidSchemaException unreadable) {
            return true;
        }
    }

    /** What differs between two pages, with what any of the schemas hides of either hidden on both sides. */
    static PageDiff diff(ConfigPage before, ConfigPage after, Collection<Content> by, CompiledSchemas schemas) {
        Set<JsonPointer> all =
                new LinkedHashSet<>(of(before.variables(), by, schemas).places());
        all.addAll(of(after.variables(), by, schemas).places());
        Secrets both = new Secrets(all);
        return new PageDiff(
                Diff.between(
                        both.masked(before.variables(), Optional.empty()),
                        both.masked(after.variables(), Optional.of(before.variables()))),
                Diff.between(before.schema(), after.schema()));
    }

    /** Whether a value is a mask: nothing else can be. */
    static boolean isMask(JsonValue value) {
        return value instanceof JsonString text
                && (text.value().equals(MASK) || text.value().equals(PageDiff.HIDDEN_CHANGED));
    }

    /** Whether every place that is hidden here is hidden by others, too. */
    boolean areHiddenBy(Secrets others) {
        return places.stream().allMatch(others::hide);
    }

    private boolean hide(JsonPointer place) {
        return places.contains(place) || (!place.isRoot() && hide(place.parent()));
    }

    /** Variables as they may be shown. */
    Content masked(Content variables) {
        return masked(variables, Optional.empty());
    }

    /** A part of the variables as it may be shown. */
    JsonValue masked(JsonValue part, JsonPointer at) {
        return masked(part, at, Optional.empty());
    }

    /** Findings that say nothing of what is hidden but that it was found wanting. */
    List<Finding> cut(List<Finding> findings) {
        return findings.stream().map(this::cut).distinct().toList();
    }

    private Finding cut(Finding finding) {
        return places.stream()
                .filter(place -> finding.at().equals(place) || finding.at().isInside(place))
                .findFirst()
                .map(place -> new Finding(
                        place,
                        finding.rule(),
                        "expected a value that meets '" + finding.rule() + "', found another, which is hidden",
                        finding.schemaAt()))
                .orElse(finding);
    }

    private Content masked(Content variables, Optional<Content> before) {
        if (places.contains(JsonPointer.ROOT)) {
            return variables.root().members().isEmpty()
                    ? variables
                    : Content.of(JsonObject.of(mask(JsonPointer.ROOT, variables.root(), before), JsonValue.of(true)));
        }
        return places.isEmpty()
                ? variables
                : Content.of((JsonObject) masked(variables.root(), JsonPointer.ROOT, before));
    }

    private JsonValue masked(JsonValue value, JsonPointer at, Optional<Content> before) {
        if (places.contains(at)) {
            return JsonValue.of(mask(at, value, before));
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, masked(member, at.append(name), before)));
            return new JsonObject(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(masked(element, at.append(elements.size()), before)));
            return new JsonArray(elements);
        }
        return value;
    }

    private static String mask(JsonPointer place, JsonValue value, Optional<Content> before) {
        boolean changed = before.flatMap(was -> was.root().find(place))
                .filter(was -> !was.equals(value))
                .isPresent();
        return changed ? PageDiff.HIDDEN_CHANGED : PageDiff.HIDDEN;
    }
}
