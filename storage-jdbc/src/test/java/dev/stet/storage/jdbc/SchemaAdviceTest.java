package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are not as they must be are refused, and who does as the refusal says can open the store. */
class SchemaAdviceTest {
    /** Ways to take the difference of texts away, as hosts do with a whole database, or by a DDL of their own. */
    static Stream<Arguments> mixedUp() {
        return Stream.of(
                Arguments.of(Engine.MARIADB, convertAll("utf8mb4", "utf8mb4_general_ci")),
                Arguments.of(Engine.MARIADB, convertAll("utf8mb4", "utf8mb4_bin")),
                Arguments.of(Engine.MARIADB, convertAll("latin1", "latin1_swedish_ci")),
                Arguments.of(Engine.MARIADB, List.of(modified("request VARCHAR(128) COLLATE utf8mb4_general_ci"))),
                Arguments.of(
                        Engine.POSTGRESQL,
                        List.of(
                                "CREATE COLLATION no_accents (provider = icu, locale = 'und-u-ks-level1',"
                                        + " deterministic = false)",
                                column("audit", "workspace TYPE VARCHAR(128) COLLATE no_accents"),
                                column("agent", "kind TYPE TEXT COLLATE no_accents"))),
                Arguments.of(
                        Engine.POSTGRESQL,
                        List.of(
                                "CREATE COLLATION \"C\" (provider = icu, locale = 'und-u-ks-level1',"
                                        + " deterministic = false)",
                                "DO $$ BEGIN EXECUTE format('ALTER TABLE stet_version ALTER COLUMN id TYPE VARCHAR"
                                        + " COLLATE %I.\"C\"', current_schema()); END $$")),
                Arguments.of(
                        Engine.POSTGRESQL, List.of(column("environment", "name TYPE VARCHAR COLLATE \"default\""))),
                Arguments.of(Engine.POSTGRESQL, List.of(column("deployment", "environment TYPE CHAR(64)"))),
                Arguments.of(
                        Engine.POSTGRESQL,
                        List.of(
                                "CREATE DOMAIN short_text AS VARCHAR(64) COLLATE \"C\"",
                                column("page_revision", "environment TYPE short_text"))),
                Arguments.of(
                        Engine.H2_FILE,
                        List.of("ALTER TABLE stet_agent ALTER COLUMN workspace SET DATA TYPE VARCHAR_IGNORECASE(128)")),
                Arguments.of(
                        Engine.H2_MEMORY,
                        List.of("ALTER TABLE stet_environment ALTER COLUMN name SET DATA TYPE CHAR(64)")));
    }

    private static List<String> convertAll(String characters, String collation) {
        List<String> all = new ArrayList<>();
        for (Table table : Stet.catalogue().tables()) {
            all.add("ALTER TABLE stet_" + table.name() + " CONVERT TO CHARACTER SET " + characters + " COLLATE "
                    + collation);
        }
        return all;
    }

    private static String modified(String definition) {
        return "ALTER TABLE stet_audit MODIFY " + definition;
    }

    private static String column(String table, String definition) {
        return "ALTER TABLE stet_" + table + " ALTER COLUMN " + definition;
    }

    @ParameterizedTest
    @MethodSource("mixedUp")
    void textsThatWouldBeMixedUpAreRefusedInEveryMode(Engine engine, List<String> change) throws SQLException {
        try (Database database = engine.fresh()) {
            open(database, SchemaMode.CREATE);
            Prelude.run(database.unpooled(), change);
            refusesAndTheAdviceHelps(database, SchemaMode.values());
        }
    }

    /** SQLite changes no column: there it is the host's own DDL. */
    @ParameterizedTest
    @EnumSource
    void tablesThatTheHostMadeToMixTextsUpAreRefusedInEveryMode(Engine engine) throws SQLException {
        String type = switch (engine) {
            case SQLITE -> "$1$2 COLLATE NOCASE";
            case POSTGRESQL -> "$1$2 COLLATE \"en-x-icu\"";
            case H2_MEMORY, H2_FILE -> "$1VARCHAR_IGNORECASE(128)";
            case MARIADB -> "$1VARCHAR(128) COLLATE utf8mb4_general_ci";
        };
        try (Database database = engine.fresh()) {
            made(
                    database,
                    statement -> statement.replaceAll(
                            "(?m)^( +(?:workspace|request) +)(\\w+(?:\\(\\d+\\))?)(?: COLLATE [^ ,\n]+)?+(?=[, \n])",
                            type));
            SchemaMismatchException refusal = refusesAndTheAdviceHelps(database, SchemaMode.values());
            assertEquals(
                    Stet.catalogue().tables().size() + 1, refusal.differences().size());
            assertTrue(
                    refusal.differences().stream().allMatch(difference -> difference.contains(" must compare texts")),
                    refusal::getMessage);
        }
    }

    @Test
    void aKeyOfSqliteThatMixesTextsUpIsRefused() throws SQLException {
        try (Database database = Engine.SQLITE.fresh()) {
            made(
                    database,
                    statement -> statement
                            .replace("PRIMARY KEY (workspace, agent)", "PRIMARY KEY (workspace, agent COLLATE RTRIM)")
                            .replace(
                                    "stet_audit (workspace, agent, request)",
                                    "stet_audit (workspace, agent, request COLLATE NOCASE)"));
            SchemaMismatchException refusal = refusesAndTheAdviceHelps(database, SchemaMode.values());
            assertEquals(2, refusal.differences().size(), refusal::getMessage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsMadeAsTheAdviceSays(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            refusesAndTheAdviceHelps(database, SchemaMode.VALIDATE);
            Prelude.run(database.dataSource(), List.of("DROP TABLE stet_audit"));
            refusesAndTheAdviceHelps(database, SchemaMode.VALIDATE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aSchemaThatIsMissingIsMadeByTheDdl(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database).named("stet_made_by_ddl").withPrefix("");
            String cascade = engine == Engine.MARIADB ? "" : " CASCADE";
            for (List<String> statements : List.of(schema.ddl(), statements(schema.ddlScript()))) {
                try {
                    assertThrows(
                            SchemaMismatchException.class, () -> Advice.open(database, schema, SchemaMode.VALIDATE));
                    Prelude.run(database.dataSource(), statements);
                    Advice.open(database, schema, SchemaMode.VALIDATE);
                } finally {
                    Prelude.run(database.dataSource(), List.of("DROP SCHEMA IF EXISTS stet_made_by_ddl" + cascade));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theScriptSaysNothingThatIsLeftToBeFilledIn(Dialect dialect) {
        Schema schema = Schema.of(dialect);
        assertFalse(schema.ddlScript().contains("${"), schema::ddlScript);
        String header = schema.ddlScript().substring(0, schema.ddlScript().indexOf("\n\n"));
        assertFalse(header.contains("stet_"), header);
    }

    private static List<String> statements(String script) {
        return Stream.of(script.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeChangedCanBeReplaced(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            made(
                    database,
                    statement -> statement
                            .replaceAll("(?m)^ +pinned .*$", "    pinned_2 INTEGER,")
                            .replaceAll("(?m)^ +published_as .*$", "    published_as VARCHAR(3),"));
            refusesAndTheAdviceHelps(database, SchemaMode.CREATE, SchemaMode.VALIDATE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnOfTheHostsMayNotHaveToBeGiven(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            made(database, statement -> statement.replaceAll("(?m)^( +pinned .*)$", "$1\n    shiny INTEGER NOT NULL,"));
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> open(database, SchemaMode.CREATE));
            assertTrue(
                    refusal.getMessage().endsWith("Let column stet_version.shiny allow NULL, or give it a default."),
                    refusal::getMessage);
        }
    }

    private static void made(Database database, UnaryOperator<String> change) throws SQLException {
        Prelude.run(
                database.dataSource(),
                schema(database).ddl().stream().map(change).toList());
    }

    private static SchemaMismatchException refusesAndTheAdviceHelps(Database database, SchemaMode... modes)
            throws SQLException {
        SchemaMismatchException refusal = null;
        for (SchemaMode mode : modes) {
            refusal = assertThrows(SchemaMismatchException.class, () -> open(database, mode), mode::name);
        }
        Advice.follow(Objects.requireNonNull(refusal), database, schema(database));
        open(database, SchemaMode.VALIDATE);
        return refusal;
    }

    private static JdbcStorage open(Database database, SchemaMode mode) {
        return Advice.open(database, schema(database), mode);
    }

    private static Schema schema(Database database) {
        DataSource connections = database.dataSource();
        try (java.sql.Connection connection = connections.getConnection()) {
            return Schema.of(Dialect.of(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
