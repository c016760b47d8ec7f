package dev.stet.storage.jdbc.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** H2 inside this process, in memory or in a file. */
final class H2Database extends PooledDatabase {
    private static final String USER = "sa";
    /** As the guide advises: by default H2 remembers eight statements, and parses all others anew. */
    private static final String CACHING = ";QUERY_CACHE_SIZE=64";

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Optional<Path> folder;

    private H2Database(String url, Optional<Path> folder) {
        super(Emptying.H2, url, USER);
        this.folder = folder;
    }

    /** Which stays when its last connection is closed. */
    static PooledDatabase inMemory() {
        return new H2Database(
                "jdbc:h2:mem:stet" + NUMBERS.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + CACHING, Optional.empty());
    }

    /** Without H2's own hook at the end of the JVM: it would write into a folder that is being deleted. */
    static PooledDatabase inFile() {
        Path folder = EngineFolder.fresh("h2");
        return new H2Database(
                "jdbc:h2:async:" + folder.resolve("database") + ";DB_CLOSE_ON_EXIT=FALSE" + CACHING,
                Optional.of(folder));
    }

    @Override
    void shutDown() {
        execute(unpooled(), "SHUTDOWN");
    }

    @Override
    void drop() {
        folder.ifPresent(EngineFolder::delete);
    }
}
