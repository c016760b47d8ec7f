package dev.stet.content;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON value (RFC 6901). Immutable. It knows the place around it, so that a walk over a large value lengthens
 * pointers in constant time.
 */
public final class JsonPointer {

    /** The whole value: the pointer written as the empty string. */
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    private final @Nullable JsonPointer around;
    private final String last;
    private final int depth;
    private @Nullable List<String> tokens;

    private JsonPointer(@Nullable JsonPointer around, String last) {
        this.around = around;
        this.last = last;
        this.depth = around == null ? 0 : around.depth + 1;
    }

    /**
     * The place of these tokens.
     *
     * @param tokens the unescaped reference tokens from the root to the place; none for the root
     */
    public JsonPointer(List<String> tokens) {
        List<String> names = Given.list("name of a JSON Pointer", tokens);
        JsonPointer at = null;
        String token = "";
        for (String name : names) {
            at = new JsonPointer(at, token);
            token = name;
        }
        this.around = at;
        this.last = token;
        this.depth = names.size();
        this.tokens = names;
    }

    /** The unescaped reference tokens from the root to this place, immutable; empty for the root. */
    public List<String> tokens() {
        List<String> known = tokens;
        if (known == null) {
            String[] names = new String[depth];
            JsonPointer at = this;
            for (JsonPointer next = around; next != null; next = next.around) {
                names[at.depth - 1] = at.last;
                at = next;
            }
            known = List.of(names);
            tokens = known;
        }
        return known;
    }

    /**
     * Reads a pointer in the string form of RFC 6901, section 3.
     *
     * @throws InvalidContentException if the text is neither empty nor starts with {@code /}, or has a {@code ~}
     *     that is not followed by {@code 0} or {@code 1}
     */
    public static JsonPointer parse(String pointer) {
        if (Given.the("JSON Pointer", pointer).isEmpty()) {
            return ROOT;
        }
        if (pointer.charAt(0) != '/') {
            throw malformed(pointer, "one that is empty or starts with '/'");
        }
        List<String> tokens = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int slash = pointer.indexOf('/', start);
            int end = slash < 0 ? pointer.length() : slash;
            tokens.add(unescaped(pointer, start, end));
            start = end + 1;
        }
        return new JsonPointer(tokens);
    }

    /** The member of this name, at this place. */
    public JsonPointer append(String name) {
        return new JsonPointer(this, Given.the("member name", name));
    }

    /**
     * The element at this index, at this place.
     *
     * @throws InvalidInputException if the index is negative
     */
    public JsonPointer append(int index) {
        if (index < 0) {
            throw new InvalidInputException("array index", "0 or greater", "" + index);
        }
        return append(Integer.toString(index));
    }

    /**
     * The place this one stands in.
     *
     * @throws NoSuchElementException if this is the root
     */
    public JsonPointer parent() {
        if (around == null) {
            throw new NoSuchElementException("expected a place inside a value, found its root, which has no parent");
        }
        return around;
    }

    /**
     * The last token: the name that the value has in an object, or its index in an array.
     *
     * @throws NoSuchElementException if this is the root
     */
    public String last() {
        if (isRoot()) {
            throw new NoSuchElementException("expected a place inside a value, found its root, which has no name");
        }
        return last;
    }

    /** Whether this is the whole value. */
    public boolean isRoot() {
        return around == null;
    }

    /** The string form of RFC 6901, section 3; {@link #parse} reads it back. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String token : tokens()) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    /** The place that another pointer names inside of the value at this one. */
    public JsonPointer append(JsonPointer further) {
        JsonPointer longer = this;
        for (String token : Given.the("place to append", further).tokens()) {
            longer = longer.append(token);
        }
        return longer;
    }

    /** Whether this is a place inside of the value at the other; no place is inside of itself. */
    public boolean isInside(JsonPointer other) {
        return Given.the("place", other).depth < depth
                && tokens().subList(0, other.depth).equals(other.tokens());
    }

    static Optional<JsonValue> child(JsonValue parent, String token) {
        if (parent instanceof JsonObject object) {
            return object.find(token);
        }
        if (parent instanceof JsonArray array) {
            return index(token, array.elements().size()).map(array.elements()::get);
        }
        return Optional.empty();
    }

    /** The array index that a token spells (RFC 6901, section 4), when it is below the bound: no sign, no leading zero. */
    public static Optional<Integer> index(String token, int bound) {
        boolean digits = !Given.the("token", token).isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean leadingZero = token.length() > 1 && token.startsWith("0");
        if (!digits || leadingZero || token.length() > Integer.toString(bound).length()) {
            return Optional.empty();
        }
        long index = Long.parseLong(token);
        return index < bound ? Optional.of((int) index) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof JsonPointer that && depth == that.depth && tokens().equals(that.tokens()));
    }

    @Override
    public int hashCode() {
        return tokens().hashCode();
    }

    private static String unescaped(String pointer, int start, int end) {
        String token = pointer.substring(start, end);
        for (int tilde = token.indexOf('~'); tilde >= 0; tilde = token.indexOf('~', tilde + 1)) {
            char escaped = tilde + 1 < token.length() ? token.charAt(tilde + 1) : ' ';
            if (escaped != '0' && escaped != '1') {
                throw malformed(pointer, "one in which '~' is written ~0 and '/' inside a name ~1");
            }
        }
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static InvalidContentException malformed(String pointer, String expected) {
        return new InvalidContentException(
                ROOT,
                "pointer",
                "expected a JSON Pointer (RFC 6901), " + expected + ", found " + Shown.quoted(pointer));
    }
}
