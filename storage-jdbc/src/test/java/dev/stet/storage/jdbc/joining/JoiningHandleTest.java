package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.ref.Ref;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same for hosts that use JDBI. */
class JoiningHandleTest {
    private static final String NOTE = "INSERT INTO host_note (id) VALUES (:id)";

    /** What a host's own code throws. */
    private static final class ClosingTime extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Workspace within(Host host, Handle handle) {
        return host.in(host.stet().within(host.storage().joiningHandle(handle)));
    }

    private static void note(Handle handle) {
        handle.createUpdate(NOTE).bind("id", 1).execute();
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesCommit(Engine engine) throws SQLException {
        try (Host host = new Host(engine)) {
            host.jdbi().useTransaction(handle -> {
                note(handle);
                FrontDesk.publishAndDeploy().on(within(host, handle));
                assertTrue(handle.isInTransaction());
            });
            assertEquals(1, host.notes());
            assertEquals(3, host.latestVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherSideCommits(Engine engine) throws SQLException {
        try (Host host = new Host(engine)) {
            Jdbi jdbi = host.jdbi();
            assertThrows(
                    ClosingTime.class,
                    () -> jdbi.useTransaction(handle -> {
                        note(handle);
                        FrontDesk.publishAndDeploy().on(within(host, handle));
                        throw new ClosingTime();
                    }));
            assertEquals(0, host.notes());
            assertEquals(2, host.latestVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void outsideATransactionEachChangeIsOneOfItsOwn(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Handle handle = host.jdbi().open()) {
            FrontDesk.publishAndDeploy().on(within(host, handle));
            assertEquals(3, host.latestVersion());
            assertFalse(handle.isInTransaction());
            note(handle);
            assertEquals(1, host.notes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void howTheHandleReadsStatementsPlaysNoPart(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Handle handle = host.jdbi().open()) {
            handle.getConfig(SqlStatements.class).setTemplateEngine((template, context) -> "nonsense " + template);
            handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
            handle.begin();
            FrontDesk.publishAndDeploy().on(within(host, handle));
            handle.commit();
            assertEquals(
                    Ref.version(3),
                    host.workspace().resolve(AGENT, FrontDesk.SANDBOX).ref());
            assertEquals(
                    "nonsense SELECT 1",
                    handle.getConfig(SqlStatements.class)
                            .getTemplateEngine()
                            .render("SELECT 1", handle.createQuery("SELECT 1").getContext()));
        }
    }
}
