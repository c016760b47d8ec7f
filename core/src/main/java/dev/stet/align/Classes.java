package dev.stet.align;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values in the order they are first seen, so that equal values, and only those, have the same number. */
public final class Classes {

    private final Map<Object, Integer> numbers = new HashMap<>();

    /** The numbers of these values. */
    public int[] of(List<JsonValue> values) {
        int[] classes = new int[values.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = numbers.computeIfAbsent(Fingerprint.key(values.get(i)), unseen -> numbers.size());
        }
        return classes;
    }

    /** How many different values there were so far. */
    public int count() {
        return numbers.size();
    }
}
