package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.Actor;
import dev.stet.ref.AgentId;
import dev.stet.storage.jdbc.UnsafeSettingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three nodes of MariaDB with Galera, all of which take writes. */
@Tag("cluster")
class GaleraClusterTest {
    private static final Actor READER = Actor.of("reader");
    private static final List<AgentId> SHARED = List.of(AgentId.of("shared-1"), AgentId.of("shared-2"));
    private static final int ROUNDS = 3;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.galera();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** One application at each node, which goes on at another node while its own is away. */
    @Test
    void nothingAcknowledgedIsLostWhenANodeDiesAndComesBack() throws SQLException {
        Ledger ledger = new Ledger();
        try (Applications applications = Applications.on(urls())) {
            SHARED.forEach(agent -> Writer.create(agent, new Calls(applications.get(0), READER, ledger)));
            try (Load load = Load.of(writers(applications, ledger, "before"))) {
                load.awaitRounds(ROUNDS);
                cluster.kill(1);
                load.awaitRounds(ROUNDS);
                System.out.println("Galera: node 1 came back by " + cluster.rejoin(1));
                load.awaitRounds(ROUNDS);
            }
        }
        try (Applications nodes = Applications.on(urlsOfSingleNodes())) {
            try (Load load = Load.of(writers(nodes, ledger, "after"))) {
                load.awaitRounds(ROUNDS);
            }
            // The node that was away has all of it, and the others have the same, row for row.
            new LedgerCheck(ledger, nodes.get(0).as(READER)).everythingIsAsAcknowledged();
            assertEquals(checksums(nodes.get(0)), checksums(nodes.get(1)));
            assertEquals(checksums(nodes.get(0)), checksums(nodes.get(2)));
        }
        System.out.println("Galera: " + ledger);
    }

    @Test
    void aStoreThatCouldMissWhatAnotherNodeAcknowledgedIsNotOpened() {
        String url = "jdbc:mariadb://" + address(2) + "/stet?user=stet&password=stet";
        UnsafeSettingException refused = assertThrows(UnsafeSettingException.class, () -> Application.on(url));
        assertTrue(refused.getMessage().contains("wsrep_sync_wait"), refused::getMessage);
    }

    /** Two writers in each application; what they did is looked for in the next one. */
    private static List<Writer> writers(Applications applications, Ledger ledger, String when) {
        List<Writer> writers = new ArrayList<>();
        for (int node = 0; node < applications.all().size(); node++) {
            Application here = applications.get(node);
            Application next = applications.get((node + 1) % applications.all().size());
            for (int writer = 1; writer <= 2; writer++) {
                Actor actor = Actor.of(when + "-" + (node + 1) + "-" + writer);
                writers.add(new Writer(actor, here, next, SHARED, ledger));
            }
        }
        return writers;
    }

    /** The URLs of docs/clusters.md: every application names all nodes, and each of them another one first. */
    private static List<String> urls() {
        return Cluster.NODES.stream()
                .map(node -> "jdbc:mariadb:sequential://" + cluster.addresses(node)
                        + "/stet?user=stet&password=stet&sessionVariables=wsrep_sync_wait=1"
                        + "&connectTimeout=2000&socketTimeout=20000&deniedListTimeout=2000")
                .toList();
    }

    private static List<String> urlsOfSingleNodes() {
        return Cluster.NODES.stream()
                .map(node -> "jdbc:mariadb://" + address(node)
                        + "/stet?user=stet&password=stet&sessionVariables=wsrep_sync_wait=1")
                .toList();
    }

    private static String address(int node) {
        return "127.0.0.1:" + cluster.port(node);
    }

    /** The checksums of all tables by their names. */
    private static Map<String, String> checksums(Application node) throws SQLException {
        Map<String, String> checksums = new TreeMap<>();
        try (Connection connection = node.pool().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            // This read waits until the node has all that was committed anywhere.
            try (ResultSet rows = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'stet'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + String.join(", ", tables))) {
                while (rows.next()) {
                    checksums.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return checksums;
    }
}
