package dev.stet.content;

import dev.stet.input.Given;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The elements of an array, immutable, which know their extent. */
final class Elements extends AbstractList<JsonValue> implements RandomAccess {

    private final List<JsonValue> values;
    private final Extent extent;
    private volatile @Nullable Fingerprint fingerprint;

    private Elements(List<JsonValue> values) {
        this.values = values;
        this.extent = Extent.ofElements(values);
    }

    static Elements copyOf(List<JsonValue> values) {
        return values instanceof Elements immutable ? immutable : new Elements(Given.list("element", values));
    }

    Extent extent() {
        return extent;
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
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }
}
