package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.diff.Histories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        return histories().entrySet().stream()
                .map(history -> DynamicTest.dynamicTest(history.getKey(), () -> check.on(history.getValue())));
    }

    /** The real ones, and one that is written, without states that say the same as the one before. */
    private static Map<String, List<Content>> histories() {
        Map<String, List<Content>> histories = new TreeMap<>();
        Histories.all().forEach((name, states) -> histories.put(name, distinct(states)));
        histories.put("written", written());
        return histories;
    }

    private static List<Content> distinct(List<Content> all) {
        List<Content> states = new ArrayList<>();
        for (Content state : all) {
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private static List<Content> written() {
        Author author = new Author(42);
        List<Content> states = new ArrayList<>(List.of(author.content()));
        while (states.size() < 20) {
            states.add(author.edited(states.get(states.size() - 1), EDITS));
        }
        return states;
    }
}
