package dev.stet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {
    private static final String ESCAPE = "\u001b";
    private static final Capture STORY = Capture.plain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "creates the agent Marlo: 13 sections, a conversation graph of 24 nodes",
                "09:15 Phone rings, and asks what to run. Answer: version 1, by deployment 3, on model orion-4.",
                "✗ Draft saturday-hours was expected at revision 1, but ana brought it to revision 2",
                "Ben reads what Ana changed meanwhile (callHandling, prompt) and saves on top of it: revision 3.",
                "Nothing changed, so it is still revision 3.",
                "at \"/graph/edges/30/to\" expected a node, found none named 'voicemail'",
                "restores revision 2, which becomes revision 4. Findings now: 0.",
                "✗ Draft waiting-list must be built on the latest version to be published, but it is built",
                "Ana changed prompt; he changed graph, tools. Conflicts: 0.",
                "Revision 5 holds both, and builds on version 3.",
                "One line is in conflict, at /prompt/system; what else they changed is merged.",
                "takes her sentence: revision 4 of his draft.",
                "✗ A promotion must lead to the next environment of [sandbox, pre-release, live]",
                "Nothing to publish: it equals version 4.",
                "10:35 Phone rings: a long call, on version 4 (orion-4). Pinned: “front-desk version 4”.",
                "10:42 Phone rings: a second call, on version 5 (orion-4-nano).",
                "10:45 Phone goes on with the long call, still on version 4 (orion-4).",
                "11:18 Ana rolls live back from version 5 to version 4.",
                "✗ Nothing moves in environment 'live' while it is frozen",
                "version 5, “A cheaper model”. Ben promoted it at 10:39, as deployment 14, because: “Half the price",
                "nothing was made twice: the latest is version 6.",
                "45 14:45 Ana promote version 6 → live",
                "✗ The variables of the config page of environment 'live' must meet its schema, but: at \"/closes\" expected",
                "Answer: version 6 as before, page revision 2, closes at 16:15. Nothing was published.",
                "✗ The config page of environment 'sandbox' must offer what version 7 needs of it",
                "rehearses it: “We close at 16:15 today. You can park behind the house.”",
                "7 of 7 are what was published.",
                "Try next"
            })
    void tellsTheStory(String line) {
        assertEquals(0, STORY.exitCode());
        assertTrue(STORY.flat().contains(line), () -> "expected \"" + line + "\" in:\n" + STORY.text());
    }

    @Test
    void drawsTheHistoryAfterTheRollbackAndAtTheEndOfTheDay() {
        List<String> lines = STORY.lines();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("    ●  ●  ○     5  A cheaper model  ")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("    ○  ○  ●     4  Waiting list  ")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("    ○  ○  │     2  Saturday mornings  ")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("    ○  ●  ●     6  The good model, ")));
    }

    @Test
    void drawsWhatEachEnvironmentServedInTheCourseOfTheDay() {
        assertTrue(STORY.lines().stream().anyMatch(line -> line.matches(" {4}live {11}1─+3─+4─+5─+↩4─+6─+")));
    }

    @Test
    void tellsTheSameStoryEveryTime() {
        assertEquals(STORY.text(), Capture.plain().text());
    }

    @Test
    void fitsAHundredColumns() {
        List<String> tooLong = STORY.lines().stream()
                .filter(line -> line.length() > Terminal.WIDTH)
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void isColouredOnlyWhenAsked() {
        assertFalse(STORY.text().contains(ESCAPE));
        String coloured = Capture.coloured().text();
        assertTrue(coloured.contains(ESCAPE));
        assertEquals(STORY.text(), coloured.replaceAll(ESCAPE + "\\[\\d+m", ""));
    }

    @Test
    void isTypedInAsciiWhereNothingElseShows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.run(Terminal.plain(new PrintStream(bytes, true, US_ASCII), US_ASCII));
        String story = bytes.toString(US_ASCII);
        assertTrue(story.lines().anyMatch(line -> line.startsWith("    o  o  *     4  Waiting list  ")));
        assertTrue(story.chars().allMatch(c -> c < 128));
        assertEquals(questionMarks(STORY.text()), questionMarks(story), "a character has no ASCII form");
    }

    private static long questionMarks(String text) {
        return text.chars().filter(c -> c == '?').count();
    }

    @Test
    void followsTheCustomsOfColour() {
        assertTrue(Terminal.wantsColour(Map.of(), true));
        assertFalse(Terminal.wantsColour(Map.of(), false));
        assertFalse(Terminal.wantsColour(Map.of("TERM", "dumb"), true));
        assertTrue(Terminal.wantsColour(Map.of("FORCE_COLOR", "1"), false));
        assertTrue(Terminal.wantsColour(Map.of("CLICOLOR_FORCE", "1"), false));
        assertFalse(Terminal.wantsColour(Map.of("FORCE_COLOR", "0"), false));
        assertFalse(Terminal.wantsColour(Map.of("NO_COLOR", "1"), true));
        assertFalse(Terminal.wantsColour(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true));
    }

    @Test
    void takesOneFolderAtMost() {
        Capture answer = Capture.plain("one", "two");
        assertEquals(2, answer.exitCode());
        assertEquals(List.of("Give one folder of JSON files, or nothing for the story."), answer.lines());
    }
}
