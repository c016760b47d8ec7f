package dev.stet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RenderingProperties {
    private static final Pattern MARKUP = Pattern.compile(
            "</?(html|head|title|style|body|h1|h2|h3|p|section|small|code"
                    + "|b|table|tr|td|th|del|ins)( lang=\"en\"| class=\"(n|del|ins|none)\"| colspan=\"4\")?>"
                    + "|<!doctype html>|<meta charset=\"utf-8\">|<meta name=\"viewport\" content=\"width=device-width\">"
                    + "|<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");

    /** Every pair of angle brackets is markup of ours, and nothing steers a terminal. */
    @Property
    void textsOfContentsStayText(@ForAll long seed) {
        Diff diff = new Documents(seed).diff();

        String page = HtmlPage.of(diff, "<script>alert(1)</script>").html();
        String rest = MARKUP.matcher(page).replaceAll("");
        assertFalse(rest.contains("<") || rest.contains(">"), () -> rest);
        assertFalse(page.contains("url(") || page.contains("@import"), "refers to something outside");
        String plain = UnifiedText.PLAIN.of(diff);
        assertNoControls(plain);
        assertNoControls(page);
        assertEquals(plain, UnifiedText.COLOURED.of(diff).replaceAll("\u001b\\[[0-9;]+m", ""));
    }

    private static void assertNoControls(String text) {
        assertTrue(text.chars()
                .noneMatch(unit -> (Character.isISOControl(unit) && unit != '\n' && unit != '\t') || unit == 0x202e));
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
        assertTrue(HtmlPage.of(diff, "").html().contains("two<ins>↵</ins>"));
    }

    private static Diff diff(String from, String to) {
        return Diff.between(Content.parse(from), Content.parse(to));
    }
}
