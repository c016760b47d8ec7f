package dev.stet.storage.jdbc;

import dev.stet.storage.Catalogue;

/**
 * The statements of a store, for the tables of its catalogue.
 *
 * @param catalogue what the store was opened for
 * @param statements those that change something
 */
record StoreSql(Catalogue catalogue, Statements statements, KeyReads keys, Scans scans, Chains chains) {
    static StoreSql of(Tables tables) {
        return new StoreSql(
                tables.catalogue(),
                new Statements(tables),
                new KeyReads(tables),
                new Scans(tables),
                new Chains(tables));
    }
}
