package dev.stet.merge;

import dev.stet.content.JsonValue;
import dev.stet.input.Given;

/** How one {@link Conflict} is decided. */
public sealed interface Resolution {
    /** As our side has it; removed, where our side removed it. */
    static Resolution ours() {
        return Take.OURS;
    }

    /** As their side has it; removed, where their side removed it. */
    static Resolution theirs() {
        return Take.THEIRS;
    }

    /** As it was; removed, where it was not there. */
    static Resolution base() {
        return Take.BASE;
    }

    /**
     * As the caller says. For {@link Conflict.Kind#ELEMENTS} an array, whose elements take the place of the stretch; for
     * {@link Conflict.Kind#LINES} a string that does, with its line ends; for {@link Conflict.Kind#ORDER} an array of the
     * same identities in another order. For {@link Conflict.Kind#RENAMED} what is there under the new name: ours, where both
     * sides have one.
     */
    static Resolution value(JsonValue value) {
        return new Value(value);
    }

    /** Not there at all. For {@link Conflict.Kind#ORDER} that is no decision. */
    static Resolution removed() {
        return Take.NOTHING;
    }

    /** For {@link Conflict.Kind#RENAMED}: under the new name, with what the other side made of the value. */
    static Resolution renamed() {
        return Take.RENAMED;
    }

    /** For {@link Conflict.Kind#ELEMENTS}: what our side has there, and what their side has behind it. */
    static Resolution oursThenTheirs() {
        return Take.OURS_THEN_THEIRS;
    }

    /** For {@link Conflict.Kind#ELEMENTS}: what their side has there, and what our side has behind it. */
    static Resolution theirsThenOurs() {
        return Take.THEIRS_THEN_OURS;
    }

    /** For {@link Conflict.Kind#ELEMENTS}: what our side has there, and behind it what only their side has. */
    static Resolution union() {
        return Take.UNION;
    }

    /** See the methods of the same names. */
    enum Take implements Resolution {
        OURS,
        THEIRS,
        BASE,
        NOTHING,
        RENAMED,
        OURS_THEN_THEIRS,
        THEIRS_THEN_OURS,
        UNION
    }

    /** See {@link #value}. */
    record Value(JsonValue value) implements Resolution {
        public Value {
            Given.the("value", value);
        }
    }
}
