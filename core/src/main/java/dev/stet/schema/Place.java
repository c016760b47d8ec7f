package dev.stet.schema;

import com.networknt.schema.path.NodePath;
import dev.stet.content.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place that knows the one around it: what a walk over a large value keeps instead of a pointer for each value. */
record Place(@Nullable Place around, String token) {

    static final Place ROOT = new Place(null, "");

    Place inside(String name) {
        return new Place(this, name);
    }

    Place inside(int index) {
        return inside(Integer.toString(index));
    }

    JsonPointer pointer() {
        Deque<String> tokens = new ArrayDeque<>();
        for (Place place = this; place.around != null; place = place.around) {
            tokens.addFirst(place.token);
        }
        return new JsonPointer(List.copyOf(tokens));
    }

    /** The place that the library names. */
    static JsonPointer of(NodePath path) {
        Deque<String> tokens = new ArrayDeque<>();
        for (NodePath at = path; at.getParent() != null; at = at.getParent()) {
            tokens.addFirst(String.valueOf(at.getElement(-1)));
        }
        return new JsonPointer(new ArrayList<>(tokens));
    }
}
