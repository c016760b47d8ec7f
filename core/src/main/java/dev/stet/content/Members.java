package dev.stet.content;

import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object: immutable, iterated in the order given, looked up by binary search. No hash table, so no
 * choice of names makes it slow, and the sorted view is the one the canonical form needs.
 */
final class Members extends AbstractMap<String, JsonValue> {

    private final List<Entry<String, JsonValue>> inOrder;
    private final List<Entry<String, JsonValue>> byName;
    private final Extent extent;
    private volatile @Nullable Fingerprint fingerprint;

    private Members(List<Entry<String, JsonValue>> inOrder, List<Entry<String, JsonValue>> byName) {
        this.inOrder = inOrder;
        this.byName = byName;
        this.extent = Extent.ofMembers(inOrder);
    }

    static Members copyOf(Map<String, JsonValue> members) {
        if (members instanceof Members immutable) {
            return immutable;
        }
        List<Entry<String, JsonValue>> copied = new ArrayList<>(members.size());
        members.forEach((name, value) ->
                copied.add(Map.entry(Given.the("member name", name), Given.the("member value", value))));
        return of(copied);
    }

    static Members of(List<Entry<String, JsonValue>> members) {
        List<Entry<String, JsonValue>> inOrder = List.copyOf(members);
        for (Entry<String, JsonValue> member : inOrder) {
            JsonString.requireScalarValues("a member name", member.getKey());
        }
        return new Members(inOrder, sorted(inOrder));
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

    /** The members sorted by the UTF-16 code units of their names, as RFC 8785, section 3.2.3 asks. */
    List<Entry<String, JsonValue>> byName() {
        return byName;
    }

    List<Entry<String, JsonValue>> inOrder() {
        return inOrder;
    }

    @Override
    public int size() {
        return inOrder.size();
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int found = name instanceof String text ? search(text) : -1;
        return found < 0 ? null : byName.get(found).getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, JsonValue>> iterator() {
                return inOrder.iterator();
            }

            @Override
            public int size() {
                return inOrder.size();
            }
        };
    }

    private int search(String name) {
        int low = 0;
        int high = byName.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = byName.get(middle).getKey().compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static List<Entry<String, JsonValue>> sorted(List<Entry<String, JsonValue>> inOrder) {
        List<Entry<String, JsonValue>> byName = new ArrayList<>(inOrder);
        byName.sort(Entry.comparingByKey());
        for (int i = 1; i < byName.size(); i++) {
            String name = byName.get(i).getKey();
            if (name.equals(byName.get(i - 1).getKey())) {
                throw duplicate(name);
            }
        }
        return byName.equals(inOrder) ? inOrder : List.copyOf(byName);
    }

    private static InvalidContentException duplicate(String name) {
        return new InvalidContentException(
                JsonPointer.ROOT.append(name),
                "duplicate-member",
                "expected every member name once, found " + Shown.quoted(name)
                        + " more than once in the same object; keep the one that is meant");
    }
}
