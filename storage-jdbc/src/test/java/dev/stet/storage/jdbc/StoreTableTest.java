package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.tck.StorageContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of stores says what is measured here. What was measured is written to {@code target/stores.md}. */
class StoreTableTest {
    private static final AgentId DESK = AgentId.of("desk");
    private static final Pattern CELL = Pattern.compile(" *\\| *");
    private static final Map<Engine, String> NAMES = Map.of(
            Engine.H2_MEMORY, "H2 in memory",
            Engine.H2_FILE, "H2 in a file",
            Engine.SQLITE, "SQLite",
            Engine.POSTGRESQL, "PostgreSQL",
            Engine.MARIADB, "MariaDB");

    @Test
    void theReadmeTellsWhatIsMeasured() throws Exception {
        List<List<String>> columns = new ArrayList<>();
        columns.add(List.of(
                "",
                "---",
                "artifact",
                "passes the contract kit, owning and joining",
                "what was acknowledged is there after reopening",
                "isolation it was tested at",
                "several processes",
                "inside the host's transaction",
                "statements of resolve",
                "statements of save",
                "statements of publish with deployment"));
        columns.add(List.of(
                "memory",
                "---",
                "`stet-storage-memory`",
                "yes",
                "no",
                "serializable per agent",
                "no",
                "no",
                "0",
                "0",
                "0"));
        for (Engine engine : Engine.values()) {
            columns.add(column(engine));
        }
        String measured = Stream.iterate(0, row -> row < columns.get(0).size(), row -> row + 1)
                .map(row ->
                        columns.stream().map(column -> column.get(row)).collect(Collectors.joining(" | ", "| ", " |")))
                .map(line -> line.startsWith("| ---") ? line.replace(" ", "") : line)
                .collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target", "stores.md"), measured + "\n");
        String readme = Files.readString(Path.of("..", "README.md"));
        assertTrue(readme.contains(measured), () -> "README.md should hold:\n" + measured);
    }

    private static List<String> column(Engine engine) throws Exception {
        try (Database database = engine.fresh()) {
            JdbcStorage storage = opened(database);
            workspace(Stet.on(storage).build())
                    .agents()
                    .create(NewAgent.named("Desk").id(DESK));
            String isolation = isolation(database);
            String processes = yes(Visitor.canUse(database.url(), database.user(), database.password()));
            String joins = yes(joins(database, storage));
            database.reopen();
            boolean survives = workspace(Stet.on(opened(database)).build())
                    .agents()
                    .find(DESK)
                    .isPresent();
            assertEquals(engine.survivesReopen(), survives);
            return List.of(
                    NAMES.getOrDefault(engine, engine.name()),
                    "---",
                    "`stet-storage-jdbc`",
                    yes(keepsTheContract(engine)),
                    yes(survives),
                    isolation,
                    processes,
                    joins,
                    statements(engine, "resolve an environment"),
                    statements(engine, "save a draft"),
                    statements(engine, "publish a draft and deploy it"));
        }
    }

    /** Whether there are test classes that run the whole kit on an engine, in this package. */
    private static boolean keepsTheContract(Engine engine) throws ClassNotFoundException {
        String name = Pattern.compile("_")
                .splitAsStream(engine.name())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        String here = StoreTableTest.class.getPackageName() + ".";
        return Class.forName(here + name + "StorageTest").getSuperclass() == StorageContract.class
                && Class.forName(here + "Joined" + name + "StorageTest").getSuperclass() == StorageContract.class;
    }

    private static String isolation(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return switch (connection.getTransactionIsolation()) {
                case Connection.TRANSACTION_READ_COMMITTED -> "read committed";
                case Connection.TRANSACTION_REPEATABLE_READ -> "repeatable read";
                case Connection.TRANSACTION_SERIALIZABLE -> "serializable";
                default -> "another";
            };
        }
    }

    /** Whether a change in the host's transaction goes when that is rolled back, and stays when it is committed. */
    private static boolean joins(Database database, JdbcStorage storage) throws SQLException {
        Stet stet = Stet.on(storage).build();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Workspace joined = workspace(stet.within(storage.joining(connection)));
            joined.agents().create(NewAgent.named("Undone").id(AgentId.of("undone")));
            connection.rollback();
            joined.agents().create(NewAgent.named("Done").id(AgentId.of("done")));
            connection.commit();
            connection.setAutoCommit(true);
        }
        return workspace(stet).agents().find(AgentId.of("undone")).isEmpty()
                && workspace(stet).agents().find(AgentId.of("done")).isPresent();
    }

    /** From the page that a test of its own holds against what it counts. */
    private static String statements(Engine engine, String call) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "round-trips.md"));
        String header = lines.stream()
                .filter(line -> line.startsWith("| on a connection of the store's"))
                .findFirst()
                .orElseThrow();
        String row = lines.stream()
                .filter(line -> line.startsWith("| " + call + " |"))
                .findFirst()
                .orElseThrow();
        String name = NAMES.getOrDefault(engine, "").replaceAll(" in .*", "");
        return CELL.splitAsStream(row)
                .toList()
                .get(CELL.splitAsStream(header).toList().indexOf(name));
    }

    private static JdbcStorage opened(Database database) {
        return JdbcStorage.on(database.dataSource())
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    private static Workspace workspace(Stet stet) {
        return stet.workspace(WorkspaceId.of("w"), Actor.of("ana"));
    }

    private static String yes(boolean measured) {
        return measured ? "yes" : "no";
    }
}
