package dev.stet.storage.jdbc.engine;

import java.nio.file.Path;

/** SQLite on a file of its own. Writers wait for each other for up to ten seconds. */
final class SqliteDatabase extends PooledDatabase {
    private final Path folder;

    private SqliteDatabase(Path folder) {
        super(Emptying.SQLITE, "jdbc:sqlite:" + folder.resolve("database.db") + "?busy_timeout=10000", "");
        this.folder = folder;
    }

    static PooledDatabase inFile() {
        return new SqliteDatabase(EngineFolder.fresh("sqlite"));
    }

    @Override
    void drop() {
        EngineFolder.delete(folder);
    }
}
