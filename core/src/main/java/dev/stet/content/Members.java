package dev.stet.content;

import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object: immutable, iterated in the order given, looked up by binary search. No hash table, so no
 * choice of names makes it slow, and the sorted view is the one the canonical form needs.
 */
final class Members extends AbstractMap<String, JsonValue> {

    /** So few are sorted fastest one by one. */
    private static final int FEW = 16;

    private final String[] names;
    private final JsonValue[] values;
    /** By rank, which member has it; nothing where they stand in that order. */
    private final int @Nullable [] ranked;

    /** Whether each name is written as it is, in quotation marks. */
    private final boolean plain;

    private final Extent extent;
    private final boolean canonical;
    private volatile @Nullable Fingerprint fingerprint;

    private Members(String[] names, JsonValue[] values, boolean plain) {
        this.names = names;
        this.values = values;
        this.plain = plain;
        this.ranked = ranked(names);
        this.extent = Extent.ofMembers(this);
        this.canonical = ranked == null && CanonicalDigest.areCanonical(values);
    }

    static Members copyOf(Map<String, JsonValue> members) {
        if (members instanceof Members immutable) {
            return immutable;
        }
        return of(List.copyOf(members.entrySet()));
    }

    static Members of(List<Entry<String, JsonValue>> members) {
        String[] names = new String[members.size()];
        JsonValue[] values = new JsonValue[names.length];
        boolean plain = true;
        for (int i = 0; i < names.length; i++) {
            names[i] = Given.the("member name", members.get(i).getKey());
            values[i] = Given.the("member value", members.get(i).getValue());
            JsonString.requireScalarValues("a member name", names[i]);
            plain &= JsonWriter.quotedLength(names[i]) == JsonWriter.plainLength(names[i]);
        }
        return new Members(names, values, plain);
    }

    /**
     * Of names without lone surrogates and their values, in arrays that are given away.
     *
     * @param plain whether each name is written as it is, in quotation marks
     */
    static Members owning(String[] names, JsonValue[] values, boolean plain) {
        return new Members(names, values, plain);
    }

    Extent extent() {
        return extent;
    }

    /** Whether the object as given is known to be its canonical form, byte by byte. */
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

    /** The members sorted by the UTF-16 code units of their names, as RFC 8785, section 3.2.3 asks. */
    List<Entry<String, JsonValue>> byName() {
        return new View(true);
    }

    List<Entry<String, JsonValue>> inOrder() {
        return new View(false);
    }

    String name(int index) {
        return names[index];
    }

    /** How many bytes the name takes, quotes and escapes included. */
    long nameBytes(int index) {
        return plain ? JsonWriter.plainLength(names[index]) : JsonWriter.quotedLength(names[index]);
    }

    JsonValue value(int index) {
        return values[index];
    }

    /** Which member comes at this place of the sorted ones. */
    int ranked(int rank) {
        return ranked == null ? rank : ranked[rank];
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int found = name instanceof String text ? search(text) : -1;
        return found < 0 ? null : values[found];
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
                return inOrder().iterator();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private int search(String name) {
        int low = 0;
        int high = names.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = names[ranked(middle)].compareTo(name);
            if (order == 0) {
                return ranked(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int @Nullable [] ranked(String[] names) {
        int ascending = 1;
        while (ascending < names.length && names[ascending - 1].compareTo(names[ascending]) < 0) {
            ascending++;
        }
        if (ascending >= names.length) {
            return null;
        }
        int[] ranked = names.length <= FEW ? insertionSorted(names, ascending) : sorted(names);
        for (int i = 1; i < ranked.length; i++) {
            if (names[ranked[i]].equals(names[ranked[i - 1]])) {
                throw duplicate(names[ranked[i]]);
            }
        }
        return ranked;
    }

    private static int[] sorted(String[] names) {
        Integer[] ranked = new Integer[names.length];
        Arrays.setAll(ranked, index -> index);
        Arrays.sort(ranked, Comparator.comparing(index -> names[index]));
        return Arrays.stream(ranked).mapToInt(Integer::intValue).toArray();
    }

    /** @param ascending how many of the first are in order already */
    private static int[] insertionSorted(String[] names, int ascending) {
        int[] ranked = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            int place = i;
            while (i >= ascending && place > 0 && names[ranked[place - 1]].compareTo(names[i]) > 0) {
                ranked[place] = ranked[place - 1];
                place--;
            }
            ranked[place] = i;
        }
        return ranked;
    }

    private static InvalidContentException duplicate(String name) {
        return new InvalidContentException(
                JsonPointer.ROOT.append(name),
                "duplicate-member",
                "expected every member name once, found " + Shown.quoted(name)
                        + " more than once in the same object; keep the one that is meant");
    }

    /** The members as entries, made when they are asked for. */
    private final class View extends AbstractList<Entry<String, JsonValue>> implements RandomAccess {
        private final boolean sorted;

        View(boolean sorted) {
            this.sorted = sorted;
        }

        @Override
        public Entry<String, JsonValue> get(int index) {
            int member = sorted ? ranked(index) : index;
            return Map.entry(names[member], values[member]);
        }

        @Override
        public int size() {
            return names.length;
        }
    }
}
