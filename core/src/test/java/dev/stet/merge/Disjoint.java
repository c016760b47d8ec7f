package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import java.util.List;
import java.util.Set;

/** Two places in a content, neither of which is inside of the other, and neither of which identifies an element. */
record Disjoint(JsonPointer one, JsonPointer other) {
    private static final Set<String> IDENTIFYING = Set.of("id", "key", "name");

    /** Places of a content that has at least two sections. */
    static Disjoint places(Content content, Author author) {
        while (true) {
            JsonPointer one = author.somewhere(content.root());
            JsonPointer other = author.somewhere(content.root());
            if (!isWithin(one, other) && !isWithin(other, one) && !identifies(one) && !identifies(other)) {
                return new Disjoint(one, other);
            }
        }
    }

    private static boolean isWithin(JsonPointer inner, JsonPointer outer) {
        List<String> tokens = outer.tokens();
        return inner.tokens().size() >= tokens.size()
                && inner.tokens().subList(0, tokens.size()).equals(tokens);
    }

    private static boolean identifies(JsonPointer place) {
        return IDENTIFYING.contains(place.tokens().get(place.tokens().size() - 1));
    }
}
