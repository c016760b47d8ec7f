package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.ref.Ref;
import dev.stet.storage.ContentionException;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction that lost a race is the host's to do again: nothing is tried a second time in it. */
class JoinedContentionTest {
    /** A store in whose transaction somebody else changes the agent right before each change is applied. */
    private static JoinedStorage outrun(Host host, Connection connection, AtomicInteger applications) {
        JoinedStorage joined = host.storage().joining(connection);
        return (JoinedStorage) Proxy.newProxyInstance(
                JoinedStorage.class.getClassLoader(),
                new Class<?>[] {JoinedStorage.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("apply")) {
                        applications.incrementAndGet();
                        FrontDesk.promote().on(host.workspace());
                    }
                    try {
                        return method.invoke(joined, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void isThrownAtOnce(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            AtomicInteger applications = new AtomicInteger();
            Workspace joined = host.in(host.stet().within(outrun(host, connection, applications)));
            ContentionException lost = assertThrows(
                    ContentionException.class,
                    () -> FrontDesk.publishAndDeploy().on(joined));
            assertEquals(1, lost.attempts());
            assertEquals(1, applications.get());
            assertFalse(connection.getAutoCommit());
            connection.rollback();
            assertEquals(2, host.latestVersion());
            again(host, connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotInTheTransactionWaitsForItsEndOrTriesAgain(Engine engine) throws Exception {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            FrontDesk.publishAndDeploy().on(host.within(connection));
            FutureTask<Object> other =
                    new FutureTask<>(() -> FrontDesk.promote().on(host.workspace()));
            new Thread(other, "somebody else").start();
            connection.commit();
            other.get();
            assertEquals(3, host.latestVersion());
            Ref promoted = host.workspace().resolve(AGENT, "pre-release").ref();
            // Reads do not wait: what was promoted is what it saw last, before the commit or after.
            assertTrue(Set.of(Ref.version(1), Ref.version(3)).contains(promoted), promoted::toString);
        }
    }

    /** Whatever the host does with its transaction then: nothing was changed, and nobody has to wait for it. */
    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "H2_FILE", "POSTGRESQL"})
    void whoCameTooLateKeepsNobodyAway(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.in(host.stet().within(outrun(host, connection, new AtomicInteger())));
            assertThrows(
                    ContentionException.class,
                    () -> FrontDesk.publishAndDeploy().on(joined));
            FrontDesk.publishAndDeploy().on(host.workspace());
            assertEquals(3, host.latestVersion());
            connection.rollback();
        }
    }

    /** Rolled back and done again, it goes through, with what the other one did. */
    private static void again(Host host, Connection connection) throws SQLException {
        long before = host.workspace().agents().get(AGENT).head().latestDeployment();
        Host.note(connection, 1);
        FrontDesk.publishAndDeploy().on(host.within(connection));
        connection.commit();
        assertEquals(1, host.notes());
        assertEquals(3, host.latestVersion());
        assertEquals(before + 1, host.workspace().agents().get(AGENT).head().latestDeployment());
    }
}
