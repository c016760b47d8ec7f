package dev.stet.merge;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.Optional;

/**
 * A place where two sides made different things of one base, so that somebody has to decide.
 *
 * @param kind what collides
 * @param base what was there; empty where nothing was
 * @param ours what our side made of it; empty where our side removed it
 * @param theirs what their side made of it; empty where their side removed it
 */
public record Conflict(Kind kind, Optional<Part> base, Optional<Part> ours, Optional<Part> theirs) {
    /** What collides. */
    public enum Kind {
        /** Both sides put another value in the place of one, of the same JSON type as it was. */
        BOTH_EDITED,
        /** Both sides put another value there, and at least one of them a value of another JSON type. */
        TYPE_CHANGED,
        /** Both sides put different values where nothing was. */
        BOTH_ADDED,
        /** Our side removed what their side edited. */
        REMOVED_BY_OURS,
        /** Their side removed what our side edited. */
        REMOVED_BY_THEIRS,
        /**
         * A member has another name on one side, or an element another identity, and the rest of its value is as it was; the
         * other side edited it, removed it, or gave it a name of its own. The parts are the value under the name it has there.
         */
        RENAMED,
        /**
         * Both sides changed the same stretch of an array whose elements have no identity, or gave all of its elements other
         * identities. The parts are the arrays of the elements in that stretch.
         */
        ELEMENTS,
        /** Both sides changed the same lines of a text, or lines next to each other. The parts are those lines. */
        LINES,
        /**
         * Both sides reordered the elements of an array, each in another way. The parts are the arrays of the identities
         * of those elements that all three have, in their order; what the elements say is merged apart from that.
         */
        ORDER
    }

    /**
     * What one of the three contents has where a conflict is.
     *
     * @param at the place in that content: of the value, or, for {@link Kind#ELEMENTS}, {@link Kind#LINES} and
     *     {@link Kind#ORDER}, of the array or text that is in conflict with itself
     * @param span which elements or lines of it; only for {@link Kind#ELEMENTS} and {@link Kind#LINES}
     * @param value what is there
     */
    public record Part(JsonPointer at, Optional<Span> span, JsonValue value) {}

    /**
     * A stretch of elements or lines.
     *
     * @param from the first, counted from 0
     * @param to the first after it; the same as {@code from} where the stretch is empty
     */
    public record Span(int from, int to) {
        int length() {
            return to - from;
        }

        @Override
        public String toString() {
            return "[" + from + "," + to + ")";
        }
    }

    /**
     * The place, for people: in our content, or, where our side removed it, in the base.
     *
     * <p>Two conflicts of one merge can have the same pointer; {@link #id()} tells them apart.
     */
    public JsonPointer pointer() {
        return ours.or(() -> base).or(() -> theirs).orElseThrow().at();
    }

    /**
     * What tells this conflict from every other one of the same merge, and is the same each time the same three contents
     * are merged. It reads as the pointer to the place in the base; for what was not there, as {@code +} and the pointer
     * to it in our content. {@code ~[3,5)} after that is a stretch of elements or lines, {@code ~order} an order.
     */
    public String id() {
        String place = base.map(part -> part.at().toString())
                .orElseGet(() -> "+" + ours.map(part -> part.at().toString()).orElse(""));
        String span = base.flatMap(Part::span).map(stretch -> "~" + stretch).orElse("");
        return place + (kind == Kind.ORDER ? "~order" : span);
    }

    /** Where it is and what collides; never the values, which may be whole configurations. */
    @Override
    public String toString() {
        return kind + " at " + id();
    }
}
