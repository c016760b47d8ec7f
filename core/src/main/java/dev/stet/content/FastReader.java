package dev.stet.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from UTF-8 in one pass: the value, and its bytes as they are stored. It only reads what is allowed; of everything
 * else it knows that it is not, and {@link JsonReader}, which reads the text again, says what and where.
 */
final class FastReader {

    private static final int FEW = 16;

    private final ContentLimits limits;
    private final byte[] in;
    private final TextReader texts;
    private final Names names;
    private JsonValue[] values = new JsonValue[4 * FEW];
    private String[] memberNames = new String[FEW];
    private int valueCount;
    private int nameCount;
    private int at;
    /** Where the text would be too long, as far as it is known what is left out of it. */
    private long last;

    private FastReader(byte[] utf8, ContentLimits limits) {
        this.limits = limits;
        this.in = utf8;
        this.texts = new TextReader(utf8);
        this.names = new Names(utf8);
        this.last = limits.maxBytes();
    }

    /** Reads one document; nothing where the text is not JSON, repeats a name, holds half a surrogate pair or passes a limit. */
    static @Nullable Document find(byte[] utf8, ContentLimits limits) {
        FastReader reader = new FastReader(utf8, limits);
        try {
            JsonValue value = reader.value(0);
            reader.skipSpace();
            byte[] compact = reader.texts.written(utf8.length);
            boolean whole = reader.at == utf8.length && compact.length <= limits.maxBytes();
            return whole ? new Document(value, compact) : null;
        } catch (InvalidContentException refused) {
            return null;
        }
    }

    /** Nobody reads it. */
    private static InvalidContentException notAllowed() {
        return new InvalidContentException(JsonPointer.ROOT, "json", "expected what is allowed, found something else");
    }

    private JsonValue value(int depth) {
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonObject object(int depth) {
        open(depth);
        int firstName = nameCount;
        int firstValue = valueCount;
        boolean plain = true;
        if (next() != '}') {
            do {
                expect('"');
                int end = texts.plainEnd(at);
                String name;
                if (end < in.length && in[end] == '"') {
                    name = names.of(at, end);
                    at = end + 1;
                } else {
                    JsonString text = text();
                    name = text.value();
                    plain = false;
                }
                expect(':');
                push(name);
                push(value(depth + 1));
            } while (another('}'));
        }
        at++;
        String[] own = Arrays.copyOfRange(memberNames, firstName, nameCount);
        nameCount = firstName;
        return new JsonObject(Members.owning(own, taken(firstValue), plain));
    }

    private JsonArray array(int depth) {
        open(depth);
        int first = valueCount;
        if (next() != ']') {
            do {
                push(value(depth + 1));
            } while (another(']'));
        }
        at++;
        return new JsonArray(Elements.owning(taken(first)));
    }

    private void open(int depth) {
        if (depth == limits.maxDepth()) {
            throw notAllowed();
        }
        at++;
        requireRoom();
    }

    /** Whether another child follows; if not, what closes the container stands here. */
    private boolean another(char end) {
        char separator = next();
        if (separator == ',') {
            at++;
            return true;
        }
        if (separator == end) {
            return false;
        }
        throw notAllowed();
    }

    private JsonString string() {
        at++;
        JsonString text = text();
        requireRoom();
        return text;
    }

    /** The text whose first character stands here. */
    private JsonString text() {
        JsonString text = texts.read(at);
        if (text == null) {
            throw notAllowed();
        }
        at = texts.end();
        last = texts.taken() + (long) limits.maxBytes() - texts.written();
        return text;
    }

    private JsonValue literal(String word, JsonValue value) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= in.length || in[at + i] != word.charAt(i)) {
                throw notAllowed();
            }
        }
        at += word.length();
        requireRoom();
        return value;
    }

    private JsonNumber number() {
        int start = at;
        while (at < in.length && isDigit(in[at])) {
            at++;
        }
        boolean integer = at > start && (at == start + 1 || in[start] != '0');
        while (at < in.length && isPartOfNumber(in[at])) {
            at++;
            integer = false;
        }
        String literal = new String(in, start, at - start, StandardCharsets.ISO_8859_1);
        JsonNumber number = integer ? JsonNumber.ofInteger(literal) : JsonNumber.of(literal);
        if (number.digits() > limits.maxDigits()) {
            throw notAllowed();
        }
        requireRoom();
        return number;
    }

    private static boolean isDigit(byte unit) {
        return unit >= '0' && unit <= '9';
    }

    private static boolean isPartOfNumber(byte unit) {
        return isDigit(unit) || unit == '.' || unit == 'e' || unit == 'E' || unit == '-' || unit == '+';
    }

    private void requireRoom() {
        if (at > last) {
            throw notAllowed();
        }
    }

    /** What stands next, behind white space. */
    private char next() {
        if (at < in.length && in[at] > ' ') {
            return (char) in[at];
        }
        skipSpace();
        if (at == in.length || in[at] < 0) {
            throw notAllowed();
        }
        return (char) in[at];
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw notAllowed();
        }
        at++;
    }

    private void skipSpace() {
        int start = at;
        while (at + Long.BYTES <= in.length && Eight.at(in, at) == Eight.SPACES) {
            at += Long.BYTES;
        }
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
        if (at > start) {
            texts.leaveOut(start, at);
            last = texts.taken() + (long) limits.maxBytes() - texts.written();
        }
    }

    private void push(JsonValue value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, 2 * valueCount);
        }
        values[valueCount++] = value;
    }

    private void push(String name) {
        if (nameCount == memberNames.length) {
            memberNames = Arrays.copyOf(memberNames, 2 * nameCount);
        }
        memberNames[nameCount++] = name;
    }

    private JsonValue[] taken(int first) {
        JsonValue[] taken = Arrays.copyOfRange(values, first, valueCount);
        valueCount = first;
        return taken;
    }
}
