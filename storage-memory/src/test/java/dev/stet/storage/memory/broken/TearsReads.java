package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reads the rows of one head one after the other. */
public final class TearsReads extends ForwardingStorage {
    private static final long MOMENT_NANOS = 50_000;

    public TearsReads(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        List<Optional<Row>> found = new ArrayList<>();
        for (Key key : keys) {
            found.add(key.resolved(found)
                    .flatMap(resolved -> super.read(List.of(resolved)).get(0)));
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        return found;
    }
}
