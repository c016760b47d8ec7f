package dev.stet.render;

/** What does not depend on the diff: the head of the page, and how it looks. */
final class PageStyle {

    private PageStyle() {}

    /** All there is before the title. */
    static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>""";

    private static final String COLOURS = """
            :root {
              color-scheme: light dark;
              --page: #ffffff; --text: #1f2328; --quiet: #57606a; --edge: #d0d7de; --raised: #f6f8fa; --link: #0550ae;
              --del: #ffebe9; --del-mark: #ffc1bc; --del-sign: #a40e26; --ins: #e3f9e8; --ins-mark: #a5e8b4; --ins-sign: #0b5a24;
              --hidden: #5c2d00; --hidden-page: #ffe2b8;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --page: #0d1117; --text: #e6edf3; --quiet: #9aa4af; --edge: #3d444d; --raised: #161b22; --link: #79b8ff;
                --del: #3a1519; --del-mark: #7d2229; --del-sign: #ffb3ad; --ins: #10301c; --ins-mark: #1c6331; --ins-sign: #8ff0a4;
                --hidden: #ffdfae; --hidden-page: #5c3a00;
              }
            }
            """;

    private static final String LAYOUT = """
            * { box-sizing: border-box; }
            html { scroll-padding-top: 3.5rem; }
            body { background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 100rem; padding: 1rem; }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; } header p { color: var(--quiet); margin: .25rem 0 1rem; }
            h1, h2, h3, p, li, summary { overflow-wrap: anywhere; }
            a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
            nav h2 { font-size: 1rem; margin: 0 0 .25rem; }
            nav ul { list-style: none; margin: 0; padding: 0; } nav ul ul { padding-left: 1rem; } nav li { margin: .15rem 0; }
            nav a { text-decoration-thickness: 1px; text-underline-offset: 2px; }
            nav { border: 1px solid var(--edge); border-radius: .5rem; font-size: .875rem; margin-bottom: 1rem; padding: .75rem 1rem; }
            .amount, .at, .by, .gap, .sep, .cut { color: var(--quiet); } .amount, .at, .by { font-size: .875rem; font-weight: normal; }
            .sides { background: var(--page); border-bottom: 1px solid var(--edge); display: grid; gap: .5rem; grid-template-columns: 1fr 1fr; padding: .5rem 0; position: sticky; top: 0; z-index: 1; }
            .sides p { border-radius: .375rem; margin: 0; padding: .25rem .5rem; } .before { background: var(--del); } .after { background: var(--ins); }
            .sides .by { color: inherit; display: block; } .sides .sign { width: auto; }
            section { margin-top: 1rem; } summary { cursor: pointer; padding: .25rem 0; } summary h2 { display: inline; font-size: 1.25rem; }
            article { border: 1px solid var(--edge); border-radius: .5rem; margin: .5rem 0 1rem; overflow: clip; }
            article h3 { font-size: 1rem; margin: 0; padding: .5rem .75rem 0; }
            .at { background: none; margin: 0; padding: 0 .75rem .5rem; } article > .at:first-child { padding-top: .5rem; }
            .what { border: 1px solid currentColor; border-radius: 1rem; font-size: .75rem; font-weight: normal; padding: 0 .5rem; white-space: nowrap; }
            nav .what { border: 0; padding: 0; }
            .what.added, ins .sign, .after .sign { color: var(--ins-sign); } .what.removed, del .sign, .before .sign { color: var(--del-sign); }
            code, .text, .name, .sign, .no { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .8125rem; }
            code { overflow-wrap: anywhere; }
            .names { margin: 0; padding: 0 .75rem .5rem; } .names del, .names ins { border-radius: .25rem; display: inline; padding: .125rem .375rem; }
            .moves { margin: 0; padding: .25rem .75rem .5rem 2rem; } .moves code { color: var(--quiet); }
            """;

    private static final String ROWS = """
            .row { border-top: 1px solid var(--edge); display: grid; grid-template-columns: minmax(0, 1fr); } .row + .row, .gap + .row { border-top: 0; }
            .two { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
            .field { grid-template-columns: minmax(8rem, 1fr) minmax(0, 2fr) minmax(0, 2fr); } .field + .field { border-top: 1px solid var(--edge); }
            .name { overflow-wrap: anywhere; padding: .125rem .75rem; }
            del, ins { display: block; padding: .125rem 0; text-decoration: none; } del { background: var(--del); } ins { background: var(--ins); }
            .line { display: flex; line-height: 1.5; padding: 0 .5rem; }
            .no { color: var(--quiet); flex: none; min-width: 2rem; padding-right: .5rem; text-align: right; user-select: none; }
            .sign { display: inline-block; flex: none; font-weight: bold; width: 1.25rem; } .no + .sign { text-align: center; width: 2rem; }
            .text { flex: 1; min-height: 1.5em; min-width: 0; overflow-wrap: anywhere; tab-size: 4; white-space: pre-wrap; }
            mark { border-radius: .125rem; color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
            del mark { background: var(--del-mark); } ins mark { background: var(--ins-mark); }
            .gap { background: var(--raised); border-top: 1px solid var(--edge); font-size: .8125rem; margin: 0; padding: .125rem .75rem; } .row + .gap { border-top: 0; }
            .cut { background: var(--raised); font-style: italic; padding: 0 .25rem; }
            .hidden { background: var(--hidden-page); border-radius: .25rem; color: var(--hidden); font-size: .6875rem; padding: 0 .25rem; }
            .said { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
            """;

    private static final String WIDTHS = """
            @media screen and (min-width: 1100px) {
              body { column-gap: 2rem; display: grid; grid-template-columns: 16rem minmax(0, 1fr); padding: 1.5rem 2rem; }
              header { grid-column: 1 / -1; } nav { align-self: start; max-height: calc(100vh - 2rem); overflow: auto; position: sticky; top: 1rem; }
              main:first-of-type:nth-child(2) { grid-column: 1 / -1; }
            }
            @media screen and (max-width: 1099px) { nav { max-height: 50vh; overflow: auto; } }
            @media (max-width: 700px) {
              body { padding: .75rem; } .two, .field, .sides { grid-template-columns: minmax(0, 1fr); } .sides { gap: .25rem; position: static; }
              .no { min-width: 1.5rem; padding-right: .25rem; } .line { padding: 0 .25rem; } html { scroll-padding-top: .5rem; }
            }
            @media print {
              body { font-size: 10pt; max-width: none; padding: 0; } .sides { position: static; } a { color: inherit; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } h1, h2, h3, .at, .sides { break-after: avoid; }
              details::details-content { content-visibility: visible; display: block; } article { overflow: visible; }
            }
            """;

    /** How the page looks. */
    static final String STYLE = COLOURS + LAYOUT + ROWS + WIDTHS;
}
