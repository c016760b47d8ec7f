package dev.stet.facts;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;

/** Every content of an agent, once, under its hash. */
public final class ContentTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "content");
    private static final Column HASH = COLUMNS.hash("hash");
    static final Column BASE = COLUMNS.optionalHash("base");
    private static final Column ENCODING = COLUMNS.number("encoding");
    private static final Column LENGTH = COLUMNS.number("length");
    private static final Column BYTES = COLUMNS.heavyBytes("bytes");

    /** The table. */
    public static final Table TABLE = COLUMNS.key(HASH.ascending()).build();

    private ContentTable() {}

    static Key key(AgentKey agent, ContentHash hash) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), Cells.bytes(hash));
    }

    public static Row row(AgentKey agent, StoredContent content) {
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(HASH, Cells.bytes(content.hash()))
                .set(ENCODING, (long) content.encoding())
                .set(LENGTH, (long) content.length())
                .set(BYTES, content.stored());
        content.base().ifPresent(base -> row.set(BASE, Cells.bytes(base)));
        return row.build();
    }

    /** A content, of a row that has its bytes. */
    public static StoredContent content(Row row) {
        return new StoredContent(
                Cells.hash(row, HASH), Cells.findHash(row, BASE), Cells.small(row, ENCODING), row.bytes(BYTES));
    }

    /** A content without its bytes. */
    public static ContentRow light(Row row) {
        return new ContentRow(Cells.hash(row, HASH), Cells.findHash(row, BASE), Cells.small(row, LENGTH));
    }
}
