package dev.stet.align;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values so that equal values, and only those, have the same number. */
final class Classes {

    private final Map<Fingerprint, Integer> numbers = new HashMap<>();

    int[] of(List<JsonValue> values) {
        int[] classes = new int[values.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = numbers.computeIfAbsent(Fingerprint.of(values.get(i)), unseen -> numbers.size());
        }
        return classes;
    }
}
