package dev.stet.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about the tables that is otherwise than expected.
 *
 * @param text what is expected and what was found, in words
 * @param remedy how it is put right
 * @param action the statement, or the sentence, that does so; empty where the remedy says it all
 */
record Difference(String text, Remedy remedy, String action) {
    /** How a difference is put right. */
    enum Remedy {
        /** The DDL makes what is missing. */
        CREATE,
        /** A statement changes what is there and keeps what is in it. */
        ALTER,
        /** The host has to decide, as a sentence says. */
        DECIDE,
        /** Tables that are there would have to go. */
        REPLACE
    }

    static Difference missing(String what) {
        return new Difference(what + " is missing", Remedy.CREATE, "");
    }

    static Difference of(Remedy remedy, String text) {
        return new Difference(text, remedy, "");
    }

    /** What puts all of them right, when it is followed word by word. */
    static String advice(Tables tables, List<Difference> all, List<String> there) {
        if (all.stream().anyMatch(difference -> difference.remedy() == Remedy.REPLACE)) {
            return "Stet changes no table that is there. Open the store on tables of another name, with Schema.withPrefix;"
                    + " or, if nothing in these is needed, run "
                    + there.stream().map(table -> "DROP TABLE " + table).collect(Collectors.joining("; "))
                    + " and open it with SchemaMode.CREATE.";
        }
        List<String> steps = new ArrayList<>();
        List<String> statements = actions(all, Remedy.ALTER);
        if (!statements.isEmpty()) {
            steps.add("Run, on one connection: " + String.join("; ", aroundReferences(tables, statements)) + ".");
        }
        steps.addAll(actions(all, Remedy.DECIDE));
        if (all.stream().anyMatch(difference -> difference.remedy() == Remedy.CREATE)) {
            steps.add("Open the store with SchemaMode.CREATE, or run the statements of Schema.ddl().");
        }
        return String.join(" ", steps);
    }

    private static List<String> actions(List<Difference> all, Remedy remedy) {
        return all.stream()
                .filter(difference -> difference.remedy() == remedy)
                .map(Difference::action)
                .distinct()
                .toList();
    }

    /** MariaDB changes no column that a foreign key stands on. */
    private static List<String> aroundReferences(Tables tables, List<String> statements) {
        if (tables.dialect() != Dialect.MARIADB) {
            return statements;
        }
        List<String> all = new ArrayList<>();
        List<Table> referring = List.of(Table.DRAFT, Table.ENVIRONMENT);
        referring.forEach(table -> all.add(
                "ALTER TABLE " + tables.qualified(table) + " DROP FOREIGN KEY IF EXISTS " + tables.reference(table)));
        all.addAll(statements);
        referring.forEach(table -> all.add("ALTER TABLE " + tables.qualified(table) + " ADD CONSTRAINT "
                + tables.reference(table) + " FOREIGN KEY (workspace, agent) REFERENCES "
                + tables.qualified(Table.AGENT) + " (workspace, agent)"));
        return all;
    }
}
