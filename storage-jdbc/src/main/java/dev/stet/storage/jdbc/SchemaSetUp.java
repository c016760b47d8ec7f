package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes the tables and holds them against what is expected. */
final class SchemaSetUp {
    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Schema schema;
    private final Connection connection;

    SchemaSetUp(Schema schema, Connection connection) {
        this.schema = schema;
        this.connection = connection;
    }

    /** Always true; otherwise it throws as {@link JdbcStorage.Builder#open} tells. */
    boolean run(SchemaMode mode) throws SQLException {
        if (mode == SchemaMode.NONE) {
            return true;
        }
        List<String> differences = differences();
        if (mode == SchemaMode.CREATE && !differences.isEmpty()) {
            create();
            differences = differences();
        }
        if (!differences.isEmpty()) {
            throw new SchemaMismatchException(schema.where(), differences);
        }
        return true;
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
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private void createMissing() throws SQLException {
        Catalog catalog = new Catalog(schema, connection);
        try (Statement statement = connection.createStatement()) {
            if (schema.name().isPresent() && !catalog.hasSchema()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema.name().get());
            }
            for (String ddl : schema.ddl()) {
                statement.execute(ddl);
            }
        }
    }

    private List<String> differences() throws SQLException {
        Catalog catalog = new Catalog(schema, connection);
        if (catalog.hasFormat()) {
            requireFormat();
        }
        return catalog.differences();
    }

    private void requireFormat() throws SQLException {
        OptionalInt format = format();
        if (format.isPresent() && format.getAsInt() < Schema.FORMAT) {
            throw new OlderFormatException(Schema.FORMAT, format.getAsInt());
        }
        if (format.isPresent() && format.getAsInt() > Schema.FORMAT) {
            throw new NewerFormatException(Schema.FORMAT, format.getAsInt());
        }
    }

    private OptionalInt format() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(number) FROM " + schema.formatTable())) {
            int format = row.next() ? row.getInt(1) : 0;
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(format);
        }
    }
}
