package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Write;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.stream.Collectors;

/** Counts the rows that may be there already, and not the writes among which they are. */
public final class MiscountsWhatItKept extends ForwardingStorage {
    public MiscountsWhatItKept(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        return result instanceof ApplyResult.Applied applied
                ? new ApplyResult.Applied(applied.kept().stream()
                        .map(place -> (int) changeset.writes().subList(0, place).stream()
                                .filter(write -> write instanceof Write.AddIfAbsent)
                                .count())
                        .collect(Collectors.toSet()))
                : result;
    }
}
