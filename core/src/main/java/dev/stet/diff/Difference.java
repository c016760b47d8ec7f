package dev.stet.diff;

import dev.stet.align.Alignment;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonValue;
import java.util.NavigableMap;
import java.util.Optional;

/** How one value became another, as a tree that goes as deep as the change does. */
sealed interface Difference {

    /** There was none before. */
    record Addition(JsonValue value) implements Difference {}

    /** There is none any more. */
    record Removal(JsonValue value) implements Difference {}

    /** Another value, which has not the kind of the one before, or no parts. */
    record Replacement(JsonValue before, JsonValue after) implements Difference {}

    /**
     * There under another name.
     *
     * @param from the name it had
     * @param value the whole of it, as it is
     * @param inside what changed inside of it
     */
    record Renaming(String from, JsonValue value, Optional<Difference> inside) implements Difference {}

    /** An object that stayed one; by the later name, in the order of UTF-16 code units, so that member order does not show. */
    record Members(NavigableMap<String, Difference> changed) implements Difference {}

    /**
     * An array that stayed one.
     *
     * @param changed what became of elements that both states have, by their index in the later state
     */
    record Elements(JsonArray from, JsonArray to, Alignment alignment, NavigableMap<Integer, Difference> changed)
            implements Difference {}
}
