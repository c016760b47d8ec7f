package dev.stet.merge;

import dev.stet.content.JsonPointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from the root to a place, as cheap to lengthen as a walk needs it. */
record Trail(@Nullable Trail before, String token) {
    static final Trail ROOT = new Trail(null, "");

    Trail then(String name) {
        return new Trail(this, name);
    }

    Trail then(int index) {
        return then(Integer.toString(index));
    }

    JsonPointer pointer() {
        List<String> tokens = new ArrayList<>();
        Trail at = this;
        for (Trail before = at.before; before != null; before = at.before) {
            tokens.add(at.token);
            at = before;
        }
        Collections.reverse(tokens);
        return new JsonPointer(tokens);
    }
}
