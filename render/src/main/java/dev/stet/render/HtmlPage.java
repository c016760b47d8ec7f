package dev.stet.render;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Change;
import dev.stet.diff.Diff;
import dev.stet.diff.SectionDiff;
import dev.stet.diff.SectionSummary;
import dev.stet.diff.TextDiff;
import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Kind;
import dev.stet.diff.TextDiff.Line;
import dev.stet.diff.TextDiff.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A diff as an HTML page that needs nothing else: no script, no style sheet, font or image from elsewhere, and a content
 * security policy that forbids them. The two states stand side by side; of long texts the changed lines and three around
 * them, with the words that changed marked. Every text of the contents is escaped.
 */
public final class HtmlPage {

    private final Diff diff;
    private final String title;

    private HtmlPage(Diff diff, String title) {
        this.diff = diff;
        this.title = title;
    }

    /**
     * The page of a diff.
     *
     * @param title what it is headed by, in plain text
     */
    public static HtmlPage of(Diff diff, String title) {
        return new HtmlPage(diff, title);
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
        new Writer(diff, new HtmlText(out)).write(title);
    }

    private static final class Writer {
        private final Diff diff;
        private final HtmlText html;
        private final Labels before;
        private final Labels after;

        Writer(Diff diff, HtmlText html) {
            this.diff = diff;
            this.html = html;
            this.before = new Labels(diff.from(), diff.identities());
            this.after = new Labels(diff.to(), diff.identities());
        }

        void write(String title) throws IOException {
            html.markup(HtmlText.HEAD).text(title).markup(HtmlText.STYLE);
            html.markup("<h1>").text(title).markup("</h1>\n<p>");
            html.text(diff.summary().toString()).markup("</p>\n");
            for (SectionDiff section : diff.sections()) {
                html.markup("<section>\n<h2>").text(section.section()).markup(" <small>");
                html.text(SectionSummary.of(section).amount()).markup("</small></h2>\n");
                for (Change change : section.changes()) {
                    write(change);
                }
                html.markup("</section>\n");
            }
            html.markup("</body>\n</html>\n");
        }

        private void write(Change change) throws IOException {
            if (change instanceof Change.Added added) {
                heading(added.to(), after, "added");
                values(List.of(), PrettyJson.lines(added.value()));
            } else if (change instanceof Change.Removed removed) {
                heading(removed.from(), before, "removed");
                values(PrettyJson.lines(removed.value()), List.of());
            } else if (change instanceof Change.Moved moved) {
                heading(moved.to(), after, "moved from " + moved.from());
            } else {
                write((Change.Replaced) change);
            }
        }

        private void write(Change.Replaced replaced) throws IOException {
            boolean elsewhere = !replaced.from().equals(replaced.to());
            heading(replaced.to(), after, elsewhere ? "was " + replaced.from() : "");
            if (replaced.text().isPresent()) {
                text(replaced.text().get());
            } else {
                values(lines(replaced.before()), lines(replaced.after()));
            }
        }

        private static List<String> lines(JsonValue value) {
            return PrettyJson.lines(value);
        }

        private void heading(JsonPointer place, Labels labels, String what) throws IOException {
            html.markup("<h3><code>").text(place.toString()).markup("</code>");
            for (String label : labels.of(place)) {
                html.markup(" <b>").text(label).markup("</b>");
            }
            html.markup(" <small>").text(what).markup("</small></h3>\n");
        }

        private void values(List<String> removed, List<String> added) throws IOException {
            html.markup("<table>\n<tr><td></td>");
            value("<td class=\"del\">", removed);
            html.markup("<td></td>");
            value("<td class=\"ins\">", added);
            html.markup("</tr>\n</table>\n");
        }

        private void value(String cell, List<String> lines) throws IOException {
            html.markup(lines.isEmpty() ? "<td class=\"none\">" : cell);
            html.text(String.join("\n", lines)).markup("</td>");
        }

        private void text(TextDiff text) throws IOException {
            html.markup("<table>\n");
            for (Passage passage : Passage.of(text)) {
                html.markup("<tr><th colspan=\"4\">lines ").text((passage.from() + 1) + "–" + passage.fromEnd());
                html.text(" → " + (passage.to() + 1) + "–" + passage.toEnd()).markup("</th></tr>\n");
                passage(text, passage);
            }
            html.markup("</table>\n");
        }

        private void passage(TextDiff text, Passage passage) throws IOException {
            int from = passage.from();
            int to = passage.to();
            for (Hunk hunk : passage.hunks()) {
                around(text, from, hunk.before(), to);
                for (int i = 0; i < hunk.lines(); i++) {
                    html.markup("<tr>");
                    side(hunk.removed(), i, "<td class=\"del\">", "<del>", "</del>");
                    side(hunk.added(), i, "<td class=\"ins\">", "<ins>", "</ins>");
                    html.markup("</tr>\n");
                }
                from = Passage.end(hunk);
                to = hunk.after() + hunk.added().size();
            }
            around(text, from, passage.fromEnd(), to);
        }

        private void around(TextDiff text, int from, int fromEnd, int to) throws IOException {
            for (int i = 0; i < fromEnd - from; i++) {
                html.markup("<tr><td class=\"n\">")
                        .text(Integer.toString(from + i + 1))
                        .markup("</td><td>");
                html.text(shown(text.from().get(from + i))).markup("</td><td class=\"n\">");
                html.text(Integer.toString(to + i + 1)).markup("</td><td>");
                html.text(shown(text.to().get(to + i))).markup("</td></tr>\n");
            }
        }

        private void side(List<Line> lines, int index, String cell, String begin, String end) throws IOException {
            if (index >= lines.size()) {
                html.markup("<td class=\"n\"></td><td class=\"none\"></td>");
                return;
            }
            Line line = lines.get(index);
            html.markup("<td class=\"n\">")
                    .text(Integer.toString(line.number()))
                    .markup("</td>")
                    .markup(cell);
            for (Span span : line.spans()) {
                if (span.kind() == Kind.SAME) {
                    html.text(shown(span.text()));
                } else {
                    html.markup(begin).text(marked(span.text())).markup(end);
                }
            }
            html.markup("</td>");
        }

        private static String shown(String line) {
            return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        }

        /** A line break that changed is shown as one, as it may be all that did. */
        private static String marked(String line) {
            return line.endsWith("\n") ? shown(line) + "↵" : line;
        }
    }
}
