package dev.stet.diff;

import dev.stet.align.Alignment;
import dev.stet.align.Renames;
import dev.stet.content.Fingerprint;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the difference of two values. Equal parts are told by their fingerprints and never walked. */
final class Comparison {

    private final Identities identities;

    Comparison(Identities identities) {
        this.identities = identities;
    }

    /** Nothing when the values are equal. */
    Optional<Difference> of(JsonValue before, JsonValue after, JsonPointer place) {
        return Fingerprint.same(before, after) ? Optional.empty() : Optional.of(different(before, after, place));
    }

    private Difference different(JsonValue before, JsonValue after, JsonPointer place) {
        if (before instanceof JsonObject one && after instanceof JsonObject other) {
            return members(one, other, place);
        }
        if (before instanceof JsonArray one && after instanceof JsonArray other) {
            return elements(one, other, place);
        }
        return new Difference.Replacement(before, after);
    }

    Difference.Members members(JsonObject before, JsonObject after, JsonPointer place) {
        NavigableMap<String, Difference> changed = new TreeMap<>();
        // What is directly in the content is a section, and known by its name.
        Map<String, String> renames =
                place.isRoot() ? Map.of() : Renames.tellingOfMembers(before.members(), after.members());
        renames.forEach((from, to) -> {
            JsonValue was = Objects.requireNonNull(before.members().get(from));
            JsonValue is = Objects.requireNonNull(after.members().get(to));
            changed.put(to, new Difference.Renaming(from, is, of(was, is, place.append(from))));
        });
        for (Map.Entry<String, JsonValue> member : before.members().entrySet()) {
            String name = member.getKey();
            @Nullable JsonValue counterpart = after.members().get(name);
            if (renames.containsKey(name)) {
                continue;
            }
            if (counterpart == null) {
                changed.put(name, new Difference.Removal(member.getValue()));
            } else if (!Fingerprint.same(member.getValue(), counterpart)) {
                changed.put(name, different(member.getValue(), counterpart, place.append(name)));
            }
        }
        after.members().forEach((name, value) -> {
            if (!before.members().containsKey(name)) {
                changed.putIfAbsent(name, new Difference.Addition(value));
            }
        });
        return new Difference.Members(changed);
    }

    private Difference elements(JsonArray before, JsonArray after, JsonPointer place) {
        Alignment alignment = Alignment.of(before, after, place, identities);
        NavigableMap<Integer, Difference> changed = new TreeMap<>();
        for (Alignment.Pair pair : alignment.pairs()) {
            JsonValue one = before.elements().get(pair.from());
            JsonValue other = after.elements().get(pair.to());
            if (!Fingerprint.same(one, other)) {
                changed.put(pair.to(), different(one, other, place.append(pair.from())));
            }
        }
        return new Difference.Elements(before, after, alignment, changed);
    }
}
