package dev.stet.storage.jdbc;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the columns of the current row one after another, as {@link Arguments} writes them. */
final class RowReader {
    private final ResultSet row;
    private int column;

    RowReader(ResultSet row) {
        this.row = row;
    }

    /** Passes over columns. */
    void skip(int columns) {
        column += columns;
    }

    /**
     * The next columns taken together.
     *
     * @param columns how many; nothing is there where the first of them holds nothing
     */
    <T> Optional<T> together(int columns, Session.RowMapper<T> mapper) throws SQLException {
        if (row.getObject(column + 1) == null) {
            skip(columns);
            return Optional.empty();
        }
        return Optional.of(mapper.map(this));
    }

    String text() throws SQLException {
        return found(row.getString(++column));
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(row.getString(++column));
    }

    long number() throws SQLException {
        return row.getLong(++column);
    }

    int smallNumber() throws SQLException {
        return row.getInt(++column);
    }

    OptionalLong optionalNumber() throws SQLException {
        long number = row.getLong(++column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    Instant time() throws SQLException {
        return Micros.instant(number());
    }

    Optional<Instant> optionalTime() throws SQLException {
        OptionalLong micros = optionalNumber();
        return micros.isPresent() ? Optional.of(Micros.instant(micros.getAsLong())) : Optional.empty();
    }

    byte[] bytes() throws SQLException {
        return found(row.getBytes(++column));
    }

    /** What the first of two columns holds, or else the second. */
    byte[] eitherBytes() throws SQLException {
        byte[] first = row.getBytes(++column);
        byte[] second = row.getBytes(++column);
        return found(first == null ? second : first);
    }

    ContentHash hash() throws SQLException {
        return ContentHash.of(bytes());
    }

    Optional<ContentHash> optionalHash() throws SQLException {
        byte[] hash = row.getBytes(++column);
        return hash == null ? Optional.empty() : Optional.of(ContentHash.of(hash));
    }

    Actor actor() throws SQLException {
        return new Actor(text(), text(), text());
    }

    Optional<Origin> origin() throws SQLException {
        return optionalText().map(Texts::origin);
    }

    NavigableSet<String> texts() throws SQLException {
        return Texts.texts(text());
    }

    private <T> T found(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " must hold a value, but it is NULL");
        }
        return value;
    }
}
