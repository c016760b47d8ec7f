package dev.stet.storage.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.access.Actor;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Setup;
import java.util.List;

/**
 * One change that comes between any two steps of another of the same agent: whatever happens, it is as if the one had been made
 * after the other. Without threads, so that each meeting happens in every run.
 */
public final class Meeting {
    private static final Actor BEN = Actor.of("ben");

    private final Storage store;
    private final Class<? extends Command> interrupted;
    private final Class<? extends Command> interrupting;

    public Meeting(Storage store, Class<? extends Command> interrupted, Class<? extends Command> interrupting) {
        this.store = store;
        this.interrupted = interrupted;
        this.interrupting = interrupting;
    }

    /** Makes the one interrupt the other at each of its steps. */
    public void hasALinearOrder() {
        boolean pending = false;
        for (int step = 1; !pending; step++) {
            pending = interruptedBefore(step);
        }
    }

    /** Whether the change was over before that step. */
    private boolean interruptedBefore(int step) {
        String workspace = interrupted.getSimpleName() + "-" + interrupting.getSimpleName() + "-" + step;
        Situation situation = new Situation(AgentKey.of(workspace, "desk"));
        Interruption interruption = new Interruption(store);
        History history = new History(Setup.simple(), interruption.storage());
        situation.past().forEach(change -> history.make(Situation.ADA, change).value());
        interruption.before(step, () -> history.make(BEN, one(situation.everyChange(), interrupting)));
        history.make(Situation.ADA, one(situation.everyChange(), interrupted));
        if (interruption.pending()) {
            return true;
        }
        assertEquals(situation.past().size() + 2, history.events().size());
        new HistoryCheck(history, situation.key()).hasALinearOrder();
        return false;
    }

    private static Command one(List<Command> changes, Class<? extends Command> kind) {
        return changes.stream().filter(kind::isInstance).findFirst().orElseThrow();
    }
}
