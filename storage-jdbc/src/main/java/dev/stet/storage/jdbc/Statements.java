package dev.stet.storage.jdbc;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that change something, for all tables of a catalogue. */
final class Statements {
    private final Catalogue catalogue;
    private final Map<Table, TableSql> rows = new HashMap<>();
    private final Map<Table, HeadSql> heads = new HashMap<>();

    Statements(Tables tables) {
        this.catalogue = tables.catalogue();
        for (Table table : catalogue.tables()) {
            Layout layout = tables.layout(table);
            TableSql sql = new TableSql(tables, layout);
            rows.put(table, sql);
            if (table.isHead()) {
                heads.put(table, new HeadSql(tables, layout, sql));
            }
        }
    }

    TableSql of(Table table) {
        return Optional.ofNullable(rows.get(table)).orElseThrow();
    }

    /** @throws IllegalArgumentException when the table is no head */
    HeadSql ofHead(Table table) {
        return Optional.ofNullable(heads.get(table))
                .orElseThrow(() -> new IllegalArgumentException(table + " is no head"));
    }

    /** Those that delete what goes with a head. */
    List<Sql> deleteOwned(Key head) {
        return catalogue.ownedBy(head.table()).stream()
                .map(table -> of(table).deleteOwned(head))
                .toList();
    }
}
