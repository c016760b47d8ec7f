package dev.stet.storage.tck.table;

import dev.stet.storage.Bytes;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Rows of the {@link KitTables}: plain ones, with a value in every required column and in no other. */
public final class KitRows {
    private KitRows() {}

    /** The key of a head. */
    public static Key head(String workspace, String id) {
        return Key.of(KitTables.HEAD, workspace, id);
    }

    /** The key of a head of the other kind. */
    public static Key other(String workspace, String id) {
        return Key.of(KitTables.OTHER, workspace, id);
    }

    /** The row of a head of either kind. */
    public static Row headRow(Key head, long revision) {
        Row.Builder row = KitTables.ownedBy(head, head.table()).set(KitTables.revision(head.table()), revision);
        if (head.table().equals(KitTables.OTHER)) {
            return row.set(KitTables.OTHER_TITLE, "title " + revision).build();
        }
        return row.set(KitTables.HEAD_TITLE, "title " + revision)
                .set(KitTables.HEAD_WEIGHT, revision)
                .set(KitTables.HEAD_OPEN, revision % 2 == 0)
                .set(KitTables.HEAD_SEAL, bytes("seal " + revision))
                .set(KitTables.HEAD_DIGEST, hash("digest " + revision))
                .build();
    }

    public static Key itemKey(Key head, Object shelf, Object number) {
        return Key.of(KitTables.ITEM, head.values().get(0), head.values().get(1), shelf, number);
    }

    public static Row item(Key head, String shelf, long number) {
        String name = shelf + " " + number;
        return KitTables.ownedBy(head, KitTables.ITEM)
                .set(KitTables.ITEM_SHELF, shelf)
                .set(KitTables.ITEM_NUMBER, number)
                .set(KitTables.ITEM_NAME, "item")
                .set(KitTables.ITEM_SIZE, number)
                .set(KitTables.ITEM_OPEN, true)
                .set(KitTables.ITEM_SEAL, bytes("seal"))
                .set(KitTables.ITEM_DIGEST, hash(name))
                .set(KitTables.ITEM_BODY, bytes("body of " + name))
                .build();
    }

    /** The same with a value in every column. */
    public static Row fullItem(Key head, String shelf, long number) {
        Row.Builder full = Row.of(KitTables.ITEM);
        Row plain = item(head, shelf, number);
        KitTables.ITEM.columns().forEach(column -> plain.find(column).ifPresent(value -> full.set(column, value)));
        return full.set(KitTables.ITEM_NOTE, "note on " + number)
                .set(KitTables.ITEM_STORY, "story of " + number)
                .set(KitTables.ITEM_NEXT, number - 1)
                .set(KitTables.ITEM_ORIGIN, hash("origin"))
                .set(KitTables.ITEM_CODE, shelf + "/" + number)
                .build();
    }

    public static Key pieceKey(Key head, Object hash) {
        return Key.of(KitTables.PIECE, head.values().get(0), head.values().get(1), hash);
    }

    /** A piece that builds on another, or on none; its hash is that of its name. */
    public static Row piece(Key head, String name, Optional<String> base) {
        Row.Builder piece = KitTables.ownedBy(head, KitTables.PIECE)
                .set(KitTables.PIECE_HASH, hash(name))
                .set(KitTables.PIECE_BYTES, bytes(name));
        base.ifPresent(other -> piece.set(KitTables.PIECE_BASE, hash(other)));
        return piece.build();
    }

    public static Key entryKey(Key head, Object number) {
        return Key.of(KitTables.TRAIL, head.values().get(0), head.values().get(1), number);
    }

    /** An entry of the trail. */
    public static Row entry(Key head, long number) {
        return KitTables.ownedBy(head, KitTables.TRAIL)
                .set(KitTables.TRAIL_NUMBER, number)
                .set(KitTables.TRAIL_AT, number)
                .set(KitTables.TRAIL_TEXT, "entry " + number)
                .set(KitTables.TRAIL_REQUEST, "request " + number)
                .build();
    }

    public static Key thingKey(Key other, Object number) {
        return Key.of(KitTables.THING, other.values().get(0), other.values().get(1), number);
    }

    public static Row thing(Key other, long number) {
        return KitTables.ownedBy(other, KitTables.THING)
                .set(KitTables.THING_NUMBER, number)
                .build();
    }

    /** The bytes of a text. */
    public static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash of a text. */
    public static Bytes hash(String text) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform offers SHA-256", impossible);
        }
    }
}
