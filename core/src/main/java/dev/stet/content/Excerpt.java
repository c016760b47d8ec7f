package dev.stet.content;

import dev.stet.shown.Shown;

/**
 * A value as an error message may show it: a small one whole, a large one by what it is. What a page leaves out of a long line is
 * another matter: there what changed must be seen, here nothing must.
 */
final class Excerpt {
    private Excerpt() {}

    static String of(JsonValue value) {
        return Extent.of(value).bytes() <= Shown.LONGEST ? Shown.line(value.toJson()) : value.inWords();
    }
}
