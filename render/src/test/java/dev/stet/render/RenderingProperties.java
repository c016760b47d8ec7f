package dev.stet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import dev.stet.shown.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RenderingProperties {
    private static final Pattern MARKUP = Pattern.compile(
            "<!doctype html>|<meta [^<>]*>|</?(html|head|title|style|body|header|nav|main|section|details|summary|article|div"
                    + "|h1|h2|h3|p|ul|li|a|strong|span|code|del|ins|mark|time)"
                    + "( (lang|id|class|href|open|aria-labelledby|title|datetime)(=\"[^\"<>]*\")?)*>");
    private static final Pattern STYLE = Pattern.compile("<style>.*</style>", Pattern.DOTALL);

    /** Every pair of angle brackets is markup of ours, no reference leads out of the page, and nothing is hidden. */
    @Property
    void aPageIsTextInMarkupOfOurs(@ForAll long seed) {
        Diff diff = new Documents(seed).diff();

        String page = HtmlPage.of(diff, "<script>alert(1)</script>\u202e")
                .before(Side.named("<b>\u200b").by("</p>\n").at(Instant.EPOCH))
                .after(Side.named("&lt;"))
                .html();

        String rest = MARKUP.matcher(STYLE.matcher(page).replaceAll("")).replaceAll("");
        assertFalse(rest.contains("<") || rest.contains(">"), () -> rest);
        assertFalse(page.contains("url(") || page.contains("@import"), "refers to something outside");
        assertTrue(Pattern.compile("(href|src)=(?!\"#)")
                .matcher(page)
                .results()
                .findAny()
                .isEmpty());
        assertShown(page);
    }

    /** No text of a content begins a line of its own: every line has a sign, or is one of ours. */
    @Property
    void everyLineOfTheTextIsKnown(@ForAll long seed) {
        Diff diff = new Documents(seed).diff();

        String plain = UnifiedText.PLAIN.of(diff);

        assertShown(plain);
        assertEquals(plain, UnifiedText.COLOURED.of(diff).replaceAll("\u001b\\[[0-9;]+m", ""));
        List<String> headings = new ArrayList<>();
        diff.summary().sections().forEach(section -> headings.add(section.toString()));
        diff.changes().forEach(change -> headings.add(Shown.line(change.at().toString())));
        for (String line : plain.lines().toList()) {
            boolean known = line.startsWith("+")
                    || line.startsWith("-")
                    || line.startsWith(" ")
                    || line.equals("\\ no line break here")
                    || line.matches("@@ -\\d+,\\d+ \\+\\d+,\\d+ @@")
                    || headings.stream().anyMatch(line::startsWith);
            assertTrue(known, () -> line + "\nin\n" + plain);
        }
    }

    @Property
    void theSameDiffReadsTheSame(@ForAll long seed) {
        Diff diff = new Documents(seed).diff();
        Diff again = new Documents(seed).diff();

        assertEquals(UnifiedText.COLOURED.of(diff), UnifiedText.COLOURED.of(again));
        assertEquals(
                HtmlPage.of(diff, "A diff").html(), HtmlPage.of(again, "A diff").html());
    }

    private static void assertShown(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int at = index;
            boolean kept = text.charAt(index) == '\n' || text.charAt(index) == '\t';
            assertTrue(kept || !Shown.isHidden(text, index), () -> "hidden at " + at + " in " + Shown.line(text));
        }
    }

    @Test
    void nothingChangedReadsAsNothing() {
        assertEquals("", UnifiedText.PLAIN.of(diff("{\"a\":1}", "{\"a\":1.0}")));
    }

    @Test
    void unifiedTextReadsLikeThis() {
        Diff diff = diff(
                "{\"tools\":[{\"id\":\"search\",\"limit\":3}],\"prompt\":\"Greet.\\nAsk for the name.\\nSay bye.\"}",
                "{\"tools\":[{\"id\":\"book\"},{\"id\":\"search\",\"limit\":5}],"
                        + "\"prompt\":\"Greet.\\nAsk for the birthday.\\nSay bye.\"}");

        assertEquals("""
                prompt: 1 line
                /prompt
                @@ -1,3 +1,3 @@
                 Greet.
                -Ask for the name.
                +Ask for the birthday.
                 Say bye.
                tools: +1 −0, 1 value
                /tools/0 (book) added
                +{
                +  "id": "book"
                +}
                /tools/1/limit (search) was /tools/0/limit
                -3
                +5
                """, UnifiedText.PLAIN.of(diff));
    }

    @Test
    void aLineBreakAtTheEndIsAChangeThatShows() {
        Diff diff = diff("{\"p\":\"one\\ntwo\"}", "{\"p\":\"one\\ntwo\\n\"}");

        assertEquals("p: 1 line", diff.summary().toString());
        assertTrue(UnifiedText.PLAIN.of(diff).endsWith("-two\n\\ no line break here\n+two\n"));
        assertTrue(HtmlPage.of(diff, "A diff").html().contains("two<mark>↵</mark>"));
    }

    @Test
    void inALongLineWhatChangedIsMarkedAndTheRestLeftOut() {
        String words = "Say the same words again and again. ".repeat(10);
        Diff diff = diff(
                "{\"p\":\"" + words + "Ask for the name. " + words + "\"}",
                "{\"p\":\"" + words + "Ask for the [-birthday-]. " + words + "\"}");

        assertEquals("""
                p: 1 line
                /p
                @@ -1,1 +1,1 @@
                -[… 312 characters …] and again. Say the same words again and again. Ask for the [-name-]. Say the same words again and again. Say the same words aga[… 302 characters …]
                +[… 312 characters …] and again. Say the same words again and again. Ask for the {+\\[-birthday\\-]+}. Say the same words again and again. Say the same words aga[… 302 characters …]
                """, UnifiedText.PLAIN.of(diff));
    }

    @Test
    void aChangeIsNamedByLabelsFirst() {
        String page = HtmlPage.of(
                        diff(
                                "{\"nodes\":[{\"id\":\"a\",\"title\":\"Greeting\",\"say\":[1]},{\"id\":\"b\",\"title\":\"Farewell\"}]}",
                                "{\"nodes\":[{\"id\":\"b\",\"title\":\"Farewell\"},{\"id\":\"a\",\"title\":\"Greeting\",\"say\":[1,2]}]}"),
                        "Nodes")
                .html();

        assertTrue(
                page.contains("<h3>Greeting<span class=\"sep\"> › </span>say<span class=\"sep\"> › </span>#2 "), page);
        assertTrue(page.contains("<strong>Farewell</strong> from place 2 to place 1"), page);
        assertTrue(page.contains("<code>/nodes/1/say/1</code>"), page);
    }

    @Test
    void aPageSaysWhichSideIsWhich() {
        String page = HtmlPage.of(diff("{}", "{\"a\":1}"), "A")
                .before(Side.named("version 1"))
                .after(Side.named("version 2").by("Ana").at(Instant.parse("2026-11-22T15:03:00Z")))
                .html();

        assertTrue(page.contains("<strong>Before</strong> version 1</p>"), page);
        assertTrue(
                page.contains("<strong>After</strong> version 2 <span class=\"by\">by Ana "
                        + "<time datetime=\"2026-11-22T15:03:00Z\">22 Nov 2026, 15:03 UTC</time></span></p>"),
                page);
    }

    private static Diff diff(String from, String to) {
        return Diff.between(Content.parse(from), Content.parse(to));
    }
}
