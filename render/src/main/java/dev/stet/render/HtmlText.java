package dev.stet.render;

import dev.stet.shown.Shown;
import java.io.IOException;

/** Writes HTML: markup that stands in this package as it is, and everything else escaped. */
final class HtmlText {

    /** All there is before the title. */
    static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>""";

    /** All there is between the title and the body. */
    static final String STYLE = """
            </title>
            <style>
            :root { color-scheme: light dark; --del: #ffe3e3; --ins: #ddf6dd; --word-del: #ffb3b3; --word-ins: #9be29b; --none: #8882; }
            @media (prefers-color-scheme: dark) { :root { --del: #4a1c1c; --ins: #17391f; --word-del: #8c2f2f; --word-ins: #27703a; } }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
            h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; } small { font-weight: normal; opacity: .7; }
            table { border-collapse: collapse; table-layout: fixed; width: 100%; }
            td { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; padding: 0 .4rem; vertical-align: top; white-space: pre-wrap; }
            td.n, td:empty:not(.none) { opacity: .5; text-align: right; width: 2.5rem; }
            th { font: 12px system-ui, sans-serif; opacity: .6; padding: .4rem; text-align: left; }
            td.del { background: var(--del); } td.ins { background: var(--ins); } td.none { background: var(--none); }
            del { background: var(--word-del); text-decoration: none; } ins { background: var(--word-ins); text-decoration: none; }
            </style>
            </head>
            <body>
            """;

    private final Appendable out;

    HtmlText(Appendable out) {
        this.out = out;
    }

    HtmlText markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    HtmlText text(String text) throws IOException {
        String visible = Shown.text(text);
        for (int i = 0; i < visible.length(); i++) {
            char unit = visible.charAt(i);
            switch (unit) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(unit);
            }
        }
        return this;
    }
}
