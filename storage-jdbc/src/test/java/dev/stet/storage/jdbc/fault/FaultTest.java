package dev.stet.storage.jdbc.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Questions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails, and wherever it fails: all or nothing, the right failure, and a pool as good as before.
 *
 * <p>At every statement of every call something goes wrong. Everything that can go wrong there is only tried with some
 * calls, to be quick about it; with all of them under {@code -Dstet.faults.everything=true}.
 */
class FaultTest {
    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void onConnectionsOfTheStores(Engine engine) throws SQLException {
        try (Bench bench = new Bench(engine, true)) {
            Separate separate = new Separate(bench, Mode.OWNING);
            FrontDesk.changes().forEach(separate::tryAll);
            Questions.all().forEach(separate::tryAll);
            assertEquals(List.of(), separate.findings());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void onConnectionsOfTheStoresWithAutoCommitOff(Engine engine) throws SQLException {
        try (Bench bench = new Bench(engine, false)) {
            Separate separate = new Separate(bench, Mode.OWNING);
            separate.tryAll(FrontDesk.rollBack());
            separate.tryAll(FrontDesk.create());
            separate.tryAll(Questions.resolve());
            assertEquals(List.of(), separate.findings());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void onAConnectionOfTheHostsWithAutoCommitOn(Engine engine) throws SQLException {
        try (Bench bench = new Bench(engine, true)) {
            Separate separate = new Separate(bench, Mode.ON_THE_HOSTS_CONNECTION);
            separate.tryAll(FrontDesk.create());
            separate.tryAll(Questions.resolve());
            assertEquals(List.of(), separate.findings());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void inATransactionOfTheHosts(Engine engine) throws SQLException {
        try (Bench bench = new Bench(engine, true)) {
            Joined joined = new Joined(bench);
            FrontDesk.changes().forEach(joined::tryAll);
            assertEquals(List.of(), joined.findings());
        }
    }
}
