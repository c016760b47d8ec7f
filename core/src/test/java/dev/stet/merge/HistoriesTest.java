package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Merges among the successive states of real documents. */
class HistoriesTest {
    private static final int EDITS = 3;

    @TestFactory
    Stream<DynamicTest> lawsHoldForEveryThreeStatesInARow() {
        return each(states -> {
            for (int i = 2; i < states.size(); i++) {
                Laws.hold(states.get(i - 1), states.get(i - 2), states.get(i));
                Laws.hold(states.get(i - 2), states.get(i - 1), states.get(i));
                Laws.hold(states.get(i), states.get(i - 2), states.get(i - 1));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> lawsHoldForARealEditAndAnIndependentOne() {
        return each(states -> {
            Author author = new Author(states.size());
            for (int i = 1; i < states.size(); i++) {
                Content base = states.get(i - 1);
                Laws.hold(base, states.get(i), author.edited(base, EDITS));
                Laws.hold(base, author.edited(base, 1), states.get(i));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> editsAtDifferentPlacesMergeAndContainBoth() {
        return each(states -> {
            Author author = new Author(states.size());
            for (Content base : states) {
                for (int i = 0; i < 10; i++) {
                    Disjoint places = Disjoint.places(base, author);
                    JsonValue our = author.fresh();
                    JsonValue their = author.fresh();
                    Content ours = Author.with(base, places.one(), was -> our);
                    Content theirs = Author.with(base, places.other(), was -> their);
                    assertEquals(
                            Author.with(ours, places.other(), was -> their),
                            Laws.clean(Merge.of(base, ours, theirs)),
                            places::toString);
                }
            }
        });
    }

    private interface Check {
        void on(List<Content> states);
    }

    private static Stream<DynamicTest> each(Check check) {
        return Histories.all().entrySet().stream()
                .map(history -> DynamicTest.dynamicTest(history.getKey(), () -> check.on(history.getValue())));
    }
}
