package dev.stet.storage.tck;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.PageCommand;
import dev.stet.storage.tck.stage.Meeting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A change comes between any two steps of another that writes the same rows: it is as if the one had been made after the
 * other. What a store cannot tell apart, as a freeze and an unfreeze, is here once.
 */
public abstract class InterleavingSuite extends StorageSuite {
    private static final List<Class<? extends Command>> BY_THEIR_ROWS = List.of(
            Command.EditAgent.class,
            Command.Delete.class,
            Command.Open.class,
            Command.Save.class,
            Command.Rename.class,
            Command.PublishDraft.class,
            Command.AnnotateVersion.class,
            Command.DeployVersion.class,
            Command.FreezeEnvironment.class,
            PageCommand.EditPage.class);

    @Promise({2, 4, 5})
    @TestFactory
    Stream<DynamicTest> aChangeThatIsInterruptedByAnotherHasAnOrderWithIt() {
        return BY_THEIR_ROWS.stream()
                .map(kind -> dynamicTest(
                        kind.getSimpleName() + " is interrupted",
                        () -> new Meeting(store(), kind, kind).hasALinearOrder()));
    }
}
