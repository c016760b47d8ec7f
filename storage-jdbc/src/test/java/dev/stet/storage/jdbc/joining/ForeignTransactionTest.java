package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.ref.DraftRef;
import dev.stet.storage.jdbc.ForeignTransactionException;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.joining.HostTransaction.Open;
import dev.stet.storage.jdbc.joining.Lending.Lent;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.version.Publish;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A store that owns its transactions never ends one that it did not begin: it works beside it, or refuses before it touched
 * anything. In either case the host's rows are there when the host commits, and so is all that the store confirmed.
 */
class ForeignTransactionTest {
    private static final DraftRef SAVED = new DraftRef(FrontDesk.WORK.id(), FrontDesk.WORK.revision() + 1);
    private static final List<Operation> OPERATIONS = List.of(
            new Operation("resolve", workspace -> workspace.resolve(AGENT, FrontDesk.SANDBOX)),
            FrontDesk.save(),
            new Operation(
                    "publish what was saved",
                    workspace ->
                            workspace.drafts(AGENT).publish(Publish.draft(SAVED).withoutDeploying())));

    static Stream<Arguments> waysToLend() {
        return waysToLend(lending -> true);
    }

    static Stream<Arguments> waysToShare() {
        return waysToLend(Lending::shared);
    }

    private static Stream<Arguments> waysToLend(Predicate<Lending> such) {
        return Arrays.stream(Engine.values())
                .flatMap(engine ->
                        Arrays.stream(Lending.values()).filter(such).map(lending -> Arguments.of(engine, lending)));
    }

    @ParameterizedTest
    @MethodSource("waysToLend")
    void theHostsTransactionIsLeftAlone(Engine engine, Lending lending) throws SQLException {
        try (Host host = new Host(engine);
                Lent lent = lending.on(host.database())) {
            Workspace workspace = host.on(host.open(lent.connections()));
            leavesAlone(host, lent, lending, () -> host.open(lent.connections()));
            for (Operation operation : OPERATIONS) {
                leavesAlone(host, lent, lending, () -> operation.on(workspace));
            }
            assertEquals(lending.shared() ? 2 : 3, host.latestVersion());
            // It was not hurt, and works when nobody is in its way.
            FrontDesk.openDraft().on(workspace);
        }
    }

    private static void leavesAlone(Host host, Lent lent, Lending lending, Executable call) throws SQLException {
        int before = host.notes();
        Open transaction = lent.transaction().begin();
        if (lending.shared()) {
            transaction.note(before + 1);
            refuses(call);
        } else {
            assertDoesNotThrow(call);
            transaction.note(before + 1);
        }
        transaction.note(before + 2);
        transaction.commit();
        assertEquals(before + 2, host.notes());
    }

    /** In which the host has not done anything yet: not every driver tells of it, and nothing is lost beside it. */
    @ParameterizedTest
    @MethodSource("waysToShare")
    void aTransactionThatHasJustBegunIsLeftAlone(Engine engine, Lending lending) throws SQLException {
        try (Host host = new Host(engine);
                Lent lent = lending.on(host.database())) {
            Workspace workspace = host.on(host.open(lent.connections()));
            Open transaction = lent.transaction().begin();
            long versions = 2;
            try {
                FrontDesk.publishAndDeploy().on(workspace);
                versions++;
            } catch (ForeignTransactionException refusal) {
                assertTrue(refusal.getMessage().contains("joining"), refusal::getMessage);
            }
            transaction.note(1);
            transaction.commit();
            assertEquals(1, host.notes());
            assertEquals(versions, host.latestVersion());
        }
    }

    /** Of such a connection nobody can tell, unless it has auto-commit on. */
    @ParameterizedTest
    @EnumSource
    void aDriverThatDoesNotTellIsUsedWithAutoCommitOn(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                ManagedConnection hidden = new ManagedConnection(host.connection())) {
            DataSource connections = hidden.dataSourceOfAnUnknownDriver();
            Workspace workspace = host.on(host.open(connections));
            FrontDesk.save().on(workspace);
            hidden.physical().setAutoCommit(false);
            Host.note(hidden.physical(), 1);
            refuses(() -> workspace.resolve(AGENT, FrontDesk.SANDBOX));
            refuses(() -> host.open(connections));
            hidden.physical().commit();
            hidden.physical().setAutoCommit(true);
            assertEquals(1, host.notes());
        }
    }

    private static void refuses(Executable call) {
        ForeignTransactionException refusal = assertThrows(ForeignTransactionException.class, call);
        assertTrue(refusal.getMessage().contains("joining"), refusal::getMessage);
    }
}
