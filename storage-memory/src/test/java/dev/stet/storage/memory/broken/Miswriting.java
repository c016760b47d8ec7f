package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Optional;

/** A store that writes something else than it is given. */
abstract class Miswriting extends ForwardingStorage {
    Miswriting(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    abstract Changeset miswritten(Changeset changeset);

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(miswritten(changeset), patience);
    }

    /** The row that a row replaces. */
    Optional<Row> before(Row row) {
        return Rewriting.one(this, row.key());
    }
}
