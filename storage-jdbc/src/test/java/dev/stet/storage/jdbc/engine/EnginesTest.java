package dev.stet.storage.jdbc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests may rely on when they use these engines. */
class EnginesTest {
    private static final int THREADS = 16;
    private static final Set<String> TABLES = Set.of("child", "kept", "parent");
    private static final long PATIENCE_SECONDS = 120;

    @ParameterizedTest
    @EnumSource
    void freshDatabasesAreEmptyAndApartFromEachOther(Engine engine) throws SQLException {
        try (Database one = engine.fresh();
                Database other = engine.fresh()) {
            assertEquals(Set.of(), tables(one));
            makeTables(one);
            assertEquals(TABLES, tables(one));
            assertEquals(Set.of(), tables(other));
            makeTables(other);
            assertEquals(1, rows(one, "parent"));
            execute(other.unpooled(), "DELETE FROM child");
            assertEquals(1, rows(one, "child"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reopeningKeepsWhatIsDeclared(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            makeTables(database);
            DataSource before = database.dataSource();
            database.reopen();
            assertEquals(engine.survivesReopen() ? TABLES : Set.of(), tables(database));
            assertThrows(SQLException.class, before::getConnection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixteenThreadsHoldAConnectionAtOnce(Engine engine) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Database database = engine.fresh()) {
            List<Future<Integer>> waiting = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                waiting.add(threads.submit(() -> {
                    try (Connection held = database.dataSource().getConnection()) {
                        together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return held.isValid(0) ? 1 : 0;
                    }
                }));
            }
            for (Future<Integer> one : waiting) {
                assertEquals(1, one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void recycledDatabasesHaveTablesWithoutRows(Engine engine) throws SQLException {
        RecycledDatabases databases =
                new RecycledDatabases(engine, Flushing.NEVER, EnginesTest::makeTables, "kept"::equals);
        Set<String> urls = new TreeSet<>();
        try (Database one = databases.take();
                Database other = databases.take()) {
            urls.addAll(List.of(one.url(), other.url()));
            execute(one.dataSource(), "INSERT INTO child VALUES (3, 1)", "INSERT INTO kept VALUES (8)");
            assertEquals(1, rows(other, "child"));
        }
        assertEquals(2, urls.size());
        try (Database again = databases.take()) {
            assertTrue(urls.contains(again.url()));
            assertEquals(0, rows(again, "parent"));
            assertEquals(0, rows(again, "child"));
            assertEquals(2, rows(again, "kept"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void recycledDatabasesAlwaysHaveTheirTables(Engine engine) throws SQLException {
        RecycledDatabases databases =
                new RecycledDatabases(engine, Flushing.NEVER, EnginesTest::makeTables, table -> false);
        try (Database database = databases.take()) {
            database.reopen();
        }
        try (Database database = databases.take()) {
            assertEquals(TABLES, tables(database));
        }
    }

    @ParameterizedTest
    @EnumSource
    void databaseThatIsInUseIsNotRecycled(Engine engine) throws SQLException {
        RecycledDatabases databases =
                new RecycledDatabases(engine, Flushing.NEVER, EnginesTest::makeTables, table -> false);
        Database database = databases.take();
        try (Connection forgotten = database.dataSource().getConnection()) {
            assertTrue(forgotten.isValid(0));
            assertThrows(IllegalStateException.class, database::close);
        }
        try (Database another = databases.take()) {
            assertFalse(another.url().equals(database.url()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void serversFlushAsAsked(Flushing flushing) throws SQLException {
        try (Database postgres = Engine.POSTGRESQL.fresh(flushing);
                Database mariadb = Engine.MARIADB.fresh(flushing)) {
            String flushes = flushing == Flushing.EVERY_COMMIT ? "on" : "off";
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals(flushes, value(postgres.unpooled(), "SHOW " + setting));
            }
            assertEquals(
                    flushing == Flushing.EVERY_COMMIT ? "1" : "0",
                    value(mariadb.unpooled(), "SELECT @@innodb_flush_log_at_trx_commit"));
        }
    }

    static Stream<Named<Supplier<DatabaseServer>>> servers() {
        return Stream.of(Named.of("PostgreSQL", PostgresServer::start), Named.of("MariaDB", MariadbServer::start));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void killedServerComesBackWithWhatWasCommitted(Supplier<DatabaseServer> starting) throws Exception {
        try (DatabaseServer server = starting.get();
                Database database = server.fresh()) {
            execute(database.dataSource(), "CREATE TABLE numbers (number INTEGER PRIMARY KEY)");
            AtomicInteger acknowledged = new AtomicInteger();
            CountDownLatch enough = new CountDownLatch(100);
            Thread writer = new Thread(() -> {
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    while (true) {
                        statement.execute("INSERT INTO numbers VALUES (" + acknowledged.get() + ")");
                        acknowledged.incrementAndGet();
                        enough.countDown();
                    }
                } catch (SQLException killed) {
                    // The server was killed while this was going on.
                }
            });
            writer.start();
            assertTrue(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
            server.kill();
            assertFalse(server.isRunning());
            writer.join();
            assertThrows(SQLException.class, () -> database.unpooled().getConnection());

            server.restart();
            int found = rows(database, "numbers");
            assertTrue(
                    found == acknowledged.get() || found == acknowledged.get() + 1,
                    () -> acknowledged + " acknowledged, " + found + " found");
            try (Database another = server.fresh()) {
                assertEquals(Set.of(), tables(another));
            }
        }
    }

    static Stream<Named<Function<Path, DatabaseServer>>> serversOnDirectories() {
        return Stream.of(
                Named.of("PostgreSQL", data -> PostgresServer.start(data, Flushing.NEVER)),
                Named.of("MariaDB", data -> MariadbServer.start(data, Flushing.NEVER)));
    }

    @ParameterizedTest
    @MethodSource("serversOnDirectories")
    void serverThatWasClosedLeavesItsData(Function<Path, DatabaseServer> starting) throws SQLException {
        Path data = EngineFolder.fresh("given");
        try (DatabaseServer server = starting.apply(data);
                Database database = server.fresh()) {
            execute(
                    database.dataSource(),
                    "CREATE SCHEMA lasting",
                    "CREATE TABLE lasting.numbers (number INTEGER)",
                    "INSERT INTO lasting.numbers VALUES (1)");
        }
        try (DatabaseServer server = starting.apply(data);
                Database database = server.fresh()) {
            assertEquals(1, rows(database, "lasting.numbers"));
        }
    }

    /** The child of this JVM starts a server, this JVM uses it by its URL, and both are gone when the child is killed. */
    @ParameterizedTest
    @ValueSource(strings = {"POSTGRESQL", "MARIADB"})
    void serverDiesWithTheProcessThatStartedIt(String engine) throws IOException, SQLException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOwner.class.getName(),
                        engine)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = child.inputReader()) {
            String url = output.readLine();
            String user = output.readLine();
            try (Connection connection = DriverManager.getConnection(url, user, "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE reached (id INTEGER)");
                child.destroyForcibly().waitFor();
                String sleep = engine.equals("MARIADB") ? "SELECT SLEEP(60)" : "SELECT pg_sleep(60)";
                assertThrows(SQLException.class, () -> statement.execute(sleep));
            }
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, user, ""));
        } finally {
            child.destroyForcibly();
        }
    }

    private static void makeTables(Database database) {
        try {
            execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                    "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER)",
                    "CREATE TABLE kept (id INTEGER PRIMARY KEY)",
                    "INSERT INTO parent VALUES (1)",
                    "INSERT INTO child VALUES (2, 1)",
                    "INSERT INTO kept VALUES (7)");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void execute(DataSource connections, String... statements) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int rows(Database database, String table) throws SQLException {
        return Integer.parseInt(value(database.dataSource(), "SELECT COUNT(*) FROM " + table));
    }

    private static String value(DataSource connections, String query) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private static Set<String> tables(Database database) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }
}
