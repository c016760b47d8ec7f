package dev.stet.content;

import dev.stet.input.Given;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The elements of an array, immutable, which know their extent. */
final class Elements extends AbstractList<JsonValue> implements RandomAccess {

    private final JsonValue[] values;
    private final Extent extent;
    private final boolean canonical;
    private volatile @Nullable Fingerprint fingerprint;

    private Elements(JsonValue[] values) {
        this.values = values;
        this.extent = Extent.ofElements(values);
        this.canonical = CanonicalDigest.areCanonical(values);
    }

    static Elements copyOf(List<JsonValue> values) {
        return values instanceof Elements immutable ? immutable : new Elements(given(values.toArray(JsonValue[]::new)));
    }

    private static JsonValue[] given(JsonValue[] values) {
        for (JsonValue value : values) {
            Given.the("element", value);
        }
        return values;
    }

    /** Of values in an array that is given away. */
    static Elements owning(JsonValue[] values) {
        return new Elements(values);
    }

    Extent extent() {
        return extent;
    }

    /** Whether the array as given is known to be its canonical form, byte by byte. */
    boolean isCanonical() {
        return canonical;
    }

    @Nullable
    Fingerprint fingerprint() {
        return fingerprint;
    }

    void keep(Fingerprint digested) {
        fingerprint = digested;
    }

    @Override
    public JsonValue get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
