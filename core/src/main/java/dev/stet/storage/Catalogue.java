package dev.stet.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables that a store keeps: given to it when it is opened. Immutable. */
public final class Catalogue {
    private final List<Table> tables;

    private Catalogue(List<Table> tables) {
        this.tables = List.copyOf(tables);
        Set<String> names = new HashSet<>();
        for (Table table : this.tables) {
            requireNew(names, table.name());
            requireNew(names, table.key().name());
            table.indexes().forEach(index -> requireNew(names, index.name()));
            if (!this.tables.subList(0, this.tables.indexOf(table) + 1).contains(table.owner())) {
                throw new IllegalArgumentException(table.owner() + " comes before " + table + ", which belongs to it");
            }
        }
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("two of a catalogue's tables and indexes have the name " + name);
        }
    }

    /**
     * These tables.
     *
     * @param tables each after the head that its rows belong to
     */
    public static Catalogue of(List<Table> tables) {
        return new Catalogue(tables);
    }

    /** The same with one table more. */
    public Catalogue with(Table table) {
        List<Table> more = new ArrayList<>(tables);
        more.add(table);
        return new Catalogue(more);
    }

    /** All of them, each after the head that its rows belong to. */
    public List<Table> tables() {
        return tables;
    }

    /** The tables whose rows go when a row of this head is deleted. */
    public List<Table> ownedBy(Table head) {
        return tables.stream()
                .filter(table -> !table.isHead() && table.owner().equals(head) && !table.outlivesOwner())
                .toList();
    }

    /**
     * The table, if it is one of these.
     *
     * @throws IllegalArgumentException when it is not: a store refuses what it was not opened for
     */
    public Table require(Table table) {
        if (!tables.contains(table)) {
            throw new IllegalArgumentException("the store was opened for " + tables + ", not for " + table);
        }
        return table;
    }

    /** The changeset, if all its tables are among these. */
    public Changeset require(Changeset change) {
        require(change.head().table());
        change.writes().forEach(write -> require(write.table()));
        return change;
    }
}
