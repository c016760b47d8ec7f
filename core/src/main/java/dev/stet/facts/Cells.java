package dev.stet.facts;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How the values that several kinds of facts have are written into a column and read from it. */
final class Cells {
    private Cells() {}

    /** A row that belongs to an agent. */
    static Row.Builder owned(Table table, AgentKey key) {
        return Row.of(table)
                .set(table.workspace(), key.workspace().value())
                .set(table.id(), key.agent().value());
    }

    /** The agent that a row belongs to. */
    static AgentKey owner(Row row) {
        return AgentKey.of(
                row.text(row.table().workspace()), row.text(row.table().id()));
    }

    static void set(Row.Builder row, Column column, OptionalLong value) {
        if (value.isPresent()) {
            row.set(column, value.getAsLong());
        }
    }

    static void set(Row.Builder row, Column column, Optional<String> value) {
        if (value.isPresent()) {
            row.set(column, value.get());
        }
    }

    static void setTime(Row.Builder row, Column column, Optional<Instant> time) {
        if (time.isPresent()) {
            row.set(column, Micros.of(time.get()));
        }
    }

    static Instant time(Row row, Column column) {
        return Micros.instant(row.number(column));
    }

    static Optional<Instant> findTime(Row row, Column column) {
        return row.has(column) ? Optional.of(time(row, column)) : Optional.empty();
    }

    static Bytes bytes(ContentHash hash) {
        return Bytes.ofHex(hash.hex());
    }

    static ContentHash hash(Row row, Column column) {
        return new ContentHash(row.bytes(column).hex());
    }

    static Optional<ContentHash> findHash(Row row, Column column) {
        return row.has(column) ? Optional.of(hash(row, column)) : Optional.empty();
    }

    static int small(Row row, Column column) {
        return Math.toIntExact(row.number(column));
    }

    static Optional<Origin> findOrigin(Row row, Column column) {
        return row.has(column) ? Optional.of(Texts.origin(row.text(column))) : Optional.empty();
    }
}
