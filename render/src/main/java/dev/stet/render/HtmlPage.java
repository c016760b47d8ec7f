package dev.stet.render;

import dev.stet.diff.Diff;
import dev.stet.input.Given;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A diff as an HTML page that needs nothing else: no script, no style sheet, font or image from elsewhere, and a content
 * security policy that forbids them. Immutable.
 *
 * <p>What changed is named by its label first and its place second, listed at the beginning, and folds by section. Of long
 * texts the changed lines and three around them are shown, of long lines what changed and what stands beside it; words are marked
 * where at least half of their line stayed. Signs stand beside the colours. The page is light or dark as its reader has it, one
 * column on a narrow screen, and all of it on paper.
 *
 * <p>It shows values, also those that somebody may want kept from others. Every text of the contents is escaped, and what
 * nobody would see is shown by its number: see {@link dev.stet.shown.Shown}.
 */
public final class HtmlPage {
    private final Diff diff;
    private final String title;
    private final Side before;
    private final Side after;

    private HtmlPage(Diff diff, String title, Side before, Side after) {
        this.diff = diff;
        this.title = title;
        this.before = before;
        this.after = after;
    }

    /**
     * The page of a diff.
     *
     * @param title what it is headed by, in plain text
     */
    public static HtmlPage of(Diff diff, String title) {
        Given.the("title of a page", title);
        return new HtmlPage(Given.the("diff", diff), title, Side.named(""), Side.named(""));
    }

    /** The same page, which says what the earlier content is. */
    public HtmlPage before(Side side) {
        return new HtmlPage(diff, title, Given.the("earlier side", side), after);
    }

    /** The same page, which says what the later content is. */
    public HtmlPage after(Side side) {
        return new HtmlPage(diff, title, before, Given.the("later side", side));
    }

    /** The page, whole. */
    public String html() {
        StringBuilder page = new StringBuilder();
        try {
            writeTo(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toString();
    }

    /** Writes what {@link #html} returns, piece by piece. */
    public void writeTo(Appendable out) throws IOException {
        new PageWriter(diff, new HtmlText(Given.the("page's destination", out))).write(title, before, after);
    }
}
