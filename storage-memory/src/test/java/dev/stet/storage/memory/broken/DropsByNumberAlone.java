package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deletes the rows whose key ends with the same value, whatever is before that. */
public final class DropsByNumberAlone extends Miswriting {
    public DropsByNumberAlone(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        List<Write> writes = new ArrayList<>(changeset.writes());
        for (Write write : changeset.writes()) {
            if (write instanceof Write.Delete delete) {
                alike(delete.key()).filter(other -> !writes.contains(other)).forEach(writes::add);
            }
        }
        return Rewriting.with(changeset, writes);
    }

    private Stream<Write> alike(Key key) {
        return scan(Rewriting.all(key.table(), key)).stream()
                .map(Row::key)
                .filter(other -> last(other).equals(last(key)))
                .map(Write.Delete::new);
    }

    private static Object last(Key key) {
        return key.values().get(key.values().size() - 1);
    }
}
