package dev.stet.merge;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.error.InvalidInputException;
import dev.stet.merge.Conflict.Part;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Resolution.Take;
import dev.stet.merge.Resolution.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a walk finds out on its way: who did what, and what nobody has decided yet. */
final class Ledger {
    private final Map<String, Resolution> byId;
    private final Optional<Resolution> others;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();

    Ledger(Resolutions resolutions) {
        this.byId = resolutions.byId();
        this.others = resolutions.others();
    }

    /** The conflicts that are not resolved. */
    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    List<Contribution> contributions() {
        return List.copyOf(contributions);
    }

    void contributed(By by, Spot base, Spot side) {
        contributions.add(
                new Contribution(by, base.part().map(Part::at), side.part().map(Part::at)));
    }

    /** What is there after all; nothing as long as nobody decides. */
    @Nullable
    JsonValue decide(Conflict conflict) {
        return resolution(conflict).map(chosen -> value(conflict, chosen)).orElse(null);
    }

    /** How a conflict is decided; it is open as long as nobody does. */
    Optional<Resolution> resolution(Conflict conflict) {
        Optional<Resolution> resolution = byId.isEmpty()
                ? others
                : Optional.ofNullable(byId.get(conflict.id())).or(() -> others);
        if (resolution.isEmpty()) {
            conflicts.add(conflict);
        }
        return resolution;
    }

    /** What a resolution makes of a conflict; nothing where it removes. Refused where it does not fit the kind of conflict. */
    static @Nullable JsonValue value(Conflict conflict, Resolution resolution) {
        return resolution instanceof Value given ? valid(conflict, given.value()) : taken(conflict, (Take) resolution);
    }

    private static @Nullable JsonValue taken(Conflict conflict, Take take) {
        if (conflict.kind() == Conflict.Kind.ORDER && take == Take.NOTHING) {
            throw refused(conflict, "one of the orders, or another one", "removed");
        }
        return switch (take) {
            case OURS -> value(conflict.ours());
            case THEIRS -> value(conflict.theirs());
            case BASE -> value(conflict.base());
            case NOTHING -> null;
            case RENAMED ->
                throw refused(conflict, "one that fits its kind", "the new name with the other side's edit");
            case OURS_THEN_THEIRS -> joined(conflict, conflict.ours(), conflict.theirs(), false);
            case THEIRS_THEN_OURS -> joined(conflict, conflict.theirs(), conflict.ours(), false);
            case UNION -> joined(conflict, conflict.ours(), conflict.theirs(), true);
        };
    }

    private static @Nullable JsonValue value(Optional<Part> part) {
        return part.map(Part::value).orElse(null);
    }

    private static JsonArray joined(Conflict conflict, Optional<Part> first, Optional<Part> second, boolean once) {
        if (conflict.kind() != Conflict.Kind.ELEMENTS) {
            throw refused(conflict, "one that fits its kind", "both, which is for stretches of arrays");
        }
        List<JsonValue> joined = new ArrayList<>(elements(first));
        Set<Object> known = new HashSet<>();
        if (once) {
            joined.forEach(element -> known.add(Fingerprint.key(element)));
        }
        for (JsonValue element : elements(second)) {
            if (!known.contains(Fingerprint.key(element))) {
                joined.add(element);
            }
        }
        return new JsonArray(joined);
    }

    private static List<JsonValue> elements(Optional<Part> part) {
        return value(part) instanceof JsonArray array ? array.elements() : List.of();
    }

    static InvalidInputException refused(Conflict conflict, String expected, String found) {
        return new InvalidInputException("resolution of " + conflict, expected, found);
    }

    private static JsonValue valid(Conflict conflict, JsonValue given) {
        boolean valid = switch (conflict.kind()) {
            case ELEMENTS, ORDER -> given instanceof JsonArray;
            case LINES -> given instanceof JsonString;
            default -> true;
        };
        if (!valid) {
            throw new InvalidInputException(
                    "resolution of " + conflict,
                    conflict.kind() == Conflict.Kind.LINES ? "a string: those lines" : "an array: those elements",
                    given.toJson());
        }
        return given;
    }
}
