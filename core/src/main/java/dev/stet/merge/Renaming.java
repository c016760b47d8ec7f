package dev.stet.merge;

import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Resolution.Take;
import dev.stet.merge.Resolution.Value;
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
        return (byOurs ? at.ours() : at.theirs()).at().token();
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
        if (resolution.get() instanceof Value given) {
            return new Outcome(renaming, given.value());
        }
        return switch ((Take) resolution.get()) {
            case OURS -> new Outcome(at.ours(), at.ours().value());
            case THEIRS -> new Outcome(at.theirs(), at.theirs().value());
            case BASE -> new Outcome(at.base(), at.base().value());
            case NOTHING -> new Outcome(renaming, null);
            case RENAMED -> {
                JsonValue value = other.value();
                if (value == null || (byOurs && byTheirs)) {
                    throw Ledger.refused(
                            conflict,
                            "one of the sides, or a value: only where one side renamed it and the other edited it, it can be"
                                    + " renamed with the edit",
                            "renamed");
                }
                yield new Outcome(renaming, renamed.apply(value));
            }
            case OURS_THEN_THEIRS, THEIRS_THEN_OURS, UNION ->
                throw Ledger.refused(conflict, "one that fits its kind", "both, which is for stretches of arrays");
        };
    }
}
