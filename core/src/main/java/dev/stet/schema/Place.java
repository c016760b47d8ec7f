package dev.stet.schema;

import com.networknt.schema.path.NodePath;
import dev.stet.content.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** The places that the library names. */
final class Place {
    private Place() {}

    static JsonPointer of(NodePath path) {
        Deque<String> tokens = new ArrayDeque<>();
        for (NodePath at = path; at.getParent() != null; at = at.getParent()) {
            tokens.addFirst(String.valueOf(at.getElement(-1)));
        }
        return new JsonPointer(new ArrayList<>(tokens));
    }
}
