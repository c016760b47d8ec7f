package dev.stet.rules;

import dev.stet.content.Content;

/** What a config page says. */
public record PageContents(Content variables, Content schema) {
    /** That of a page that nobody has put anything on. */
    public static final PageContents EMPTY = new PageContents(Content.empty(), Content.empty());
}
