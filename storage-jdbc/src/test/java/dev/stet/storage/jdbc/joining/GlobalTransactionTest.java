package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static dev.stet.storage.jdbc.operation.FrontDesk.SANDBOX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Workspace;
import dev.stet.storage.jdbc.ForeignTransactionException;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.joining.HostTransaction.Open;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** In a global transaction a store can only join: it is for the coordinator to end it. */
class GlobalTransactionTest {
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aStoreThatOwnsItsTransactionsRefuses(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                GlobalTransaction global = new GlobalTransaction(engine, host.database())) {
            DataSource connections = new SingleConnectionDataSource(global.connection(), true);
            Workspace workspace = host.on(host.open(connections));
            Open transaction = global.begin();
            transaction.note(1);
            refuses(() -> workspace.resolve(AGENT, SANDBOX));
            refuses(() -> FrontDesk.publishAndDeploy().on(workspace));
            refuses(() -> host.open(connections));
            transaction.note(2);
            transaction.commit();
            assertEquals(2, host.notes());
            assertEquals(2, host.latestVersion());
        }
    }

    private static void refuses(Runnable call) {
        assertThrows(ForeignTransactionException.class, call::run);
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aStoreThatJoinsWorks(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                GlobalTransaction global = new GlobalTransaction(engine, host.database())) {
            Open transaction = global.begin();
            Workspace joined = host.within(transaction.connection());
            FrontDesk.publishAndDeploy().on(joined);
            transaction.note(1);
            FrontDesk.promote().on(joined);
            assertEquals(2, host.latestVersion());
            transaction.commit();
            assertEquals(1, host.notes());
            assertEquals(3, host.latestVersion());
        }
    }
}
