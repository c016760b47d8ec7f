package dev.stet.storage.jdbc.engine;

/** The engines that stores are tried on. */
public enum Engine {
    /** H2 in the memory of this process. A reopened database is empty. */
    H2_MEMORY(false),
    /** H2 in a file, which one process at a time can open. */
    H2_FILE(true),
    /** SQLite in a file. */
    SQLITE(true),
    /** PostgreSQL, one server for this JVM and each {@link Flushing}; its databases are schemas of one database. */
    POSTGRESQL(true),
    /** MariaDB, one server for this JVM and each {@link Flushing}. */
    MARIADB(true);

    private final boolean survivesReopen;

    Engine(boolean survivesReopen) {
        this.survivesReopen = survivesReopen;
    }

    /** Whether {@link Database#reopen} keeps what was committed. */
    public boolean survivesReopen() {
        return survivesReopen;
    }

    /** A database without a table, as fast as can be: no server flushes. */
    public Database fresh() {
        return fresh(Flushing.NEVER);
    }

    /** A database without a table. The first one of a server starts the server, which ends with this JVM. */
    public Database fresh(Flushing flushing) {
        return make(flushing);
    }

    PooledDatabase make(Flushing flushing) {
        return switch (this) {
            case H2_MEMORY -> H2Database.inMemory();
            case H2_FILE -> H2Database.inFile();
            case SQLITE -> SqliteDatabase.inFile();
            case POSTGRESQL -> PostgresServer.shared(flushing).make();
            case MARIADB -> MariadbServer.shared(flushing).make();
        };
    }
}
