package dev.stet.content;

import dev.stet.shown.Shown;

/**
 * A value as an error message may show it: a small one whole, a large one by what it is. The lines of a diff are cut by another
 * rule: there what changed must be seen, here nothing must.
 */
final class Excerpt {
    private Excerpt() {}

    static String of(JsonValue value) {
        return Extent.of(value).bytes() <= Shown.LONGEST ? Shown.line(value.toJson()) : value.inWords();
    }
}
