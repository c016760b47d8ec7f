package dev.stet.storage.jdbc;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Extent;
import dev.stet.storage.jdbc.Layout.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which columns of a table a query asks for, and how a row is made of them; as {@link Arguments} write it. */
final class RowReading {
    private final Table table;
    private final int known;
    private final List<Stored> columns;
    private final int mark;
    private final boolean inParts;

    private RowReading(Layout layout, int known, boolean heavy) {
        this.table = layout.table();
        // Where nothing else says that a row is there, its key has to be read.
        this.known = layout.mark().isPresent() ? known : 0;
        this.columns = layout.columns().stream()
                .filter(stored -> stored.column().position() >= this.known
                        && (heavy || !stored.column().heavy()))
                .toList();
        this.mark = layout.mark().map(columns::indexOf).orElse(0);
        this.inParts = columns.stream().anyMatch(stored -> stored.extent() != Extent.ANY);
    }

    /**
     * Of whole rows.
     *
     * @param known how many of the columns of the head's key are known beforehand
     */
    static RowReading whole(Layout layout, int known) {
        return new RowReading(layout, known, true);
    }

    /** Of rows without their heavy columns. */
    static RowReading light(Layout layout, int known) {
        return new RowReading(layout, known, false);
    }

    /** How many columns it asks for. */
    int width() {
        return columns.size();
    }

    /** Their names, separated by commas, each behind the same alias. */
    String names(String alias) {
        return columns.stream().map(stored -> alias + stored.name()).collect(Collectors.joining(", "));
    }

    /**
     * The row of a result's current row.
     *
     * @param before how many columns come before its own
     * @param owner begins with the values that are known beforehand
     * @return empty where nothing is in the columns, or what is left of a deleted head
     */
    Optional<Row> read(ResultSet result, int before, List<Object> owner) throws SQLException {
        Row.Builder row = Row.of(table);
        for (int i = 0; i < known; i++) {
            row.set(table.columns().get(i), owner.get(i));
        }
        for (int i = 0; i < columns.size(); i++) {
            Stored stored = columns.get(i);
            Object value = value(result, before + i + 1, stored.column());
            if (value != null) {
                set(row, stored, value);
            } else if (i <= mark && stored.column().required()) {
                return Optional.empty();
            } else if (stored.column().required() && stored.extent() == Extent.ANY) {
                throw missing(stored.column());
            }
        }
        return Optional.of(built(row));
    }

    private static @Nullable Object value(ResultSet result, int place, Column column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> result.getString(place);
            case NUMBER -> {
                long number = result.getLong(place);
                yield (number == 0 && result.wasNull()) ? null : (Long) number;
            }
            case FLAG -> {
                boolean flag = result.getBoolean(place);
                yield (!flag && result.wasNull()) ? null : (Boolean) flag;
            }
            case BYTES, HASH -> {
                byte[] bytes = result.getBytes(place);
                yield bytes == null ? null : Bytes.of(bytes);
            }
        };
    }

    private static void set(Row.Builder row, Stored stored, Object value) throws SQLException {
        try {
            row.set(stored.column(), value);
        } catch (IllegalArgumentException notOfIt) {
            throw new SQLException("there is something in " + stored.column() + " that nobody wrote", notOfIt);
        }
    }

    private Row built(Row.Builder builder) throws SQLException {
        Row row = builder.build();
        if (inParts && !row.isWhole()) {
            throw missing(columns.get(columns.size() - 1).column());
        }
        return row;
    }

    private static SQLException missing(Column column) {
        return new SQLException(column + " must hold a value, but it is NULL");
    }
}
