package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static dev.stet.storage.jdbc.operation.FrontDesk.SANDBOX;
import static dev.stet.storage.jdbc.operation.FrontDesk.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.NewAgent;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.Promote;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 11: joined to the host's transaction, either both sides commit or neither does. */
class JoiningTest {
    private static final int NOTE = 1;

    private static PublishOutcome publish(Workspace workspace) {
        return workspace.drafts(AGENT).publish(Publish.draft(WORK).deployTo(SANDBOX));
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesCommit(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Host.note(connection, NOTE);
            PublishOutcome published = publish(host.within(connection));
            connection.commit();
            assertEquals(1, host.notes());
            assertEquals(3, host.latestVersion());
            assertEquals(
                    Optional.of(published.version()),
                    host.workspace().versions(AGENT).findLatest());
            assertEquals(
                    Ref.version(3), host.workspace().resolve(AGENT, SANDBOX).ref());
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherSideCommits(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Host.note(connection, NOTE);
            publish(host.within(connection));
            connection.rollback();
            assertEquals(0, host.notes());
            assertEquals(2, host.latestVersion());
            // The number was never given, and the draft is open as before.
            assertEquals(3, publish(host.workspace()).version().number());
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneReadsOnesOwnChangesAndOthersDoNot(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Host.note(connection, NOTE);
            Workspace joined = host.within(connection);
            publish(joined);
            assertEquals(3, joined.agents().get(AGENT).head().latestVersion());
            assertEquals(Ref.version(3), joined.resolve(AGENT, SANDBOX).ref());
            assertEquals(0, host.notes());
            assertEquals(2, host.latestVersion());
            assertEquals(
                    Ref.version(1), host.workspace().resolve(AGENT, SANDBOX).ref());
            assertEquals(Optional.empty(), host.workspace().versions(AGENT).find(3));
            connection.commit();
            assertEquals(
                    joined.resolve(AGENT, SANDBOX).ref(),
                    host.workspace().resolve(AGENT, SANDBOX).ref());
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalChangesAndARefusalMakeOneTransaction(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection);
            Host.note(connection, NOTE);
            publish(joined);
            assertThrows(
                    AgentIdTakenException.class,
                    () -> joined.agents().create(NewAgent.named("Another").id(AGENT)));
            assertThrows(StaleDraftException.class, () -> joined.drafts(AGENT).discard(DraftRef.of("spare", 7)));
            Host.note(connection, NOTE + 1);
            joined.environments(AGENT).promote(Promote.whateverIsActiveIn(SANDBOX));
            connection.commit();
            assertEquals(2, host.notes());
            assertEquals(
                    Ref.version(3),
                    host.workspace().resolve(AGENT, "pre-release").ref());
        }
    }

    /** On PostgreSQL, a statement that fails takes the whole transaction with it. */
    @ParameterizedTest
    @EnumSource
    void whatIsMalformedDoesNotReachTheTransaction(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection);
            Host.note(connection, NOTE);
            for (String text : List.of("li\u0000ve", "live\ud800", "live ")) {
                assertThrows(InvalidInputException.class, () -> joined.resolve(AGENT, text));
                assertThrows(
                        InvalidInputException.class, () -> joined.pages(AGENT).get(text));
            }
            assertThrows(
                    InvalidInputException.class,
                    () -> joined.agents().count(AgentFilter.all().nameText("\u0000")));
            publish(joined);
            connection.commit();
            assertEquals(1, host.notes());
            assertEquals(3, host.latestVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsRepeatedInTheTransactionHasItsFirstOutcome(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection).request(RequestId.of("request"));
            PublishOutcome first = publish(joined);
            assertEquals(first, publish(joined));
            connection.rollback();
            // What was undone was no request.
            PublishOutcome again = publish(host.workspace().request(RequestId.of("request")));
            assertInstanceOf(PublishOutcome.Published.class, again);
            assertEquals(3, host.latestVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void autoCommitStaysOff(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection);
            joined.resolve(AGENT, SANDBOX);
            assertFalse(connection.getAutoCommit());
            publish(joined);
            assertFalse(connection.getAutoCommit());
            assertThrows(StaleDraftException.class, () -> joined.drafts(AGENT).discard(DraftRef.of("spare", 7)));
            assertFalse(connection.getAutoCommit());
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAutoCommitOnEachChangeIsATransactionOfItsOwn(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.connection()) {
            Workspace joined = host.within(connection);
            publish(joined);
            assertTrue(connection.getAutoCommit());
            assertEquals(3, host.latestVersion());
            assertThrows(StaleDraftException.class, () -> joined.drafts(AGENT).discard(DraftRef.of("spare", 7)));
            assertTrue(connection.getAutoCommit());
            Host.note(connection, NOTE);
            assertEquals(1, host.notes());
            assertEquals(Ref.version(3), joined.resolve(AGENT, SANDBOX).ref());
            FrontDesk.promote().on(joined);
            assertEquals(
                    Ref.version(3),
                    host.workspace().resolve(AGENT, "pre-release").ref());
        }
    }

    /** With auto-commit on as far as JDBC knows. */
    @ParameterizedTest
    @EnumSource
    void aTransactionThatWasBegunByAStatementIsJoined(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.connection();
                Statement statement = connection.createStatement()) {
            boolean autoCommit = connection.getAutoCommit();
            statement.execute("BEGIN");
            Host.note(connection, NOTE);
            publish(host.within(connection));
            assertEquals(2, host.latestVersion());
            statement.execute("ROLLBACK");
            assertEquals(0, host.notes());
            assertEquals(2, host.latestVersion());

            statement.execute("BEGIN");
            Workspace joined = host.within(connection);
            publish(joined);
            assertThrows(StaleDraftException.class, () -> joined.drafts(AGENT).discard(DraftRef.of("spare", 7)));
            Host.note(connection, NOTE);
            statement.execute("COMMIT");
            assertEquals(autoCommit, connection.getAutoCommit());
            assertEquals(1, host.notes());
            assertEquals(3, host.latestVersion());
        }
    }
}
