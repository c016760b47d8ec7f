package dev.stet.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stet.content.Content;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextDiffProperties {

    @Property
    void textDiffsAreWhole(@ForAll String from, @ForAll String to) {
        DiffChecks.isWhole(TextDiff.between(from, to));
        DiffChecks.isWhole(TextDiff.between(from, from + to));
    }

    @Test
    void aLineOfWhichLittleStayedIsNotMarked() {
        TextDiff text = TextDiff.between(
                "You greet the caller in German.\n", "Always ask for the name first, then the birthday.\n");

        TextDiff.Hunk hunk = text.hunks().get(0);
        assertFalse(hunk.removed().get(0).isMarked());
        assertFalse(hunk.added().get(0).isMarked());
        assertEquals(List.of(), hunk.pairs());
    }

    @Test
    void aLineThatWasEditedStandsBesideWhatItWas() {
        TextDiff text = TextDiff.between(
                "Greet the caller.\nAsk for the name of the caller.\n",
                "Say who you are.\nSay where you are.\nAsk for the birthday of the caller.\n");

        assertEquals(List.of(new TextDiff.Pair(1, 2)), text.hunks().get(0).pairs());
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
    void aNameWithLineBreaksForgesNoLineOfASummary() {
        Diff diff = diff("{}", "{\"a\\nprompt: 3 lines\\u2028\\udb40\\udc41\":1}");

        assertEquals(
                "\"a\\nprompt: 3 lines\\u2028\\udb40\\udc41\": added",
                diff.summary().toString());
        assertEquals("\"+x\": added", diff("{}", "{\"+x\":1}").summary().toString());
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

    private static Diff diff(String from, String to) {
        return Diff.between(Content.parse(from), Content.parse(to));
    }
}
