package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.schema.InvalidSchemaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of a config page that its schema marks {@code writeOnly}, and how what stands there is kept from people.
 *
 * @param places where one is inside of another, the outer one counts
 */
record Secrets(Set<JsonPointer> places) {
    /** Where a schema cannot be read any more, everything is hidden. */
    static Secrets of(ConfigPage page, CompiledSchemas schemas) {
        try {
            return new Secrets(schemas.of(page.schema()).hidden(page.variables().root()));
        } catch (InvalidSchemaException unreadable) {
            return new Secrets(Set.of(JsonPointer.ROOT));
        }
    }

    /** The page as it may be shown. */
    static ConfigPage masked(ConfigPage page, CompiledSchemas schemas) {
        return page.with(of(page, schemas).masked(page.variables(), Optional.empty()), page.schema());
    }

    /** What differs between two pages, with what either of them hides hidden on both sides. */
    static PageDiff diff(ConfigPage before, ConfigPage after, CompiledSchemas schemas) {
        Set<JsonPointer> all = new LinkedHashSet<>();
        for (Content schema : List.of(before.schema(), after.schema())) {
            all.addAll(of(before.with(before.variables(), schema), schemas).places());
            all.addAll(of(after.with(after.variables(), schema), schemas).places());
        }
        Secrets both = new Secrets(all);
        return new PageDiff(
                Diff.between(
                        both.masked(before.variables(), Optional.empty()),
                        both.masked(after.variables(), Optional.of(before.variables()))),
                Diff.between(before.schema(), after.schema()));
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
