package dev.stet.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RenderingProperties {

    @Property
    void textsOfContentsStayText(@ForAll long seed) {
        Documents documents = new Documents(seed);
        Content from = documents.content();

        DiffChecks.showsOnlyText(Diff.between(from, documents.edited(from)));
    }

    @Property
    void textDiffsAreWhole(@ForAll String from, @ForAll String to) {
        DiffChecks.isWhole(TextDiff.between(from, to));
        DiffChecks.isWhole(TextDiff.between(from, from + to));
    }

    @Test
    void aSummaryNamesSectionsAndCounts() {
        Diff diff = diff("""
                {"prompt":"one\\ntwo\\nthree\\n","tools":[{"id":1}],"old":1,"model":{"temperature":0.3},
                 "graph":{"nodes":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]}}""", """
                {"prompt":"one\\n2\\nthree\\nfour\\n","tools":[{"id":1},{"id":2}],"new":1,"model":{"temperature":0.4},
                 "graph":{"nodes":[{"id":"d"},{"id":"c"},{"id":"a"},{"id":"b"}]}}""");

        assertEquals(
                "graph: 2 nodes moved; model: 1 value; new: added; old: removed; prompt: 2 lines; tools: +1 −0",
                diff.summary().toString());
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
    void wordsThatChangedAreMarked() {
        TextDiff text = TextDiff.between("Ask for the name.\n", "Ask for the birthday.\n");

        assertEquals(
                List.of("Ask for the ", "birthday", ".\n"),
                text.hunks().get(0).added().get(0).spans().stream()
                        .map(TextDiff.Span::text)
                        .toList());
    }

    @Test
    void aLineBreakAtTheEndIsAChangeThatShows() {
        Diff diff = diff("{\"p\":\"one\\ntwo\"}", "{\"p\":\"one\\ntwo\\n\"}");

        assertEquals("p: 1 line", diff.summary().toString());
        assertTrue(UnifiedText.PLAIN.of(diff).endsWith("-two\n\\ no line break here\n+two\n"));
        assertTrue(HtmlPage.of(diff, "").contains("two<ins>↵</ins>"));
    }

    private static Diff diff(String from, String to) {
        return Diff.between(Content.parse(from), Content.parse(to));
    }
}
