package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Write;

/** Deletes nothing by its key. */
public final class KeepsWhatIsDropped extends Miswriting {
    public KeepsWhatIsDropped(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.with(
                changeset,
                changeset.writes().stream()
                        .filter(write -> !(write instanceof Write.Delete))
                        .toList());
    }
}
