package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Agents;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are made, held against what is expected, or left alone, as the host says; on every engine. */
class SchemaTest {
    private static final int HOSTS = 6;

    @ParameterizedTest
    @EnumSource
    void creatingTwiceChangesNothing(Engine engine) {
        try (Database database = engine.fresh()) {
            use(open(database, SchemaMode.CREATE));
            use(open(database, SchemaMode.CREATE));
            use(open(database, SchemaMode.VALIDATE));
            use(open(database, SchemaMode.NONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void validatingAnEmptyDatabaseListsEveryTable(Engine engine) {
        try (Database database = engine.fresh()) {
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> open(database, SchemaMode.VALIDATE));
            List<String> missing = new ArrayList<>();
            for (Table table : Stet.catalogue().tables()) {
                missing.add("table stet_" + table.name() + " is missing");
            }
            missing.add("table stet_format is missing");
            assertEquals(missing, refusal.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDdlCanBeRunByTheHost(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database).withPrefix("agents_");
            execute(database, schema.ddl());
            use(JdbcStorage.on(database.dataSource())
                    .schema(schema)
                    .schemaMode(SchemaMode.VALIDATE)
                    .durability(Durability.AS_CONFIGURED)
                    .open());
            schema.ddl().forEach(statement -> assertTrue(schema.ddlScript().contains(statement), statement));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoPrefixesAreTwoStores(Engine engine) {
        try (Database database = engine.fresh()) {
            for (String prefix : List.of("one_", "two_", "")) {
                JdbcStorage storage = JdbcStorage.on(database.dataSource())
                        .schema(schema(database).withPrefix(prefix))
                        .durability(Durability.AS_CONFIGURED)
                        .open();
                assertEquals(
                        0,
                        agents(storage)
                                .listFrom(0, AgentFilter.all(), AgentOrder.BY_NAME, 10)
                                .size());
                use(storage);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void theTablesMayBeInASchemaOfTheirOwn(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            String name = "stet_own_schema";
            Schema schema = schema(database).named(name).withPrefix("v_");
            try {
                for (SchemaMode mode : SchemaMode.values()) {
                    use(JdbcStorage.on(database.dataSource())
                            .schema(schema)
                            .schemaMode(mode)
                            .durability(Durability.AS_CONFIGURED)
                            .open());
                }
            } finally {
                String cascade = schema.dialect() == Dialect.MARIADB ? "" : " CASCADE";
                execute(database, List.of("DROP SCHEMA " + name + cascade));
            }
        }
    }

    @Test
    void sqliteHasNoSchemas() {
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class, () -> Schema.of(Dialect.SQLITE).named("other"));
        assertTrue(refusal.getMessage().contains("prefix"), refusal::getMessage);
    }

    @Test
    void namesThatWouldHaveToBeQuotedAreRefused() {
        Schema schema = Schema.of(Dialect.H2);
        for (String name : List.of("1st", "Upper", "with space", "semi;colon", "x".repeat(31), "quote\"")) {
            assertThrows(InvalidInputException.class, () -> schema.named(name), name);
            assertThrows(InvalidInputException.class, () -> schema.withPrefix(name), name);
        }
    }

    /** What is missing is made, also beside tables that are otherwise than expected. */
    @ParameterizedTest
    @EnumSource
    void whatDiffersIsListed(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database);
            List<String> changed = new ArrayList<>();
            for (String statement : schema.ddl()) {
                changed.add(statement
                        .replaceAll("(?m)^ +pinned .*$", "    pinned VARCHAR(3) NOT NULL,\n    shiny INTEGER NOT NULL,")
                        .replaceAll("(?m)^ +published_as .*$", "    odd INTEGER,"));
            }
            changed.removeIf(statement -> statement.contains("stet_content"));
            execute(database, changed);
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> open(database, SchemaMode.VALIDATE));
            List<String> found = refusal.differences();
            assertEquals(4, found.size(), found::toString);
            assertEquals("column stet_draft.published_as is missing", found.get(0));
            assertTrue(found.get(1).startsWith("column stet_version.pinned must be BOOLEAN, but it is "), found.get(1));
            assertEquals(
                    "column stet_version.shiny, which Stet does not know, must allow NULL or have a default",
                    found.get(2));
            assertEquals("table stet_content is missing", found.get(3));
            SchemaMismatchException after =
                    assertThrows(SchemaMismatchException.class, () -> open(database, SchemaMode.CREATE));
            assertEquals(found.subList(0, 3), after.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingIndexIsMade(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            List<String> ddl = new ArrayList<>(schema(database).ddl());
            assertTrue(ddl.removeIf(statement -> statement.contains("INDEX")));
            execute(database, ddl);
            use(open(database, SchemaMode.CREATE));
            use(open(database, SchemaMode.VALIDATE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOlderFormatHasToBeMigratedAndANewerOneIsLeftAlone(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            use(open(database, SchemaMode.CREATE));
            execute(database, List.of("UPDATE stet_format SET number = 0"));
            for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.VALIDATE)) {
                assertEquals(
                        0,
                        assertThrows(OlderFormatException.class, () -> open(database, mode))
                                .found());
            }
            execute(database, List.of("UPDATE stet_format SET number = 2", "DROP TABLE stet_content"));
            for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.VALIDATE)) {
                assertEquals(
                        2,
                        assertThrows(NewerFormatException.class, () -> open(database, mode))
                                .found());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostsThatStartAtOnceDoNotTripOverEachOther(Engine engine) throws Exception {
        try (Database database = engine.fresh()) {
            ExecutorService hosts = Executors.newFixedThreadPool(HOSTS);
            try {
                Callable<Integer> host = () -> {
                    JdbcStorage storage = open(database, SchemaMode.CREATE);
                    return agents(storage)
                            .listFrom(0, AgentFilter.all(), AgentOrder.BY_NAME, 10)
                            .size();
                };
                List<Callable<Integer>> starts = new ArrayList<>();
                for (int i = 0; i < HOSTS; i++) {
                    starts.add(host);
                }
                for (Future<Integer> started : hosts.invokeAll(starts)) {
                    assertEquals(0, started.get());
                }
            } finally {
                hosts.shutdownNow();
            }
            use(open(database, SchemaMode.VALIDATE));
        }
    }

    private static Schema schema(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.of(Dialect.of(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JdbcStorage open(Database database, SchemaMode mode) {
        return JdbcStorage.on(database.dataSource())
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    private static Agents agents(JdbcStorage storage) {
        return workspace(storage).agents();
    }

    private static Workspace workspace(JdbcStorage storage) {
        return Stet.on(storage).build().workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    }

    private static void use(JdbcStorage storage) {
        Workspace acme = workspace(storage);
        NewAgent desk = NewAgent.named("Front desk").content(Content.parse("{\"prompt\":\"Greet.\"}"));
        assertEquals("Front desk", acme.agents().create(desk).agent().name());
    }

    private static void execute(Database database, List<String> statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
