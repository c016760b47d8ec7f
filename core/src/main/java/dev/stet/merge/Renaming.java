package dev.stet.merge;

import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Resolution.Take;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that has another name on one side, or on both. Where the other side left it alone, it is there under the new name;
 * otherwise it is a conflict.
 *
 * @param at what each of the three has, each under its own name
 * @param byOurs whether our side renamed it
 * @param byTheirs whether their side renamed it
 */
record Renaming(Trio at, boolean byOurs, boolean byTheirs) {
    /** Which of the three names it has in the end, and what is there under it; nothing where it is not there. */
    record Outcome(Spot name, @Nullable JsonValue value) {}

    /** The name of the member that was renamed: ours, where both sides did. */
    String name() {
        return (byOurs ? at.ours() : at.theirs()).at().last();
    }

    /**
     * What it comes to.
     *
     * @param renamed what the other side has, under the new name
     */
    Outcome merged(Ledger ledger, Function<JsonValue, JsonValue> renamed) {
        Spot other = byOurs ? at.theirs() : at.ours();
        Spot renaming = byOurs ? at.ours() : at.theirs();
        if (!(byOurs && byTheirs) && other.saysTheSameAs(at.base())) {
            ledger.contributed(byOurs ? By.OURS : By.THEIRS, at.base(), renaming);
            return new Outcome(renaming, renaming.value());
        }
        Conflict conflict = new Conflict(
                Kind.RENAMED, at.base().part(), at.ours().part(), at.theirs().part());
        Optional<Resolution> resolution = ledger.resolution(conflict);
        if (resolution.isEmpty()) {
            return new Outcome(renaming, null);
        }
        Resolution chosen = resolution.get();
        if (chosen == Take.RENAMED) {
            return new Outcome(renaming, renamed.apply(edited(other, conflict)));
        }
        return new Outcome(
                chosen instanceof Take take ? named(take, renaming) : renaming, Ledger.value(conflict, chosen));
    }

    private JsonValue edited(Spot other, Conflict conflict) {
        JsonValue value = other.value();
        if (value == null || (byOurs && byTheirs)) {
            throw Ledger.refused(
                    conflict,
                    "one of the sides, or a value: only where one side renamed it and the other edited it, it can be"
                            + " renamed with the edit",
                    "renamed");
        }
        return value;
    }

    private Spot named(Take take, Spot renaming) {
        return switch (take) {
            case OURS -> at.ours();
            case THEIRS -> at.theirs();
            case BASE -> at.base();
            default -> renaming;
        };
    }
}
