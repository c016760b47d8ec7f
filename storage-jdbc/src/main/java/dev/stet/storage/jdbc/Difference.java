package dev.stet.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about the tables that is otherwise than expected.
 *
 * @param text what is expected and what was found, in words
 * @param remedy how it is put right
 * @param actions the statements that do so, or the sentence; none where the remedy says it all
 */
record Difference(String text, Remedy remedy, List<String> actions) {
    /** How a difference is put right. */
    enum Remedy {
        /** Statements of the DDL make what is missing. */
        CREATE,
        /** Statements change what is there and keep what is in it. */
        ALTER,
        /** The host has to decide, as a sentence says. */
        DECIDE,
        /** Tables that are there would have to go. */
        REPLACE
    }

    Difference {
        actions = List.copyOf(actions);
    }

    static Difference missing(String what, List<String> statements) {
        return new Difference(what + " is missing", Remedy.CREATE, statements);
    }

    static Difference altered(String text, List<String> statements) {
        return new Difference(text, Remedy.ALTER, statements);
    }

    static Difference replaced(String text) {
        return new Difference(text, Remedy.REPLACE, List.of());
    }

    /** What puts all of them right, when it is followed word by word. */
    static String advice(List<Difference> all, List<String> there) {
        if (all.stream().anyMatch(difference -> difference.remedy() == Remedy.REPLACE)) {
            return "Stet changes no table that is there. Open the store on tables of another name, with Schema.withPrefix;"
                    + " or, if nothing in these is needed, run "
                    + there.stream().map(table -> "DROP TABLE " + table).collect(Collectors.joining("; "))
                    + " and open it with SchemaMode.CREATE.";
        }
        List<String> steps = new ArrayList<>();
        List<String> statements = actions(all, Remedy.ALTER);
        if (!statements.isEmpty()) {
            steps.add("Run, on one connection: " + String.join("; ", statements) + ".");
        }
        steps.addAll(actions(all, Remedy.DECIDE));
        List<String> missing = actions(all, Remedy.CREATE);
        if (!missing.isEmpty()) {
            boolean tables = missing.stream().anyMatch(statement -> statement.startsWith("CREATE TABLE"));
            steps.add("Open the store with SchemaMode.CREATE, or run "
                    + (tables ? "the statements of Schema.ddl()" : String.join("; ", missing)) + ".");
        }
        return String.join(" ", steps);
    }

    /** What is to be done in one of the ways, each thing once. */
    static List<String> actions(List<Difference> all, Remedy remedy) {
        return all.stream()
                .filter(difference -> difference.remedy() == remedy)
                .flatMap(difference -> difference.actions().stream())
                .distinct()
                .toList();
    }
}
