package dev.stet.examples;

import com.zaxxer.hikari.HikariDataSource;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.memory.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where a run of the quickstart keeps its agents: in memory, or in a database that outlives it. */
final class Store implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Storage storage;
    private final Optional<String> name;
    private final Runnable closing;

    private Store(Storage storage, Optional<String> name, Runnable closing) {
        this.storage = storage;
        this.name = name;
        this.closing = closing;
    }

    /** The store that was asked for; one in memory when none was. */
    static Store open(Optional<String> given) throws WrongUse {
        return given.isPresent()
                ? open(Address.of(given.get()))
                : new Store(new MemoryStorage(), Optional.empty(), () -> {});
    }

    Storage storage() {
        return storage;
    }

    /** What it is called on the screen; empty when it ends with this run. */
    Optional<String> name() {
        return name;
    }

    @Override
    public void close() {
        closing.run();
    }

    /** All that a database needs: a pool of connections, and the store on it, which makes its tables itself. */
    private static Store open(Address address) throws WrongUse {
        makeFolder(address);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setConnectionTimeout(PATIENCE.toMillis());
        try {
            JdbcStorage storage = JdbcStorage.on(pool).open();
            return new Store(storage, Optional.of(address.shown()).filter(shown -> address.lasts()), pool::close);
        } catch (RuntimeException failure) {
            pool.close();
            throw unusable(address, String.valueOf(failure.getMessage()), failure);
        }
    }

    private static void makeFolder(Address address) throws WrongUse {
        Optional<Path> folder = address.file().flatMap(file -> Optional.ofNullable(file.getParent()));
        if (folder.isPresent()) {
            try {
                Files.createDirectories(folder.get());
            } catch (IOException failure) {
                throw unusable(address, "The folder cannot be made: " + failure, failure);
            }
        }
    }

    private static WrongUse unusable(Address address, String why, Exception failure) {
        return new WrongUse("The store “" + address.shown() + "” cannot be opened. " + why, failure);
    }
}
