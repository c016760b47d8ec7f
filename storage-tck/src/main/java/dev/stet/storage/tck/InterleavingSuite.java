package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.access.Actor;
import dev.stet.ref.AgentKey;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.Interruption;
import dev.stet.storage.tck.stage.Situation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One change comes between any two steps of another, for every two kinds of changes and every step: whatever happens,
 * it is as if the one had been made after the other. Without threads, so that each meeting happens in every run.
 *
 * <p>On a store where that takes too long, {@code -Dstet.kit.interruptions=3} lets each kind be interrupted by three others
 * only, its own kind first.
 */
public abstract class InterleavingSuite extends StorageSuite {
    private static final Actor BEN = Actor.of("ben");
    private static final int INTERRUPTIONS = Integer.getInteger("stet.kit.interruptions", Integer.MAX_VALUE);

    @Promise({2, 4, 5})
    @TestFactory
    Stream<DynamicTest> aChangeThatIsInterruptedByAnotherHasAnOrderWithIt() {
        List<Command> kinds = changes("any");
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> dynamicTest(
                        kinds.get(i).getClass().getSimpleName() + " is interrupted",
                        () -> IntStream.range(0, Math.min(INTERRUPTIONS, kinds.size()))
                                .forEach(j -> interrupt(i, (i + j) % kinds.size()))));
    }

    /** All changes of one agent: what is copied from another has an order with the history of its own agent alone. */
    private static List<Command> changes(String workspace) {
        Situation situation = new Situation(AgentKey.of(workspace, "desk"));
        return situation.everyChange().stream()
                .filter(change -> change.key().equals(situation.key()))
                .toList();
    }

    /** Makes one kind of change interrupt another at each of its steps. */
    private void interrupt(int interrupted, int interrupting) {
        boolean pending = false;
        for (int step = 1; !pending; step++) {
            pending = interrupt(interrupted, interrupting, step);
        }
    }

    /** Whether the change was over before that step. */
    private boolean interrupt(int interrupted, int interrupting, int step) {
        Situation situation = new Situation(AgentKey.of(interrupted + "-" + interrupting + "-" + step, "desk"));
        List<Command> changes = changes(situation.key().workspace().value());
        Interruption interruption = new Interruption(store());
        History history = new History(Setup.simple(), interruption.storage());
        situation.past().forEach(change -> history.make(Situation.ADA, change).value());
        interruption.before(step, () -> history.make(BEN, changes.get(interrupting)));
        history.make(Situation.ADA, changes.get(interrupted));
        if (interruption.pending()) {
            return true;
        }
        assertEquals(situation.past().size() + 2, history.events().size());
        new HistoryCheck(history, situation.key()).hasALinearOrder();
        return false;
    }
}
