package dev.stet.diff;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.Optional;

/**
 * One thing that changed from one content to another. A place named {@code from} is one in the earlier content, a place
 * named {@code to} one in the later; they differ where elements of an array moved or made room, and where members have another
 * name.
 */
public sealed interface Change {

    /** The place to look at: in the later content, and for {@link Removed} in the earlier one. */
    JsonPointer at();

    /** The section it is in. */
    default String section() {
        return at().tokens().get(0);
    }

    /**
     * A member or an element that was not there.
     *
     * @param to where it is
     * @param value the whole of it
     */
    record Added(JsonPointer to, JsonValue value) implements Change {
        @Override
        public JsonPointer at() {
            return to;
        }
    }

    /**
     * A member or an element that is not there any more.
     *
     * @param from where it was
     * @param value the whole of it
     */
    record Removed(JsonPointer from, JsonValue value) implements Change {
        @Override
        public JsonPointer at() {
            return from;
        }
    }

    /**
     * A string, number, boolean or null that became another value, or a value that became one of another kind. What changed
     * inside of an object or array that stayed one is told piece by piece.
     *
     * @param from where it was
     * @param to where it is
     */
    record Replaced(JsonPointer from, JsonPointer to, JsonValue before, JsonValue after) implements Change {
        @Override
        public JsonPointer at() {
            return to;
        }

        /**
         * The lines and words that changed, when both values are strings and one of them is worth it: it has several lines,
         * or is longer than {@value TextDiff#SHORT} characters.
         */
        public Optional<TextDiff> text() {
            return before instanceof JsonString one
                            && after instanceof JsonString other
                            && (TextDiff.isLong(one.value()) || TextDiff.isLong(other.value()))
                    ? Optional.of(TextDiff.between(one.value(), other.value()))
                    : Optional.empty();
        }
    }

    /**
     * A member of an object that is there under another name, with a value that is the same or nearly so. What also changed
     * inside of it follows as changes of their own. A short text or number is only known again where it is the one member whose
     * name changed, among others. Sections are known by their names, and never renamed.
     *
     * @param from where it was
     * @param to where it is
     * @param value the whole of it, as it is
     */
    record Renamed(JsonPointer from, JsonPointer to, JsonValue value) implements Change {
        @Override
        public JsonPointer at() {
            return to;
        }
    }

    /**
     * An element that stands elsewhere among those both arrays have. As few elements as possible are said to have moved.
     * What also changed inside of it follows as changes of their own.
     *
     * @param from where it was
     * @param to where it is
     * @param value the whole of it, as it is
     */
    record Moved(JsonPointer from, JsonPointer to, JsonValue value) implements Change {
        @Override
        public JsonPointer at() {
            return to;
        }
    }
}
