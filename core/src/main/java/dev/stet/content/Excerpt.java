package dev.stet.content;

import dev.stet.shown.Shown;

/** A value as an error message may show it: a small one whole, a large one by what it is. */
final class Excerpt {
    private Excerpt() {}

    static String of(JsonValue value) {
        return Extent.of(value).bytes() <= Shown.LONGEST ? Shown.line(value.toJson()) : value.inWords();
    }
}
