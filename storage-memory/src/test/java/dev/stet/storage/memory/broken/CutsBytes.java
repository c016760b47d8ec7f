package dev.stet.storage.memory.broken;

import dev.stet.storage.Bytes;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import java.util.Arrays;
import java.util.Optional;

/** Keeps contents in a column of 64 KiB. */
public final class CutsBytes extends Misreading {
    private static final int COLUMN = 1 << 16;

    public CutsBytes(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Optional<Row> misread(Row row) {
        return Optional.of(
                Rewriting.row(row, (column, value) -> Optional.of(column.heavy() ? cut((Bytes) value) : value)));
    }

    private static Bytes cut(Bytes content) {
        byte[] bytes = content.toArray();
        return Bytes.of(Arrays.copyOf(bytes, Math.min(bytes.length, COLUMN)));
    }
}
