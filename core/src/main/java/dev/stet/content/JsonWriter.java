package dev.stet.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values as JSON in UTF-8, through a small buffer. Escapes as RFC 8785, section 3.2.2.2 does. */
final class JsonWriter {

    /** Which of the texts that mean the same. */
    enum Form {
        /** Members in their order, numbers as spelled. */
        AS_GIVEN,
        /** RFC 8785 with exact numbers: equal values, and only those, have the same text. */
        CANONICAL
    }

    /** Where full buffers go. */
    @FunctionalInterface
    interface Drain {
        void accept(byte[] buffer, int offset, int length);
    }

    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] ASCII_LENGTHS = asciiLengths();
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Form form;
    private final Drain drain;
    private final byte[] buffer = new byte[8192];
    private int filled;

    private JsonWriter(Form form, Drain drain) {
        this.form = form;
        this.drain = drain;
    }

    static void write(JsonValue value, Form form, Drain drain) {
        JsonWriter writer = new JsonWriter(form, drain);
        writer.value(value);
        writer.flush();
    }

    static String text(JsonValue value, Form form) {
        return buffered(value, form).toString(StandardCharsets.UTF_8);
    }

    static byte[] bytes(JsonValue value, Form form) {
        return buffered(value, form).toByteArray();
    }

    private static ByteArrayOutputStream buffered(JsonValue value, Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Extent.of(value).bytes());
        write(value, form, out::write);
        return out;
    }

    /** How many bytes a string takes of which each character is written as one byte. */
    static long plainLength(String text) {
        return text.length() + 2L;
    }

    /** How many bytes a string takes, quotes and escapes included. */
    static long quotedLength(String text) {
        long length = 2;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ASCII_LENGTHS.length) {
                length += ASCII_LENGTHS[unit];
            } else if (unit < 0x800 || Character.isSurrogate(unit)) {
                length += 2;
            } else {
                length += 3;
            }
        }
        return length;
    }

    private void value(JsonValue value) {
        if (value instanceof JsonString string) {
            string(string.value());
        } else if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            array(array.elements());
        } else if (value instanceof JsonNumber number) {
            ascii(form == Form.CANONICAL ? number.canonical() : number.literal());
        } else if (value instanceof JsonBoolean literal) {
            ascii(literal.value() ? "true" : "false");
        } else {
            ascii("null");
        }
    }

    private void object(JsonObject object) {
        Members members = object.ordered();
        byte before = '{';
        for (Map.Entry<String, JsonValue> member : form == Form.CANONICAL ? members.byName() : members.inOrder()) {
            put(before);
            string(member.getKey());
            put((byte) ':');
            value(member.getValue());
            before = ',';
        }
        if (members.isEmpty()) {
            put(before);
        }
        put((byte) '}');
    }

    private void array(List<JsonValue> elements) {
        byte before = '[';
        for (JsonValue element : elements) {
            put(before);
            value(element);
            before = ',';
        }
        if (elements.isEmpty()) {
            put(before);
        }
        put((byte) ']');
    }

    private void string(String text) {
        put((byte) '"');
        int next = plain(text, 0);
        while (next < text.length()) {
            char unit = text.charAt(next++);
            ensure(LONGEST_ESCAPE);
            if (isPlain(unit)) {
                buffer[filled++] = (byte) unit;
            } else if (unit < ASCII_LENGTHS.length) {
                filled = escape(unit, buffer, filled);
            } else if (Character.isHighSurrogate(unit)) {
                supplementary(Character.toCodePoint(unit, text.charAt(next++)));
            } else {
                multibyte(unit);
            }
            next = plain(text, next);
        }
        put((byte) '"');
    }

    /** Writes what needs no thought, as far as that goes and there is room for it; returns where it ends. */
    private int plain(String text, int from) {
        byte[] out = buffer;
        int at = filled;
        int end = Math.min(text.length(), from + out.length - at);
        int next = from;
        while (next < end) {
            char unit = text.charAt(next);
            if (!isPlain(unit)) {
                break;
            }
            out[at++] = (byte) unit;
            next++;
        }
        filled = at;
        return next;
    }

    private static int escape(char unit, byte[] out, int from) {
        int at = from;
        out[at++] = '\\';
        byte mnemonic = shortEscape(unit);
        if (mnemonic != 0) {
            out[at++] = mnemonic;
            return at;
        }
        out[at++] = 'u';
        out[at++] = '0';
        out[at++] = '0';
        out[at++] = HEX[unit >> 4];
        out[at++] = HEX[unit & 0xf];
        return at;
    }

    private void multibyte(char unit) {
        if (unit < 0x800) {
            buffer[filled++] = (byte) (0xc0 | (unit >> 6));
        } else {
            buffer[filled++] = (byte) (0xe0 | (unit >> 12));
            continuation(unit >> 6);
        }
        continuation(unit);
    }

    private void supplementary(int codePoint) {
        buffer[filled++] = (byte) (0xf0 | (codePoint >> 18));
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
    }

    private void continuation(int bits) {
        buffer[filled++] = (byte) (0x80 | (bits & 0x3f));
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put((byte) text.charAt(i));
        }
    }

    private void put(byte single) {
        ensure(1);
        buffer[filled++] = single;
    }

    private void ensure(int room) {
        if (buffer.length - filled < room) {
            flush();
        }
    }

    private void flush() {
        drain.accept(buffer, 0, filled);
        filled = 0;
    }

    /** Whether a byte of UTF-8 is a character that is written as it is. */
    static boolean isPlain(byte unit) {
        return unit >= 0 && ASCII_LENGTHS[unit] == 1;
    }

    private static boolean isPlain(char unit) {
        return unit < ASCII_LENGTHS.length && ASCII_LENGTHS[unit] == 1;
    }

    /** The character that an escape of one letter means; 0 where it means none. */
    static byte meant(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> 0;
        };
    }

    /** Whether the escape of six bytes that stands at a place of a text is how a character is written here. */
    static boolean isEscape(int unit, byte[] text, int from) {
        int end = from + LONGEST_ESCAPE;
        return unit < ' '
                && shortEscape((char) unit) == 0
                && text[end - 2] == HEX[unit >> 4]
                && text[end - 1] == HEX[unit & 0xf];
    }

    /** Writes a string in UTF-8 with its escapes and without its quotes; returns where it ends. */
    static int escaped(byte[] utf8, int length, byte[] out, int from) {
        int at = from;
        for (int i = 0; i < length; i++) {
            if (utf8[i] < 0 || isPlain(utf8[i])) {
                out[at++] = utf8[i];
            } else {
                at = escape((char) utf8[i], out, at);
            }
        }
        return at;
    }

    private static byte[] asciiLengths() {
        byte[] lengths = new byte[0x80];
        for (char unit = 0; unit < lengths.length; unit++) {
            boolean control = unit < 0x20;
            boolean mnemonic = shortEscape(unit) != 0;
            lengths[unit] = (byte) (mnemonic ? 2 : control ? LONGEST_ESCAPE : 1);
        }
        return lengths;
    }

    private static byte shortEscape(char unit) {
        return switch (unit) {
            case '"', '\\' -> (byte) unit;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
