package dev.stet.storage.jdbc;

import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements that hold, move and bury heads of one table, their texts made once. */
final class HeadSql {
    private static final int KEY = 2;

    private final Layout layout;
    private final TableSql rows;
    private final String hold;
    private final String move;
    private final String bury;
    private final String revision;
    private final String revisionAt;

    HeadSql(Tables tables, Layout layout, TableSql rows) {
        this.layout = layout;
        this.rows = rows;
        String head = tables.qualified(layout.table());
        List<String> columns = layout.columns().stream().map(Stored::name).toList();
        String ofHead = " WHERE " + TableSql.equal(columns.subList(0, KEY), " AND ");
        String atRevision = ofHead + " AND " + Table.REVISION + " = ?";
        hold = "UPDATE " + head + " SET " + Table.REVISION + " = " + Table.REVISION + ofHead;
        move = "UPDATE " + head + " SET " + TableSql.equal(columns.subList(KEY, columns.size()), ", ") + atRevision;
        bury = columns.subList(KEY + 1, columns.size()).stream()
                .map(column -> column + " = NULL")
                .collect(Collectors.joining(", ", "UPDATE " + head + " SET " + Table.REVISION + " = ?, ", atRevision));
        revision = "SELECT " + Table.REVISION + " FROM " + head + ofHead;
        revisionAt = "SELECT " + Table.REVISION + " FROM " + head + atRevision;
    }

    /** Keeps all others from changing a head until the end of the transaction, and changes nothing itself. */
    Sql hold(Key head) {
        return new Sql(hold, new Arguments().key(head));
    }

    /**
     * Writes the head of a changeset, if it is at the revision expected; its update count tells. Of one that is deleted it
     * leaves nothing but its key and revision; one that was never there it adds, unless there is one, be it deleted.
     */
    Sql move(Changeset changeset) {
        Optional<Row> row = changeset.row();
        long expected = changeset.expected();
        if (row.isEmpty()) {
            return new Sql(
                    bury,
                    new Arguments().number(expected + 1).key(changeset.head()).number(expected));
        }
        return expected == 0
                ? rows.addIfAbsent(row.get())
                : new Sql(
                        move,
                        new Arguments()
                                .row(row.get(), layout, KEY)
                                .key(changeset.head())
                                .number(expected));
    }

    /** The revision of a head, be it there or deleted. */
    Sql revision(Key head) {
        return new Sql(revision, new Arguments().key(head));
    }

    /** The same, if it is the one expected. */
    Sql revisionAt(Key head, long expected) {
        return new Sql(revisionAt, new Arguments().key(head).number(expected));
    }
}
