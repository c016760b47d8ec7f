package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.Actor;
import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A PostgreSQL primary with two standbys, one of which must have a commit before it is acknowledged. */
@Tag("cluster")
class PostgresClusterTest {
    private static final Actor READER = Actor.of("reader");
    private static final List<AgentId> SHARED = List.of(AgentId.of("shared-1"), AgentId.of("shared-2"));
    private static final int APPLICATIONS = 2;
    private static final int WRITERS = 4;
    private static final int ROUNDS = 3;
    private static final long PATIENCE_SECONDS = 30;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.postgres();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /**
     * Twice, so that a node that was primary and came back as a standby is one of the two that have to answer. The first
     * primary is cut off from its standbys before it dies: what it commits then, no other node has.
     */
    @Test
    void nothingAcknowledgedIsLostWhenThePrimaryDiesAndComesBackAsAStandby() throws SQLException {
        Ledger ledger = new Ledger();
        try (Applications applications = Applications.on(Collections.nCopies(APPLICATIONS, url()))) {
            SHARED.forEach(agent -> Writer.create(agent, new Calls(applications.get(0), READER, ledger)));
            try (Load load = Load.of(writers(applications, ledger))) {
                load.awaitRounds(ROUNDS);
                int first = cluster.primary();
                cluster.cut(first);
                awaitCommitThatWaits(applications.get(0));
                killAndFollow(first, load);
                killAndFollow(cluster.primary(), load);
            }
            new LedgerCheck(ledger, applications.get(0).as(READER)).everythingIsAsAcknowledged();
        }
        System.out.println("PostgreSQL: " + ledger);
    }

    private static void killAndFollow(int primary, Load load) {
        cluster.kill(primary);
        int next = cluster.failOver();
        load.awaitRounds(ROUNDS);
        String how = cluster.rejoin(primary);
        load.awaitRounds(ROUNDS);
        System.out.println("PostgreSQL: node " + next + " followed node " + primary + ", which came back by " + how);
    }

    /** A standby is no hindrance when it dies: the other one acknowledges. */
    @Test
    void writersDoNotWaitForAStandbyThatIsDead() {
        Ledger ledger = new Ledger();
        int primary = cluster.primary();
        int standby = Cluster.NODES.stream()
                .filter(node -> node != primary)
                .findFirst()
                .orElseThrow();
        cluster.kill(standby);
        try (Applications applications = Applications.on(List.of(url()))) {
            Application application = applications.get(0);
            AgentId agent = AgentId.of("with-one-standby");
            Writer.create(agent, new Calls(application, READER, ledger));
            new Writer(Actor.of("patient"), application, application, List.of(agent), ledger).round();
            new LedgerCheck(ledger, application.as(READER)).everythingIsAsAcknowledged();
        } finally {
            cluster.rejoin(standby);
        }
    }

    /** The primary had it on its own disk, and comes back as the primary: the same request tells the first outcome. */
    @Test
    void aPublishInDoubtThatWasMadeIsNotMadeAgain() throws SQLException {
        int primary = cluster.primary();
        publishInDoubt(AgentId.of("made"), primary, () -> cluster.restart(primary), 1);
    }

    /** No standby had it, and one of them is the primary from then on: the same request makes it for the first time. */
    @Test
    void aPublishInDoubtThatWasLostIsMadeByItsRepetition() throws SQLException {
        int primary = cluster.primary();
        publishInDoubt(AgentId.of("lost"), primary, cluster::failOver, 0);
        cluster.rejoin(primary);
    }

    /**
     * The primary dies with a publish that is on its disk alone.
     *
     * @param recovery after which there is a primary again
     * @param versionsFound how many versions there are then, before the publish is repeated
     */
    private static void publishInDoubt(AgentId agent, int primary, Runnable recovery, int versionsFound)
            throws SQLException {
        Ledger ledger = new Ledger();
        RequestId request = RequestId.of("publish-" + agent);
        try (Application application = Application.on(url())) {
            Calls calls = new Calls(application, READER, ledger);
            Publish publish = Publish.draft(Writer.create(agent, calls).ref()).deployTo("sandbox");
            cluster.cut(primary);
            Future<PublishOutcome> waiting = inBackground(
                    () -> application.as(READER).request(request).drafts(agent).publish(publish));
            awaitCommitThatWaits(application);
            cluster.kill(primary);
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertInstanceOf(OutcomeUnknownException.class, failure.getCause());

            recovery.run();
            List<Version> found =
                    calls.read(workspace -> workspace.versions(agent).listFrom(0, VersionFilter.all(), 2));
            assertEquals(versionsFound, found.size());
            calls.change(request, agent, workspace -> workspace.drafts(agent).publish(publish), Writer::factsOf);
            new LedgerCheck(ledger, application.as(READER)).everythingIsAsAcknowledged();
        }
    }

    private static <R> Future<R> inBackground(Callable<R> call) {
        FutureTask<R> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    /** Waits until a commit is on the primary's disk and waits for a standby. */
    private static void awaitCommitThatWaits(Application application) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Connection connection = application.pool().getConnection();
                PreparedStatement waiting = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query = 'COMMIT'")) {
            while (count(waiting) == 0) {
                assertTrue(System.nanoTime() < deadline, "a commit must wait for a standby, but none does");
                Thread.onSpinWait();
            }
        }
    }

    private static int count(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    /** Half of the writers work in each application, and look in the other one for what they did. */
    private static List<Writer> writers(Applications applications, Ledger ledger) {
        List<Writer> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Application here = applications.get(writer % APPLICATIONS);
            Application other = applications.get((writer + 1) % APPLICATIONS);
            writers.add(new Writer(Actor.of("writer-" + writer), here, other, SHARED, ledger));
        }
        return writers;
    }

    /** The URL of docs/clusters.md: every node, of which only the primary will do. */
    private static String url() {
        return "jdbc:postgresql://" + cluster.addresses(1)
                + "/stet?user=stet&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=20";
    }
}
