package dev.stet.render;

import dev.stet.shown.Shown;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes HTML: markup that stands in this package as it is, and everything else escaped. */
final class HtmlText {

    private final Appendable out;

    HtmlText(Appendable out) {
        this.out = out;
    }

    HtmlText markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** A text of several lines. */
    HtmlText text(String text) throws IOException {
        return escaped(text, "\n\t");
    }

    /** A text on one line. */
    HtmlText line(String text) throws IOException {
        return escaped(text, "");
    }

    /** Where only text may stand. */
    HtmlText plain(String text) throws IOException {
        return escaped(Shown.line(text), "");
    }

    private HtmlText escaped(String text, String kept) throws IOException {
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            int end = index + Character.charCount(codePoint);
            if (kept.indexOf(codePoint) < 0 && Shown.isHidden(text, index)) {
                hidden(codePoint);
            } else {
                escaped(text, index, end);
            }
            index = end;
        }
        return this;
    }

    private void escaped(String text, int start, int end) throws IOException {
        switch (text.charAt(start)) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.append(text, start, end);
        }
    }

    /** By its number, and by its name for who points at it. */
    private void hidden(int codePoint) throws IOException {
        String name = Optional.ofNullable(Character.getName(codePoint)).orElse("a character of no meaning");
        out.append("<span class=\"hidden\" title=\"").append(name).append("\">");
        out.append(String.format(Locale.ROOT, "U+%04X", codePoint)).append("</span>");
    }
}
