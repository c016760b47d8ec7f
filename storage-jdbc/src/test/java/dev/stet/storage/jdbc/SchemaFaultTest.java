package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Stet;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Column;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is otherwise than declared, of any column, index or key of any table, is found when a store is opened, and who does
 * as the refusal says can open it.
 */
class SchemaFaultTest {
    /** Those in which a table can hold the rows of a store. */
    private static final List<Fault> HARMLESS = List.of(
            Fault.COLLATION,
            Fault.INDEX_MISSING,
            Fault.INDEX_UNIQUENESS,
            Fault.INDEX_ORDER,
            Fault.INDEX_DIRECTION,
            Fault.KEY_MISSING);

    static Stream<Arguments> faults() {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine != Engine.H2_FILE)
                .flatMap(engine -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(engine, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsFoundAndPutRightAsTheRefusalSays(Engine engine, Fault fault) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database);
            Advice.open(database, schema, SchemaMode.CREATE);
            List<String> statements = new ArrayList<>();
            Set<String> named = new TreeSet<>();
            for (Table table : Stet.catalogue().tables()) {
                TableText right = TableText.of(schema, table);
                TableText wrong = fault.in(right, table, schema.dialect());
                if (!wrong.equals(right)) {
                    statements.add("DROP TABLE stet_" + table.name());
                    statements.addAll(wrong.statements());
                    named.addAll(named(table, right, wrong));
                }
            }
            if (!named.isEmpty()) {
                Prelude.run(database.unpooled(), statements);
                refusesAndIsPutRight(database, schema, fault, named);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2_FILE")
    void statementsThatPutAFaultRightKeepTheRows(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database);
            JdbcStorage storage = Advice.open(database, schema, SchemaMode.CREATE);
            AtomicInteger ids = new AtomicInteger();
            FrontDesk.build(FrontDesk.stet(storage, () -> "id" + ids.incrementAndGet())
                    .build()
                    .workspace(WorkspaceId.of("w"), FrontDesk.ADA));
            for (Fault fault : HARMLESS) {
                for (Table table : Stet.catalogue().tables()) {
                    TableText right = TableText.of(schema, table);
                    TableText wrong = fault.in(right, table, schema.dialect());
                    if (fault.keepsRows(schema.dialect()) && !wrong.equals(right)) {
                        putsRightAndKeepsTheRows(database, schema, table, wrong);
                    }
                }
            }
        }
    }

    private static void putsRightAndKeepsTheRows(Database database, Schema schema, Table table, TableText wrong)
            throws SQLException {
        String name = "stet_" + table.name();
        List<List<String>> rows = rows(database, table);
        List<String> statements =
                new ArrayList<>(List.of("CREATE TABLE kept AS SELECT * FROM " + name, "DROP TABLE " + name));
        statements.addAll(wrong.statements());
        String columns = wrong.columns().stream().map(TableText.Column::name).collect(Collectors.joining(", "));
        statements.add("INSERT INTO " + name + " (" + columns + ") SELECT " + columns + " FROM kept");
        statements.add("DROP TABLE kept");
        Prelude.run(database.unpooled(), statements);
        Advice.follow(
                assertThrows(
                        SchemaMismatchException.class, () -> Advice.open(database, schema, SchemaMode.VALIDATE), name),
                database,
                schema);
        Advice.open(database, schema, SchemaMode.VALIDATE);
        assertEquals(rows, rows(database, table));
    }

    private static List<List<String>> rows(Database database, Table table) throws SQLException {
        try (Connection connection = database.unpooled().getConnection()) {
            String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            List<List<String>> rows = Lookup.rows(connection, "SELECT " + columns + " FROM stet_" + table.name());
            assertFalse(rows.isEmpty(), table::toString);
            return rows.stream().sorted(Comparator.comparing(List::toString)).toList();
        }
    }

    private static void refusesAndIsPutRight(Database database, Schema schema, Fault fault, Set<String> named)
            throws SQLException {
        SchemaMismatchException refusal = assertThrows(
                SchemaMismatchException.class,
                () -> Advice.open(database, schema, SchemaMode.VALIDATE),
                named::toString);
        Set<String> found = new TreeSet<>();
        refusal.differences().forEach(difference -> found.add(difference.replaceAll(" (on|must|is) .*", "")));
        assertEquals(named, found, refusal::getMessage);
        assertEquals(named.size(), refusal.differences().size(), refusal::getMessage);
        assertEquals(
                fault.keepsRows(schema.dialect()), !refusal.getMessage().contains("DROP TABLE"), refusal::getMessage);
        if (fault.mixesTextsUp()) {
            assertEquals(
                    refusal.differences(),
                    assertThrows(SchemaMismatchException.class, () -> Advice.open(database, schema, SchemaMode.NONE))
                            .differences());
        }
        Advice.follow(refusal, database, schema);
        Advice.open(database, schema, SchemaMode.VALIDATE);
    }

    /** How the refusal has to name what differs. */
    private static Set<String> named(Table table, TableText right, TableText wrong) {
        Set<String> named = new TreeSet<>();
        Set<TableText.Column> columns = new HashSet<>(wrong.columns());
        right.columns().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> named.add("column stet_" + table.name() + "." + column.name()));
        right.indexes().stream()
                .filter(index -> !wrong.indexes().contains(index))
                .forEach(index -> named.add("index " + index.name()));
        if (!right.key().equals(wrong.key())) {
            named.add("the primary key of stet_" + table.name());
        }
        return named;
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRowOfTheFormatIsFoundAndMade(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Schema schema = schema(database);
            Advice.open(database, schema, SchemaMode.CREATE);
            Prelude.run(database.unpooled(), List.of("DELETE FROM stet_format"));
            SchemaMismatchException refusal = assertThrows(
                    SchemaMismatchException.class, () -> Advice.open(database, schema, SchemaMode.VALIDATE));
            assertEquals(List.of("table stet_format must have the one row 1, but it has none"), refusal.differences());
            Advice.follow(refusal, database, schema);
            Advice.open(database, schema, SchemaMode.VALIDATE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INSERT INTO stet_format VALUES (0), 'table stet_format must have the one row 1, but it has 0 and 1'",
        "ALTER TABLE stet_format RENAME COLUMN number TO other, column stet_format.number is missing"
    })
    void aTableOfTheFormatThatTellsSomethingElseIsFound(String change, String difference) throws SQLException {
        for (Engine engine : Engine.values()) {
            try (Database database = engine.fresh()) {
                Schema schema = schema(database);
                Advice.open(database, schema, SchemaMode.CREATE);
                Prelude.run(database.unpooled(), List.of(change));
                SchemaMismatchException refusal = assertThrows(
                        SchemaMismatchException.class, () -> Advice.open(database, schema, SchemaMode.VALIDATE));
                assertEquals(List.of(difference), refusal.differences());
                Advice.follow(refusal, database, schema);
                Advice.open(database, schema, SchemaMode.VALIDATE);
            }
        }
    }

    private static Schema schema(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.of(Dialect.of(connection));
        }
    }
}
