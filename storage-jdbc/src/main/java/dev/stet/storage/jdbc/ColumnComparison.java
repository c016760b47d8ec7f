package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Difference.Remedy;
import dev.stet.storage.jdbc.Layout.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the columns of one table that is there against those that are expected. */
final class ColumnComparison {
    private final Tables tables;
    private final Table table;
    private final Map<String, Found> found;
    private final Collations collations;
    private final Mending mending;

    ColumnComparison(Tables tables, Table table, Map<String, Found> found, Collations collations) {
        this.tables = tables;
        this.table = table;
        this.found = found;
        this.collations = collations;
        this.mending = new Mending(tables);
    }

    /** All differences. */
    List<Difference> differences() {
        List<Fault> faults = new ArrayList<>();
        List<Stored> expected = tables.layout(table).columns();
        for (Stored column : expected) {
            Optional.ofNullable(found.get(column.name()))
                    .ifPresentOrElse(there -> compare(column, there, faults), () -> faults.add(missing(column)));
        }
        List<Difference> differences = mended(faults);
        for (Found column : found.values()) {
            if (column.mustBeGiven()
                    && expected.stream().noneMatch(known -> known.name().equals(column.name()))) {
                differences.add(strange(column));
            }
        }
        return differences;
    }

    /** Where texts that differ would be taken for the same: no more than what keeps heads and workspaces apart. */
    List<Difference> textDifferences() {
        List<Fault> faults = new ArrayList<>();
        for (Stored column : tables.layout(table).columns()) {
            Optional.ofNullable(found.get(column.name())).ifPresent(there -> compareTexts(column, there, faults));
        }
        return mended(faults);
    }

    private void compare(Stored column, Found there, List<Fault> faults) {
        switch (Fit.of(tables.dialect(), column, there)) {
            case OTHER -> faults.add(new Fault(wrongType(column, there), Optional.empty()));
            case NARROW -> faults.add(new Fault(wrongType(column, there), mending.retyped(column)));
            case GOOD -> {}
        }
        compareTexts(column, there, faults);
        if (there.nullable() == column.required()) {
            faults.add(new Fault(
                    named(column.name())
                            + (column.required()
                                    ? " must be NOT NULL, but it allows NULL"
                                    : " must allow NULL, but it is NOT NULL"),
                    mending.requiring(column)));
        }
    }

    private String wrongType(Stored column, Found there) {
        return named(column.name()) + " must be " + new DdlWords(tables.dialect()).type(column) + ", but it is "
                + there.shown();
    }

    private void compareTexts(Stored column, Found there, List<Fault> faults) {
        if (column.column().type() != Column.Type.TEXT || Fit.of(tables.dialect(), column, there) == Fit.OTHER) {
            return;
        }
        String expected = tables.dialect().binaryCollation();
        String collation = collations.of(name(), there);
        if (!collation.equals(expected)) {
            faults.add(new Fault(
                    named(column.name()) + " must compare texts byte by byte (" + expected + "), but it is "
                            + collation,
                    mending.retyped(column)));
        }
    }

    /** Nothing is the right value for one that a row may have none in, and for no other. */
    private Fault missing(Stored column) {
        return new Fault(
                named(column.name()) + " is missing",
                column.column().required() ? Optional.empty() : mending.added(column));
    }

    private Difference strange(Found column) {
        String what = named(column.name());
        return new Difference(
                what + ", which Stet does not know, must allow NULL or have a default",
                Remedy.DECIDE,
                List.of("Let " + what + " allow NULL, or give it a default."));
    }

    private List<Difference> mended(List<Fault> faults) {
        List<String> changes = faults.stream()
                .flatMap(fault -> fault.change().stream())
                .distinct()
                .toList();
        List<String> statements = changes.isEmpty() ? List.of() : mending.altering(table, changes);
        List<Difference> differences = new ArrayList<>();
        for (Fault fault : faults) {
            differences.add(
                    fault.change().isPresent()
                            ? Difference.altered(fault.text(), statements)
                            : Difference.replaced(fault.text()));
        }
        return differences;
    }

    private String name() {
        return tables.prefix() + table.name();
    }

    private String named(String column) {
        return "column " + name() + "." + column;
    }

    /**
     * @param text what is expected and what was found, in words
     * @param change of the table, which puts it right and keeps what is there
     */
    private record Fault(String text, Optional<String> change) {}
}
