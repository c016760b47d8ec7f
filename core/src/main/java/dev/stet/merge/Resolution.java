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
     * same identities in another order.
     */
    static Resolution value(JsonValue value) {
        return new Value(value);
    }

    /** Not there at all. For {@link Conflict.Kind#ORDER} that is no decision. */
    static Resolution removed() {
        return Take.NOTHING;
    }

    /** See {@link #ours}, {@link #theirs}, {@link #base} and {@link #removed}. */
    enum Take implements Resolution {
        OURS,
        THEIRS,
        BASE,
        NOTHING
    }

    /** See {@link #value}. */
    record Value(JsonValue value) implements Resolution {
        public Value {
            Given.the("value", value);
        }
    }
}
