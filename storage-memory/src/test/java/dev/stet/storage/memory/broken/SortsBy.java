package dev.stet.storage.memory.broken;

import dev.stet.storage.Bytes;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Values;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Keeps its indexes in an order of its own. */
public final class SortsBy extends ForwardingStorage {
    private final Listing listing;

    private SortsBy(Catalogue catalogue, Listing.PartOrder order) {
        super(new MemoryStorage(catalogue));
        this.listing = new Listing(order);
    }

    private static SortsBy of(Catalogue catalogue, Comparator<Object> order) {
        return new SortsBy(
                catalogue,
                (part, one, other) -> part.descending() ? order.compare(other, one) : order.compare(one, other));
    }

    /** Has texts, and what is kept in the place of one, in the order of {@link String}, which is not that of code points. */
    public static Storage codeUnits(Catalogue catalogue) {
        return new SortsBy(catalogue, (part, one, other) -> {
            if (part.column().name().equals("name_order")) {
                return text(one).compareTo(text(other));
            }
            int compared =
                    one instanceof String text ? text.compareTo((String) other) : Values.ORDER.compare(one, other);
            return part.descending() ? -compared : compared;
        });
    }

    private static String text(Object bytes) {
        return new String(((Bytes) bytes).toArray(), StandardCharsets.UTF_8);
    }

    /** Has texts in an order made for people. */
    public static Storage collation(Catalogue catalogue) {
        Collator people = Collator.getInstance(Locale.ROOT);
        people.setStrength(Collator.IDENTICAL);
        return of(
                catalogue,
                (one, other) -> one instanceof String text
                        ? people.compare(text, (String) other)
                        : Values.ORDER.compare(one, other));
    }

    /** Begins every index with its lowest values. */
    public static Storage ascending(Catalogue catalogue) {
        return new SortsBy(catalogue, (part, one, other) -> Values.ORDER.compare(one, other));
    }

    /** Has bytes below 0 before those above it. */
    public static Storage signedBytes(Catalogue catalogue) {
        return of(
                catalogue,
                (one, other) -> one instanceof Bytes bytes
                        ? Arrays.compare(bytes.toArray(), ((Bytes) other).toArray())
                        : Values.ORDER.compare(one, other));
    }

    /** Has numbers in the order of their digits. */
    public static Storage digits(Catalogue catalogue) {
        return of(
                catalogue,
                (one, other) -> one instanceof Long
                        ? one.toString().compareTo(other.toString())
                        : Values.ORDER.compare(one, other));
    }

    /** Has what is true before what is not. */
    public static Storage trueFirst(Catalogue catalogue) {
        return of(
                catalogue,
                (one, other) ->
                        one instanceof Boolean ? Values.ORDER.compare(other, one) : Values.ORDER.compare(one, other));
    }

    @Override
    public List<Row> scan(Scan scan) {
        return listing.list(
                scan,
                super.scan(Scan.of(scan.table(), scan.index(), scan.prefix().toArray())).stream());
    }
}
