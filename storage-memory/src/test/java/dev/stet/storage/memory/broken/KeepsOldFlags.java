package dev.stet.storage.memory.broken;

import dev.stet.storage.Annotated;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.version.Annotation;
import java.time.Duration;

/** Replaces the texts of an annotation, and leaves its flags as they were. */
public final class KeepsOldFlags extends ForwardingStorage {
    public KeepsOldFlags() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(
                Rewriting.withAnnotations(
                        changeset,
                        changeset.annotations().stream()
                                .map(given -> flaggedAsBefore(changeset, given))
                                .toList()),
                patience);
    }

    private Annotated flaggedAsBefore(Changeset changeset, Annotated given) {
        Annotation after = given.annotation();
        return findVersion(changeset.key(), given.version())
                .map(version -> version.annotation())
                .map(before -> new Annotation(
                        after.revision(),
                        after.label(),
                        after.description(),
                        before.pinned(),
                        before.archived(),
                        after.by(),
                        after.at()))
                .map(annotation -> new Annotated(given.version(), annotation))
                .orElse(given);
    }
}
