package dev.stet.storage.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index as the database has it.
 *
 * @param name in lower case
 * @param kind what it is for
 * @param parts its columns
 * @param condition which rows are in it, as the database says it; empty where all are
 * @param flaw what else there is about it that makes it unfit; empty where nothing
 */
record FoundIndex(String name, Kind kind, List<Part> parts, String condition, String flaw) {
    /** What an index is for. */
    enum Kind {
        /** To find rows, or to list them. */
        PLAIN,
        /** Also to keep two rows from having the same values. */
        UNIQUE,
        /** That is how its table is keyed. */
        PRIMARY
    }

    /**
     * @param column its name in lower case; empty for an expression
     * @param descending whether its highest values come first
     * @param collation by which its texts are compared, where the database tells that of an index
     */
    record Part(String column, boolean descending, Optional<String> collation) {
        @Override
        public String toString() {
            return (column.isEmpty() ? "an expression" : column)
                    + collation.map(name -> " COLLATE " + name).orElse("")
                    + (descending ? " DESC" : "");
        }
    }

    FoundIndex {
        parts = List.copyOf(parts);
    }

    /** The same with the parts of another one behind its own. */
    FoundIndex and(FoundIndex next) {
        List<Part> all = Stream.of(parts, next.parts).flatMap(List::stream).toList();
        return new FoundIndex(name, kind, all, condition, flaw.isEmpty() ? next.flaw : flaw);
    }

    /** The same, as that of the primary key where it is unique and of the key's columns. */
    FoundIndex keyedBy(List<String> columns) {
        boolean primary =
                isUnique() && parts.stream().map(Part::column).toList().equals(columns);
        return new FoundIndex(name, primary ? Kind.PRIMARY : kind, parts, condition, flaw);
    }

    /** The same, where only collations of some parts are told. */
    FoundIndex collated(Predicate<Part> told) {
        List<Part> others = parts.stream()
                .map(part -> told.test(part) ? part : new Part(part.column(), part.descending(), Optional.empty()))
                .toList();
        return new FoundIndex(name, kind, others, condition, flaw);
    }

    /** Whether a collation of its own is told of it. */
    boolean isCollated() {
        return parts.stream().anyMatch(part -> part.collation().isPresent());
    }

    /** Whether it is what is expected. One of all rows does where one of some is. */
    boolean is(StoredIndex expected) {
        return flaw.isEmpty()
                && isUnique() == expected.unique()
                && columns().equals(expected.columns())
                && (condition.isEmpty() || plain(condition).equals(plain(expected.condition())));
    }

    private boolean isUnique() {
        return kind != Kind.PLAIN;
    }

    private static String plain(String condition) {
        return condition
                .toLowerCase(Locale.ROOT)
                .replaceAll("[()\"`]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String columns() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** What it is, as it is shown. */
    @Override
    public String toString() {
        return (kind == Kind.UNIQUE ? "UNIQUE " : "")
                + columns()
                + (condition.isEmpty() ? "" : " WHERE " + plainShown())
                + (flaw.isEmpty() ? "" : ", " + flaw);
    }

    private String plainShown() {
        return condition.replaceAll("^\\((.*)\\)$", "$1");
    }
}
