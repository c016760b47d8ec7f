package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.Difference.Remedy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Finds the tables, makes them, and holds them against what is expected. */
final class SchemaSetUp {
    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Tables tables;
    private final Connection connection;

    SchemaSetUp(Schema schema, Connection connection) throws SQLException {
        this.tables = Tables.on(connection, schema);
        this.connection = connection;
    }

    /** The tables where they are; otherwise it throws as {@link JdbcStorage.Builder#open} tells. */
    Tables run(SchemaMode mode) throws SQLException {
        new TextSettings(tables.dialect(), connection).require();
        Comparison found = found();
        if (found.there().isEmpty()) {
            new Elsewhere(tables, connection).requireNone();
        }
        if (mode == SchemaMode.NONE) {
            requireNone(found, found.textDifferences());
            return tables;
        }
        List<Difference> differences = found.differences();
        if (mode == SchemaMode.CREATE
                && differences.stream().anyMatch(difference -> difference.remedy() == Remedy.CREATE)) {
            create();
            found = found();
            differences = found.differences();
        }
        requireNone(found, differences);
        return tables;
    }

    private Comparison found() throws SQLException {
        return new Comparison(tables, connection);
    }

    private void requireNone(Comparison found, List<Difference> differences) {
        if (!differences.isEmpty()) {
            throw new SchemaMismatchException(
                    tables.where(), texts(differences), Difference.advice(differences, found.there()));
        }
    }

    private static List<String> texts(List<Difference> differences) {
        return differences.stream().map(Difference::text).toList();
    }

    /**
     * All statements make only what is missing. Another host may be making the same at the same time, and a database may
     * fail over that: what matters is that in the end everything is there.
     */
    private void create() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                createMissing();
                return;
            } catch (SQLException failure) {
                if (tables.dialect().isForbidden(failure)) {
                    throw new SchemaMismatchException(
                            tables.where(),
                            texts(found().differences()),
                            "This user may not make them (" + failure.getMessage()
                                    + "): let one who may run the statements of Schema.ddl(), and grant this one"
                                    + " SELECT, INSERT, UPDATE and DELETE.",
                            failure);
                }
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private void createMissing() throws SQLException {
        Comparison found = found();
        try (Statement statement = connection.createStatement()) {
            if (tables.declared().name().isPresent() && !found.hasSchema()) {
                statement.execute(Schema.schemaDdl(tables.dialect().quoted(tables.schema())));
            }
            for (String ddl : Difference.actions(found.differences(), Remedy.CREATE)) {
                statement.execute(ddl);
            }
        }
    }
}
