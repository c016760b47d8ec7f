package dev.stet.storage.tck.table;

import dev.stet.Stet;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of the kit's own, beside those of Stet: two kinds of heads, and what belongs to them. Between them they have
 * columns of every type, required and not, and indexes with parts of every type in both directions.
 */
public final class KitTables {
    private static final int NAME = 64;

    private static final Table.Builder HEAD_COLUMNS = Table.head("kit_head");
    /** A text of at most 64. */
    public static final Column HEAD_TITLE = HEAD_COLUMNS.text("title", NAME);

    public static final Column HEAD_WEIGHT = HEAD_COLUMNS.number("weight");
    public static final Column HEAD_OPEN = HEAD_COLUMNS.flag("is_open");
    public static final Column HEAD_SEAL = HEAD_COLUMNS.bytes("seal", NAME);
    public static final Column HEAD_DIGEST = HEAD_COLUMNS.hash("digest");
    public static final Column HEAD_PLACE = HEAD_COLUMNS.optionalNumber("place");
    /** The shelf of an item that the head leads to. */
    public static final Column HEAD_SHELF = HEAD_COLUMNS.optionalText("shelf", NAME);
    /** The number of an item or an entry that the head leads to. */
    public static final Column HEAD_LATEST = HEAD_COLUMNS.optionalNumber("latest");
    /** The hash of a piece that the head leads to. */
    public static final Column HEAD_PIECE = HEAD_COLUMNS.optionalHash("piece");

    /** Heads with columns of every type. */
    public static final Table HEAD = HEAD_COLUMNS
            .workspaceIndex(
                    "kit_head_by_title",
                    HEAD_TITLE.ascending(),
                    HEAD_COLUMNS.id().ascending())
            .workspaceIndex(
                    "kit_head_by_place",
                    HEAD_PLACE.descending(),
                    HEAD_OPEN.ascending(),
                    HEAD_COLUMNS.id().descending())
            .build();

    private static final Table.Builder ITEM_COLUMNS = Table.ownedBy(HEAD, "kit_item");
    public static final Column ITEM_SHELF = ITEM_COLUMNS.text("shelf", NAME);
    public static final Column ITEM_NUMBER = ITEM_COLUMNS.number("item_number");
    public static final Column ITEM_NAME = ITEM_COLUMNS.text("item_name", NAME);
    public static final Column ITEM_SIZE = ITEM_COLUMNS.number("item_size");
    public static final Column ITEM_OPEN = ITEM_COLUMNS.flag("is_open");
    public static final Column ITEM_SEAL = ITEM_COLUMNS.bytes("seal", NAME);
    public static final Column ITEM_DIGEST = ITEM_COLUMNS.hash("digest");
    /** A text of at most 2000. */
    public static final Column ITEM_NOTE = ITEM_COLUMNS.optionalText("note", 2_000);
    /** A text of any length. */
    public static final Column ITEM_STORY = ITEM_COLUMNS.optionalText("story");
    /** The number of another item of the same shelf. */
    public static final Column ITEM_NEXT = ITEM_COLUMNS.optionalNumber("next_number");

    public static final Column ITEM_ORIGIN = ITEM_COLUMNS.optionalHash("origin");
    /** That of no other item of the same head. */
    public static final Column ITEM_CODE = ITEM_COLUMNS.optionalText("code", 2 * NAME);

    public static final Column ITEM_BODY = ITEM_COLUMNS.heavyBytes("body");

    /** Rows with columns of every type, whose key goes up and then down. */
    public static final Table ITEM = ITEM_COLUMNS
            .key(ITEM_SHELF.ascending(), ITEM_NUMBER.descending())
            .index(
                    "kit_item_by_name",
                    ITEM_NAME.ascending(),
                    ITEM_SIZE.descending(),
                    ITEM_SHELF.ascending(),
                    ITEM_NUMBER.ascending())
            .index(
                    "kit_item_by_next",
                    ITEM_NEXT.descending(),
                    ITEM_OPEN.descending(),
                    ITEM_SHELF.ascending(),
                    ITEM_NUMBER.descending())
            .index("kit_item_by_seal", ITEM_SEAL.ascending(), ITEM_SHELF.descending(), ITEM_NUMBER.ascending())
            .index("kit_item_by_digest", ITEM_DIGEST.descending(), ITEM_NUMBER.descending(), ITEM_SHELF.ascending())
            .index("kit_item_by_origin", ITEM_ORIGIN.ascending(), ITEM_SHELF.ascending(), ITEM_NUMBER.descending())
            .uniqueIndex("kit_item_by_code", ITEM_CODE.ascending())
            .workspaceIndex(
                    "kit_item_largest",
                    ITEM_SIZE.descending(),
                    ITEM_COLUMNS.id().ascending(),
                    ITEM_SHELF.ascending(),
                    ITEM_NUMBER.descending())
            .build();

    private static final Table.Builder PIECE_COLUMNS = Table.ownedBy(HEAD, "kit_piece");
    public static final Column PIECE_HASH = PIECE_COLUMNS.hash("piece");
    public static final Column PIECE_BASE = PIECE_COLUMNS.optionalHash("base");
    public static final Column PIECE_BYTES = PIECE_COLUMNS.heavyBytes("piece_bytes");

    /** Rows that build on each other. */
    public static final Table PIECE = PIECE_COLUMNS.key(PIECE_HASH.ascending()).build();

    private static final Table.Builder TRAIL_COLUMNS = Table.ownedBy(HEAD, "kit_trail");
    public static final Column TRAIL_NUMBER = TRAIL_COLUMNS.number("entry");
    public static final Column TRAIL_AT = TRAIL_COLUMNS.number("made_at");
    public static final Column TRAIL_TEXT = TRAIL_COLUMNS.text("story");
    /** That of no other entry of the same head. */
    public static final Column TRAIL_REQUEST = TRAIL_COLUMNS.optionalText("request", 2 * NAME);

    /** Rows that stay when their head is deleted. */
    public static final Table TRAIL = TRAIL_COLUMNS
            .key(TRAIL_NUMBER.descending())
            .workspaceIndex(
                    "kit_trail_newest",
                    TRAIL_AT.descending(),
                    TRAIL_COLUMNS.id().ascending(),
                    TRAIL_NUMBER.descending())
            .uniqueIndex("kit_trail_by_request", TRAIL_REQUEST.ascending())
            .outlivesOwner()
            .build();

    private static final Table.Builder OTHER_COLUMNS = Table.head("kit_other");
    public static final Column OTHER_TITLE = OTHER_COLUMNS.text("title", NAME);

    /** Heads with as little as possible. */
    public static final Table OTHER = OTHER_COLUMNS.build();

    private static final Table.Builder THING_COLUMNS = Table.ownedBy(OTHER, "kit_thing");
    public static final Column THING_NUMBER = THING_COLUMNS.number("item_number");
    public static final Column THING_NAME = THING_COLUMNS.optionalText("item_name", NAME);

    /** Rows with as little as possible. */
    public static final Table THING =
            THING_COLUMNS.key(THING_NUMBER.ascending()).build();

    /** Those of the kit, each after its head. */
    public static final List<Table> ALL = List.of(HEAD, ITEM, PIECE, TRAIL, OTHER, THING);

    /** What the kit opens every store for: the tables of Stet, and those of its own. */
    public static final Catalogue CATALOGUE = Catalogue.of(
            Stream.concat(Stet.catalogue().tables().stream(), ALL.stream()).toList());

    private KitTables() {}

    /** All orders in which the rows of a table are listed. */
    public static List<Index> indexes(Table table) {
        return Stream.concat(Stream.of(table.key()), table.indexes().stream()).toList();
    }

    /** A table's index by its name. */
    public static Index index(Table table, String name) {
        return indexes(table).stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Begins a row of a table that belongs to a head. */
    public static Row.Builder ownedBy(Key head, Table table) {
        return Row.of(table)
                .set(table.workspace(), head.values().get(0))
                .set(table.id(), head.values().get(1));
    }

    /** The same row as one of another head of the same kind. */
    public static Row moved(Row row, Key head) {
        Row.Builder moved = ownedBy(head, row.table());
        row.table().columns().stream()
                .skip(2)
                .forEach(column -> row.find(column).ifPresent(value -> moved.set(column, value)));
        return moved.build();
    }

    /** The same row with another value in one column. */
    public static Row with(Row row, Column changed, Object value) {
        Row.Builder with = Row.of(row.table());
        row.table().columns().forEach(column -> row.find(column).ifPresent(known -> with.set(column, known)));
        return with.set(changed, value).build();
    }

    /** The column that a head has for its revision. */
    public static Column revision(Table head) {
        return head.columns().get(2);
    }
}
