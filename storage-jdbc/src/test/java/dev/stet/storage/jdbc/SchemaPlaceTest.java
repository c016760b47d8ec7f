package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Agents;
import dev.stet.Stet;
import dev.stet.access.Actor;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the tables are is known from the opening on, and names mean themselves alone. */
class SchemaPlaceTest {
    /** Two names of which one, read as a pattern, means the other as well. */
    private static final String NAMED = "stet_own_place";

    private static final String MATCHED = "stetxown_place";

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void anUnderscoreOfASchemaIsNoPattern(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            DataSource connections = database.dataSource();
            try {
                Prelude.run(
                        connections,
                        List.of(
                                "CREATE SCHEMA " + MATCHED,
                                "CREATE TABLE " + MATCHED + ".stet_agent (shiny INTEGER NOT NULL)",
                                "CREATE TABLE " + MATCHED + ".stet_format (number INTEGER NOT NULL)"));
                Schema schema = Schema.of(dialect(database)).named(NAMED);
                for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.VALIDATE)) {
                    open(connections, schema, mode);
                }
            } finally {
                drop(database, NAMED, MATCHED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnderscoreOfAPrefixIsNoPattern(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            DataSource connections = database.dataSource();
            Prelude.run(
                    connections,
                    List.of(
                            "CREATE TABLE stetxagent (shiny INTEGER NOT NULL)",
                            "CREATE TABLE stetxformat (number INTEGER NOT NULL)"));
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> open(connections, SchemaMode.VALIDATE));
            assertEquals(
                    Stet.catalogue().tables().size() + 1, refusal.differences().size(), refusal::getMessage);
            open(connections, SchemaMode.CREATE);
            open(connections, SchemaMode.VALIDATE);
        }
    }

    /** Whatever a connection that comes later, or that is joined, looks into first. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void theTablesStayThoseThatWereFoundWhenTheStoreWasOpened(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            DataSource connections = database.dataSource();
            try {
                Prelude.run(connections, List.of("CREATE SCHEMA " + NAMED));
                Moving moving = new Moving(database.unpooled());
                JdbcStorage storage = open(moving.connections(), SchemaMode.CREATE);
                create(storage);
                open(connections, Schema.of(dialect(database)).named(NAMED), SchemaMode.CREATE);
                moving.to(use(engine, NAMED));
                create(storage);
                assertEquals(2, agents(storage));
                try (Connection connection = moving.connections().getConnection()) {
                    connection.setAutoCommit(false);
                    create(storage.joining(connection));
                    assertEquals(3, agents(storage.joining(connection)));
                    connection.commit();
                }
                assertEquals(3, agents(open(connections, SchemaMode.VALIDATE)));
                assertEquals(0, agents(open(moving.connections(), SchemaMode.VALIDATE)));
            } finally {
                drop(database, NAMED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "H2_FILE", "POSTGRESQL"})
    void noSecondRegistryIsBegunBesideOneThatTheConnectionCanSee(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            DataSource connections = database.unpooled();
            try {
                Prelude.run(connections, List.of("CREATE SCHEMA " + NAMED));
                Schema named = Schema.of(dialect(database)).named(NAMED);
                open(connections, named, SchemaMode.CREATE);
                String own = own(connections);
                DataSource both = engine == Engine.POSTGRESQL
                        ? Prelude.before(connections, "SET search_path TO " + own + ", " + NAMED)
                        : Prelude.before(connections, "SET SCHEMA_SEARCH_PATH " + own + ", " + NAMED);
                for (SchemaMode mode : SchemaMode.values()) {
                    SchemaMismatchException refusal =
                            assertThrows(SchemaMismatchException.class, () -> open(both, mode), mode::name);
                    assertTrue(refusal.getMessage().toLowerCase(Locale.ROOT).contains(NAMED), refusal::getMessage);
                    open(both, named, mode);
                }
            } finally {
                drop(database, NAMED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void theSchemaOfTheHostMayHaveAnyName(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Dialect dialect = dialect(database);
            for (String name : List.of("Host Schema", "user", "100%_\"own\"`")) {
                String quoted = dialect.quoted(name);
                DataSource connections = Prelude.before(database.unpooled(), use(engine, quoted));
                Prelude.run(database.dataSource(), List.of("CREATE SCHEMA " + quoted));
                try {
                    for (SchemaMode mode : SchemaMode.values()) {
                        JdbcStorage storage = open(connections, mode);
                        create(storage);
                    }
                    assertEquals(3, agents(open(connections, SchemaMode.CREATE)));
                    assertThrows(SchemaMismatchException.class, () -> open(database.dataSource(), SchemaMode.VALIDATE));
                } finally {
                    drop(database, quoted);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionWithoutASchemaIsRefused(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            String name = "stet_" + engine.name().toLowerCase(Locale.ROOT) + "_no_schema";
            try {
                Prelude.run(database.dataSource(), List.of("CREATE SCHEMA " + name));
                DataSource nowhere = engine == Engine.POSTGRESQL
                        ? Prelude.before(database.unpooled(), "SET search_path TO stet_nowhere")
                        : Prelude.before(
                                database.unpooled(),
                                "CREATE DATABASE stet_gone",
                                "USE stet_gone",
                                "DROP DATABASE stet_gone");
                for (SchemaMode mode : SchemaMode.values()) {
                    SchemaMismatchException refusal =
                            assertThrows(SchemaMismatchException.class, () -> open(nowhere, mode));
                    assertTrue(refusal.getMessage().contains("Schema.named"), refusal::getMessage);
                }
                create(open(nowhere, Schema.of(dialect(database)).named(name), SchemaMode.CREATE));
            } finally {
                drop(database, name);
            }
        }
    }

    /** SQLite looks into the temporary tables of a connection before all others. */
    @Test
    void temporaryTablesOfSqliteAreNotTakenForTheStore() throws SQLException {
        try (Database database = Engine.SQLITE.fresh()) {
            Moving moving = new Moving(database.unpooled());
            JdbcStorage storage = open(moving.connections(), SchemaMode.CREATE);
            create(storage);
            moving.to("CREATE TEMP TABLE stet_agent AS SELECT * FROM main.stet_agent WHERE 1 = 0");
            assertEquals(1, agents(storage));
            create(storage);
            assertEquals(2, agents(open(database.dataSource(), SchemaMode.VALIDATE)));
        }
    }

    @Test
    void tablesOfH2AreNotOverlookedForTheCaseOfTheirNames(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("case");
        onH2(url, connections -> create(open(connections, SchemaMode.CREATE)));
        onH2(url + ";DATABASE_TO_UPPER=FALSE", connections -> {
            for (SchemaMode mode : SchemaMode.values()) {
                SchemaMismatchException refusal =
                        assertThrows(SchemaMismatchException.class, () -> open(connections, mode));
                assertTrue(refusal.getMessage().contains("DATABASE_TO_UPPER"), refusal::getMessage);
            }
        });
        onH2(url, connections -> assertEquals(1, agents(open(connections, SchemaMode.VALIDATE))));
    }

    private static void onH2(String url, Consumer<DataSource> work) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        try {
            work.accept(pool);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void aUserWhoMayMakeNothingIsToldSo() throws SQLException {
        try (Database database = Engine.POSTGRESQL.fresh()) {
            String own = own(database.dataSource());
            DataSource guest = Prelude.before(database.unpooled(), "SET ROLE stet_guest");
            Prelude.run(
                    database.dataSource(),
                    List.of("CREATE ROLE stet_guest", "GRANT USAGE ON SCHEMA " + own + " TO stet_guest"));
            try {
                SchemaMismatchException refusal =
                        assertThrows(SchemaMismatchException.class, () -> open(guest, SchemaMode.CREATE));
                assertTrue(refusal.getMessage().contains("may not make them"), refusal::getMessage);
                assertEquals(
                        Stet.catalogue().tables().size() + 1,
                        refusal.differences().size());
                List<String> advice =
                        new ArrayList<>(Schema.of(Dialect.POSTGRESQL).ddl());
                advice.add("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + own + " TO stet_guest");
                Prelude.run(database.dataSource(), advice);
                for (SchemaMode mode : SchemaMode.values()) {
                    create(open(guest, mode));
                }
            } finally {
                Prelude.run(database.dataSource(), List.of("DROP OWNED BY stet_guest", "DROP ROLE stet_guest"));
            }
        }
    }

    private static String own(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            return connection.getSchema();
        }
    }

    private static String use(Engine engine, String schema) {
        return switch (engine) {
            case H2_MEMORY, H2_FILE -> "SET SCHEMA " + schema;
            case POSTGRESQL -> "SET search_path TO " + schema;
            case MARIADB -> "USE " + schema;
            case SQLITE -> throw new IllegalArgumentException("SQLite has no schemas");
        };
    }

    private static void drop(Database database, String... schemas) throws SQLException {
        String cascade = dialect(database) == Dialect.MARIADB ? "" : " CASCADE";
        for (String schema : schemas) {
            Prelude.run(database.dataSource(), List.of("DROP SCHEMA IF EXISTS " + schema + cascade));
        }
    }

    private static Dialect dialect(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Dialect.of(connection);
        }
    }

    private static JdbcStorage open(DataSource connections, SchemaMode mode) {
        return JdbcStorage.on(connections)
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    private static JdbcStorage open(DataSource connections, Schema schema, SchemaMode mode) {
        return JdbcStorage.on(connections)
                .schema(schema)
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    private static Agents on(Storage storage) {
        return Stet.on(storage)
                .build()
                .workspace(WorkspaceId.of("acme"), Actor.of("ana"))
                .agents();
    }

    private static void create(Storage storage) {
        on(storage).create(NewAgent.named("Desk").content(Content.parse("{\"prompt\":\"Greet.\"}")));
    }

    private static long agents(Storage storage) {
        return on(storage).count(AgentFilter.all());
    }

    /** Connections of a pool that the host moves into another schema. */
    private static final class Moving {
        private final DataSource connections;
        private DataSource current;

        private Moving(DataSource connections) {
            this.connections = connections;
            this.current = connections;
        }

        private void to(String statement) {
            current = Prelude.before(connections, statement);
        }

        private DataSource connections() {
            return (DataSource) Proxy.newProxyInstance(
                    Moving.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> method.invoke(current, arguments));
        }
    }
}
