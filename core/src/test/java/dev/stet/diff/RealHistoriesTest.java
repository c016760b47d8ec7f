package dev.stet.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every two successive contents of every real history that is at hand, and some that are further apart. */
class RealHistoriesTest {

    @TestFactory
    Stream<DynamicTest> holdsForEveryStep() {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("made up", () -> holds(madeUp()))),
                Histories.all().entrySet().stream()
                        .map(history -> DynamicTest.dynamicTest(history.getKey(), () -> holds(history.getValue()))));
    }

    private static List<Content> madeUp() {
        Documents documents = new Documents(1);
        return Stream.iterate(documents.content(), documents::edited).limit(40).toList();
    }

    private static void holds(List<Content> contents) {
        for (int i = 1; i < contents.size(); i++) {
            holds(contents.get(i - 1), contents.get(i));
            holds(contents.get(i / 2), contents.get(i));
        }
    }

    private static void holds(Content from, Content to) {
        Diff diff = Diff.between(from, to);
        DiffChecks.patchesBothWays(diff);
        DiffChecks.patchesBothWays(Diff.between(from, to, Identities.none()));
        DiffChecks.placesHold(diff);
        assertTrue(Diff.between(to, to).isEmpty());
        assertEquals(diff, Diff.between(Content.parse(from.canonical()), Content.parse(to.canonical())));
        assertEquals(
                from.changesTo(to).all().stream().toList(),
                diff.sections().stream().map(SectionDiff::section).toList());
    }
}
