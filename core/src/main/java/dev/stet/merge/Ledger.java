package dev.stet.merge;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.error.InvalidInputException;
import dev.stet.merge.Conflict.Part;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Resolution.Take;
import dev.stet.merge.Resolution.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<Resolution> resolution = byId.isEmpty()
                ? others
                : Optional.ofNullable(byId.get(conflict.id())).or(() -> others);
        if (resolution.isEmpty()) {
            conflicts.add(conflict);
            return null;
        }
        if (resolution.get() instanceof Value given) {
            return valid(conflict, given.value());
        }
        if (conflict.kind() == Conflict.Kind.ORDER && resolution.get() == Take.NOTHING) {
            throw new InvalidInputException(
                    "resolution of " + conflict, "one of the orders, or another one", "removed");
        }
        return taken(conflict, (Take) resolution.get()).map(Part::value).orElse(null);
    }

    private static Optional<Part> taken(Conflict conflict, Take take) {
        return switch (take) {
            case OURS -> conflict.ours();
            case THEIRS -> conflict.theirs();
            case BASE -> conflict.base();
            case NOTHING -> Optional.empty();
        };
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
