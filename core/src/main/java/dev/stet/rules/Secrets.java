package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.schema.InvalidSchemaException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The places of a config page that its schema marks {@code writeOnly}, and how what stands there is kept from people.
 *
 * @param places none of them within another
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
                .filter(place -> isWithin(finding.at(), place))
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
                    : Content.of(JsonObject.of(mask(JsonPointer.ROOT, variables, before), JsonValue.of(true)));
        }
        List<JsonPatch.Operation> masks = new ArrayList<>();
        for (JsonPointer place : places) {
            boolean outermost = places.stream().noneMatch(other -> !other.equals(place) && isWithin(place, other));
            if (outermost && variables.root().find(place).isPresent()) {
                masks.add(new JsonPatch.Replace(place, JsonValue.of(mask(place, variables, before))));
            }
        }
        return masks.isEmpty()
                ? variables
                : Content.of((JsonObject) JsonPatch.of(masks).applyTo(variables.root()));
    }

    private static String mask(JsonPointer place, Content variables, Optional<Content> before) {
        boolean changed = before.flatMap(was -> was.root().find(place))
                .filter(was -> !Optional.of(was).equals(variables.root().find(place)))
                .isPresent();
        return changed ? PageDiff.HIDDEN_CHANGED : PageDiff.HIDDEN;
    }

    private static boolean isWithin(JsonPointer place, JsonPointer other) {
        List<String> tokens = place.tokens();
        List<String> outer = other.tokens();
        return tokens.size() >= outer.size() && tokens.subList(0, outer.size()).equals(outer);
    }
}
