package dev.stet.storage.tck;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.storage.tck.stage.Meeting;
import dev.stet.storage.tck.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A change comes between any two steps of another that writes the same rows: it is as if the one had been made after the
 * other.
 */
public abstract class InterleavingSuite extends StorageSuite {
    @Promise({2, 4, 5})
    @TestFactory
    Stream<DynamicTest> aChangeThatIsInterruptedByAnotherHasAnOrderWithIt() {
        return Situation.BY_THEIR_ROWS.stream()
                .map(kind -> dynamicTest(
                        kind.getSimpleName() + " is interrupted",
                        () -> new Meeting(store(), kind, kind).hasALinearOrder()));
    }
}
