package dev.stet.registry.meeting;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.ref.AgentKey;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.stage.Meeting;
import dev.stet.storage.tck.stage.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any two kinds of changes of one agent meet, at every step. */
class MeetingTest {
    @Promise({2, 4, 5})
    @TestFactory
    Stream<DynamicTest> aChangeThatIsInterruptedByAnotherHasAnOrderWithIt() {
        List<Class<? extends Command>> kinds = kinds();
        assertTrue(kinds.size() > 15, kinds::toString);
        return kinds.stream()
                .map(interrupted -> dynamicTest(
                        interrupted.getSimpleName() + " is interrupted",
                        () -> kinds.forEach(interrupting ->
                                new Meeting(new MemoryStorage(), interrupted, interrupting).hasALinearOrder())));
    }

    /** All changes of one agent: what is copied from another has an order with the history of its own agent alone. */
    private static List<Class<? extends Command>> kinds() {
        Situation situation = new Situation(AgentKey.of("w", "desk"));
        return situation.everyChange().stream()
                .filter(change -> change.key().equals(situation.key()))
                .<Class<? extends Command>>map(Command::getClass)
                .toList();
    }
}
