package dev.stet.storage;

import dev.stet.storage.Index.Part;
import java.util.OptionalInt;

/** One column of a {@link Table}. Made by the table's builder, compared by identity, immutable. */
public final class Column {
    /** What a column holds. */
    public enum Type {
        /** A {@link String}: any code points but 0 and single surrogates. Compared by code point, which is the order of UTF-8. */
        TEXT(String.class),
        /** A {@link Long}. */
        NUMBER(Long.class),
        /** A {@link Boolean}; false comes first. */
        FLAG(Boolean.class),
        /** {@link Bytes}, compared as unsigned numbers, a prefix first. */
        BYTES(Bytes.class),
        /** {@link Bytes}, always {@value #HASH_BYTES} of them. */
        HASH(Bytes.class);

        private final Class<?> values;

        Type(Class<?> values) {
            this.values = values;
        }
    }

    /** How many bytes a {@link Type#HASH} has. */
    public static final int HASH_BYTES = 32;

    static final int UNLIMITED = Integer.MAX_VALUE;

    private final String table;
    private final String name;
    private final Type type;
    private final int limit;
    private final int position;
    private final boolean required;
    private final boolean heavy;

    Column(String table, String name, Type type, int limit, int position, boolean required, boolean heavy) {
        this.table = table;
        this.name = name;
        this.type = type;
        this.limit = limit;
        this.position = position;
        this.required = required;
        this.heavy = heavy;
    }

    /** Its name: of the letters a to z and underscores, at most 30, unique in its table. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** How long its values may be, in UTF-16 units of a text or in bytes; empty where there is no limit. */
    public OptionalInt limit() {
        return limit == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /** Its place among the {@linkplain Table#columns() columns} of its table, from 0 on. */
    public int position() {
        return position;
    }

    /** Whether every row has a value in it. Where not, a row may have none. */
    public boolean required() {
        return required;
    }

    /** Whether a scan leaves it out, as its values are large. */
    public boolean heavy() {
        return heavy;
    }

    /** As a part of an index that begins with its highest values. */
    public Part descending() {
        return new Part(this, true);
    }

    /** As a part of an index that begins with its lowest values. */
    public Part ascending() {
        return new Part(this, false);
    }

    /** The value, if it is one of this column. */
    Object checked(Object value) {
        if (!type.values.isInstance(value)) {
            throw new IllegalArgumentException(
                    this + " holds a " + type + ", not a " + value.getClass().getSimpleName());
        }
        int length = length(value);
        if (length > limit || (type == Type.HASH && length != HASH_BYTES)) {
            throw new IllegalArgumentException(this + " holds a " + type + " of "
                    + (type == Type.HASH ? "" : "at most ") + limit + ", not of " + length);
        }
        return value;
    }

    private static int length(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Bytes bytes ? bytes.length() : 0;
    }

    /** Its name after that of its table. */
    @Override
    public String toString() {
        return table + "." + name;
    }
}
