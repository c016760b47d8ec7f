package dev.stet.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * Digests values, one after the other. What is digested tells every value from every other: kinds are marked, texts and
 * containers have their length in front, and containers of containers inside stand as their fingerprint.
 */
final class ValueDigest {

    /** Containers of fewer levels are digested with what they stand in. */
    private static final int FOLDED_FROM = 2;

    private static final int BUFFER = 1024;
    private static final int LEAST = 64;

    private final MessageDigest sha256 = Sha256.begin();
    private final ByteBuffer buffer;

    /** @param bytes about how many are digested */
    ValueDigest(int bytes) {
        this.buffer = ByteBuffer.allocate(Math.min(BUFFER, bytes + LEAST));
    }

    static boolean isFolded(JsonValue value) {
        return value.isContainer() && Extent.of(value).depth() >= FOLDED_FROM;
    }

    /** The fingerprint of a value of which all folded containers inside have theirs. */
    Fingerprint of(JsonValue value) {
        whole(value);
        flush();
        return new Fingerprint(ByteBuffer.wrap(sha256.digest()));
    }

    private void inner(JsonValue value) {
        if (isFolded(value)) {
            room(1 + Fingerprint.BYTES).put((byte) '#');
            Fingerprint.of(value).writeTo(buffer);
        } else {
            whole(value);
        }
    }

    private void whole(JsonValue value) {
        if (value instanceof JsonString string) {
            text('"', string.value());
        } else if (value instanceof JsonNumber number) {
            text('0', number.canonical());
        } else if (value instanceof JsonObject object) {
            List<Map.Entry<String, JsonValue>> members = object.ordered().byName();
            begin('{', members.size());
            for (Map.Entry<String, JsonValue> member : members) {
                text('"', member.getKey());
                inner(member.getValue());
            }
        } else if (value instanceof JsonArray array) {
            begin('[', array.elements().size());
            array.elements().forEach(this::inner);
        } else {
            begin(value == JsonNull.NULL ? 'n' : value == JsonBoolean.TRUE ? 't' : 'f', 0);
        }
    }

    private void text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(kind, bytes.length);
        if (bytes.length <= buffer.remaining()) {
            buffer.put(bytes);
        } else {
            flush();
            sha256.update(bytes);
        }
    }

    private void begin(char kind, int length) {
        room(1 + Integer.BYTES).put((byte) kind).putInt(length);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sha256.update(buffer.flip());
        buffer.clear();
    }
}
