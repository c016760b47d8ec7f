package dev.stet.examples.rocksdb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands where in RocksDB. Each kind of entry has a range of its own, which begins with a name of the catalogue:
 *
 * <ul>
 *   <li>name of a table's key, values of the key: the row
 *   <li>name of another index, values of its parts: the key of the row
 *   <li>name of a head's table, key of the head: its revision, which stays when the row goes
 * </ul>
 *
 * <p>The bytes of a value in a key are in the order of {@link dev.stet.storage.Values#ORDER}, and none begin with all of
 * another's: values one after the other are in the order of the first one that differs.
 */
final class Encoding {
    private static final int ABSENT = -1;

    private Encoding() {}

    static byte[] of(Key key) {
        return of(key.table().key(), key.values());
    }

    /** A key; of fewer values than the index has parts, what all keys with these values begin with. */
    static byte[] of(Index index, List<Object> values) {
        ByteArrayOutputStream key = range(index.name());
        for (int i = 0; i < values.size(); i++) {
            write(values.get(i), index.parts().get(i).descending(), key);
        }
        return key.toByteArray();
    }

    static byte[] ofRevision(Key head) {
        ByteArrayOutputStream key = range(head.table().name());
        head.values().forEach(value -> write(value, false, key));
        return key.toByteArray();
    }

    private static ByteArrayOutputStream range(String name) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(name.getBytes(US_ASCII));
        key.write(0);
        return key;
    }

    /** The places of a row: that of its key, and those in the indexes that it is in. */
    static List<byte[]> places(Row row) {
        List<byte[]> places = new ArrayList<>(List.of(of(row.key())));
        for (Index index : row.table().indexes()) {
            if (index.parts().stream().allMatch(part -> row.has(part.column()))) {
                places.add(of(
                        index,
                        index.parts().stream()
                                .map(part -> row.value(part.column()))
                                .toList()));
            }
        }
        return places;
    }

    /** Where a scan begins. */
    static byte[] start(Scan scan) {
        List<Object> values = new ArrayList<>(scan.prefix());
        scan.start().ifPresent(start -> values.addAll(start.values()));
        byte[] place = of(scan.index(), values);
        return scan.start().map(Scan.Start::inclusive).orElse(true) ? place : after(place);
    }

    /** The first of all keys that come after those that begin so. */
    private static byte[] after(byte[] beginning) {
        int last = beginning.length - 1;
        while (beginning[last] == (byte) 0xff) {
            last--;
        }
        byte[] after = Arrays.copyOf(beginning, last + 1);
        after[last]++;
        return after;
    }

    static boolean beginsWith(byte[] key, byte[] beginning) {
        return key.length >= beginning.length
                && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Inverted, bytes are in the opposite order. */
    private static void write(Object value, boolean descending, ByteArrayOutputStream key) {
        for (byte ordered : ordered(value)) {
            key.write(descending ? ~ordered : ordered);
        }
    }

    /** Negative numbers come before others; what has no fixed length has an end, which comes before all that could follow. */
    private static byte[] ordered(Object value) {
        if (value instanceof Long number) {
            return number(number ^ Long.MIN_VALUE);
        }
        return value instanceof Boolean ? plain(value) : ended(plain(value));
    }

    /** A byte 0 becomes 0 and 255; the end is 0 and 0. */
    private static byte[] ended(byte[] value) {
        ByteArrayOutputStream ended = new ByteArrayOutputStream(value.length + 2);
        for (byte each : value) {
            ended.write(each);
            if (each == 0) {
                ended.write(0xff);
            }
        }
        ended.write(0);
        ended.write(0);
        return ended.toByteArray();
    }

    private static byte[] plain(Object value) {
        if (value instanceof String text) {
            return text.getBytes(UTF_8);
        }
        if (value instanceof Long number) {
            return number(number);
        }
        return value instanceof Boolean flag ? new byte[] {(byte) (flag ? 1 : 0)} : ((Bytes) value).toArray();
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(byte[] number) {
        return ByteBuffer.wrap(number).getLong();
    }

    /** Column by column, the length of the value and the value. */
    static byte[] row(Row row) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (Column column : row.table().columns()) {
            byte[] value = row.find(column).map(Encoding::plain).orElse(null);
            encoded.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? ABSENT : value.length)
                    .array());
            if (value != null) {
                encoded.writeBytes(value);
            }
        }
        return encoded.toByteArray();
    }

    static Row row(Table table, byte[] encoded) {
        ByteBuffer rest = ByteBuffer.wrap(encoded);
        Row.Builder row = Row.of(table);
        for (Column column : table.columns()) {
            int length = rest.getInt();
            if (length != ABSENT) {
                byte[] value = new byte[length];
                rest.get(value);
                row.set(column, value(column, value));
            }
        }
        return row.build();
    }

    private static Object value(Column column, byte[] plain) {
        return switch (column.type()) {
            case TEXT -> new String(plain, UTF_8);
            case NUMBER -> number(plain);
            case FLAG -> plain[0] != 0;
            case BYTES, HASH -> Bytes.of(plain);
        };
    }
}
