package dev.stet.render;

import dev.stet.diff.Change;
import dev.stet.diff.TextDiff;
import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Kind;
import dev.stet.diff.TextDiff.Line;
import java.io.IOException;
import java.util.List;

/** Writes what became of one value: lines that stayed over the whole width, and beside each other what gave way to what. */
final class ChangeHtml {

    /** How many characters of a long line are shown on each side of what changed in it. */
    private static final int AROUND = 300;

    private final HtmlText html;

    ChangeHtml(HtmlText html) {
        this.html = html;
    }

    void added(List<String> lines) throws IOException {
        html.markup("<div class=\"row\">");
        block(Ink.ADDED, lines);
        html.markup("</div>\n");
    }

    void removed(List<String> lines) throws IOException {
        html.markup("<div class=\"row\">");
        block(Ink.REMOVED, lines);
        html.markup("</div>\n");
    }

    void replaced(Change.Replaced change) throws IOException {
        TextDiff text = change.text().orElse(null);
        if (text != null && !text.from().isEmpty() && !text.to().isEmpty()) {
            text(text);
        } else {
            html.markup("<div class=\"row two\">");
            block(Ink.REMOVED, PrettyJson.lines(change.before()));
            block(Ink.ADDED, PrettyJson.lines(change.after()));
            html.markup("</div>\n");
        }
    }

    /** A short value under its name. */
    void field(String name, Change.Replaced change) throws IOException {
        html.markup("<div class=\"row field\"><span class=\"name\">").line(name).markup("</span>");
        block(Ink.REMOVED, PrettyJson.lines(change.before()));
        block(Ink.ADDED, PrettyJson.lines(change.after()));
        html.markup("</div>\n");
    }

    private void text(TextDiff text) throws IOException {
        int shown = 0;
        for (Passage passage : Passage.of(text)) {
            gap(passage.from() - shown);
            passage(text, passage);
            shown = passage.fromEnd();
        }
        gap(text.from().size() - shown);
    }

    private void gap(int lines) throws IOException {
        if (lines > 0) {
            html.markup("<p class=\"gap\">").text(lines == 1 ? "1 line" : lines + " lines");
            html.text(" the same on both sides").markup("</p>\n");
        }
    }

    private void passage(TextDiff text, Passage passage) throws IOException {
        int from = passage.from();
        int to = passage.to();
        for (Hunk hunk : passage.hunks()) {
            same(text, from, hunk.before(), to);
            for (Row row : Row.of(hunk)) {
                row(row);
            }
            from = Passage.end(hunk);
            to = hunk.after() + hunk.added().size();
        }
        same(text, from, passage.fromEnd(), to);
    }

    private void same(TextDiff text, int from, int fromEnd, int to) throws IOException {
        if (from < fromEnd) {
            html.markup("<div class=\"row same\">");
            for (int i = 0; i < fromEnd - from; i++) {
                same(from + i + 1, to + i + 1, text.from().get(from + i));
            }
            html.markup("</div>\n");
        }
    }

    private void same(int from, int to, String line) throws IOException {
        html.markup("<div class=\"line\"><span class=\"no\">").text(Integer.toString(from));
        html.markup("</span><span class=\"no\">").text(Integer.toString(to)).markup("</span><span class=\"text\">");
        parts(Excerpt.ofSame(line, AROUND), Ink.SAME);
        html.markup("</span></div>");
    }

    /** Lines that were edited beside each other, and what stands between them likewise. */
    private void row(Row row) throws IOException {
        if (row.same()) {
            Line before = row.removed().get(0);
            html.markup("<div class=\"row same\">");
            same(before.number(), row.added().get(0).number(), before.text());
        } else {
            boolean both = !row.removed().isEmpty() && !row.added().isEmpty();
            html.markup(both ? "<div class=\"row two\">" : "<div class=\"row\">");
            lines(Ink.REMOVED, row.removed(), both && !row.endsAlike());
            lines(Ink.ADDED, row.added(), both && !row.endsAlike());
        }
        html.markup("</div>\n");
    }

    private void lines(Ink ink, List<Line> lines, boolean breakDiffers) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        html.markup(ink.begin);
        for (Line line : lines) {
            html.markup("<div class=\"line\"><span class=\"no\">").text(Integer.toString(line.number()));
            html.markup("</span>").markup(ink.sign).markup("<span class=\"text\">");
            parts(Excerpt.of(line, AROUND), line.isMarked() ? ink : Ink.SAME);
            if (breakDiffers && line.endsWithBreak()) {
                html.markup("<mark>↵</mark>");
            }
            html.markup("</span></div>");
        }
        html.markup(ink.end);
    }

    private void block(Ink ink, List<String> lines) throws IOException {
        html.markup(ink.begin);
        for (String line : lines) {
            html.markup("<div class=\"line\">").markup(ink.sign).markup("<span class=\"text\">");
            parts(Excerpt.ofChanged(line, AROUND), Ink.SAME);
            html.markup("</span></div>");
        }
        html.markup(ink.end);
    }

    private void parts(List<Excerpt.Part> parts, Ink ink) throws IOException {
        for (Excerpt.Part part : parts) {
            if (part.leftOut() > 0) {
                html.markup("<span class=\"cut\">").text("… " + part.leftOut() + " characters …");
                html.markup("</span>");
            } else if (part.kind() == Kind.SAME || ink == Ink.SAME) {
                html.text(shown(part.text()));
            } else if (!shown(part.text()).isEmpty()) {
                html.markup("<mark>").text(shown(part.text())).markup("</mark>");
            }
        }
    }

    private static String shown(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private enum Ink {
        SAME("", "", ""),
        REMOVED("<del><span class=\"said\">removed</span>", "<span class=\"sign\">−</span>", "</del>"),
        ADDED("<ins><span class=\"said\">added</span>", "<span class=\"sign\">+</span>", "</ins>");

        private final String begin;
        private final String sign;
        private final String end;

        Ink(String begin, String sign, String end) {
            this.begin = begin;
            this.sign = sign;
            this.end = end;
        }
    }
}
