package dev.stet.examples.rocksdb;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.StorageFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store in a directory of its own, which goes with the fixture. */
final class RocksFixture implements StorageFixture {
    private final Path directory;
    private @Nullable RocksStorage store;

    RocksFixture() {
        try {
            directory = Files.createTempDirectory("rocksdb");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Declaration declaration() {
        return Declaration.durable();
    }

    @Override
    public Storage open(Catalogue catalogue) {
        closeStore();
        RocksStorage opened = RocksStorage.open(directory, catalogue);
        store = opened;
        return opened;
    }

    private void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    public void close() {
        closeStore();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
