package dev.stet.storage.jdbc;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of every statement that changes something, made once for a schema. */
final class Statements {
    private final Tables tables;
    private final Map<Table, String> inserts;
    private final Map<Table, String> upserts;
    private final String addAgent;
    private final String addContent;
    private final String holdAgent;
    private final String moveAgent;
    private final String annotate;
    private final String buryAgent;
    private final Map<Table, String> deletes;
    private final Map<Table, String> removals;
    private final String head;
    private final String headAt;

    Statements(Tables tables) {
        this.tables = tables;
        inserts = each(table -> filled("INSERT INTO {table} ({columns}) VALUES ({values})", table));
        upserts = each(table -> filled(tables.dialect().upsert(), table));
        addAgent = filled(tables.dialect().insertIfAbsent(), Table.AGENT);
        addContent = filled(tables.dialect().insertIfAbsent(), Table.CONTENT);
        String ofAgent = " WHERE workspace = ? AND agent = ?";
        String atHead = ofAgent + " AND head_revision = ?";
        String agent = tables.qualified(Table.AGENT);
        holdAgent = "UPDATE " + agent + " SET head_revision = head_revision" + ofAgent;
        moveAgent = "UPDATE " + agent + " SET " + assignments(Table.AGENT.columns()) + atHead;
        annotate = "UPDATE " + tables.qualified(Table.VERSION) + " SET " + assignments(annotation()) + ofAgent
                + " AND number = ?";
        List<Column> allButHead =
                Table.AGENT.columns().subList(1, Table.AGENT.columns().size());
        buryAgent = "UPDATE " + agent + " SET head_revision = ?, " + joined(allButHead, column -> column + " = NULL")
                + atHead;
        deletes = each(table -> "DELETE FROM " + tables.qualified(table) + ofAgent);
        removals = each(table -> filled("DELETE FROM {table} WHERE {is key}", table));
        head = "SELECT head_revision FROM " + agent + ofAgent;
        headAt = "SELECT head_revision FROM " + agent + atHead;
    }

    String insert(Table table) {
        return text(inserts, table);
    }

    /** Adds a row, or replaces the one with its key. */
    String upsert(Table table) {
        return text(upserts, table);
    }

    /** Adds an agent unless there is one, alive or deleted; its update count tells. */
    String addAgent() {
        return addAgent;
    }

    /** Adds a content unless the agent has it; its update count tells. */
    String addContent() {
        return addContent;
    }

    /** Keeps all others from changing an agent until the end of the transaction, and changes nothing itself. */
    String holdAgent() {
        return holdAgent;
    }

    /** Writes an agent, if its head is the one expected; its update count tells. */
    String moveAgent() {
        return moveAgent;
    }

    /** Leaves of an agent nothing but its id and the revision of its head, if its head is the one expected. */
    String buryAgent() {
        return buryAgent;
    }

    String annotate() {
        return annotate;
    }

    /** Deletes all rows of an agent. */
    String delete(Table table) {
        return text(deletes, table);
    }

    /** Deletes one row by its key. */
    String remove(Table table) {
        return text(removals, table);
    }

    /** The revision of an agent's head, be it alive or deleted. */
    String head() {
        return head;
    }

    /** The same, if it is the one expected. */
    String headAt() {
        return headAt;
    }

    /**
     * The arguments of a statement that adds a row unless there is one with its key. Where that is said by a condition, it
     * takes the key a second time.
     */
    Arguments ifAbsent(Arguments row, Arguments key) {
        return tables.dialect().insertIfAbsent().contains("{is key}") ? row.all(key) : row;
    }

    private static List<Column> annotation() {
        List<Column> columns = Table.VERSION.columns();
        int first = columns.stream().map(Column::name).toList().indexOf("annotation_revision");
        return columns.subList(first, columns.size());
    }

    private String filled(String pattern, Table table) {
        List<String> columns = table.allColumns().stream().map(Column::name).toList();
        List<String> others =
                columns.stream().filter(column -> !table.key().contains(column)).toList();
        return pattern.replace("{table}", tables.qualified(table))
                .replace("{columns}", String.join(", ", columns))
                .replace("{values}", String.join(", ", Collections.nCopies(columns.size(), "?")))
                .replace("{key}", String.join(", ", table.key()))
                .replace("{is key}", joinedNames(table.key(), " AND ", column -> column + " = ?"))
                .replace("{from excluded}", joinedNames(others, ", ", column -> column + " = excluded." + column))
                .replace("{from values}", joinedNames(others, ", ", column -> column + " = VALUES(" + column + ")"));
    }

    private static String assignments(List<Column> columns) {
        return joined(columns, column -> column + " = ?");
    }

    private static String joined(List<Column> columns, Function<String, String> text) {
        return joinedNames(columns.stream().map(Column::name).toList(), ", ", text);
    }

    private static String joinedNames(List<String> names, String separator, Function<String, String> text) {
        return names.stream().map(text).collect(Collectors.joining(separator));
    }

    private static Map<Table, String> each(Function<Table, String> text) {
        Map<Table, String> texts = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            texts.put(table, text.apply(table));
        }
        return texts;
    }

    private static String text(Map<Table, String> texts, Table table) {
        return Optional.ofNullable(texts.get(table)).orElseThrow();
    }
}
