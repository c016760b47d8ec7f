package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Write;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;

/** Writes a row that is there already over the one that is there, and does not say that it was. */
public final class ReplacesContents extends ForwardingStorage {
    public ReplacesContents(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(
                Rewriting.writes(
                        changeset, write -> write instanceof Write.AddIfAbsent add ? new Write.Put(add.row()) : write),
                patience);
    }
}
