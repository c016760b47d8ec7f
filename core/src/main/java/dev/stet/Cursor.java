package dev.stet;

import dev.stet.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Where a part of a list ended. Opaque, safe in a URL, good for the same list for as long as the agent lives; not a
 * secret and not a permission.
 *
 * @param token the cursor in writing
 */
public record Cursor(String token) {
    private static final String SEPARATOR = "\n";

    /** @param kind which list this belongs to; the last part alone may hold line breaks */
    static Cursor of(String kind, Object... parts) {
        StringBuilder text = new StringBuilder(kind);
        for (Object part : parts) {
            text.append(SEPARATOR).append(part instanceof Instant instant ? micros(instant) : part);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The parts it was made of. */
    List<String> parts(String kind, int count) {
        String[] parts = text().split(SEPARATOR, count + 1);
        if (parts.length != count + 1 || !parts[0].equals(kind)) {
            throw malformed();
        }
        return List.of(parts).subList(1, count + 1);
    }

    long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            throw malformed();
        }
    }

    /** A part that is an id, as {@code AgentId::of}. */
    <T> T id(String part, Function<String, T> reader) {
        try {
            return reader.apply(part);
        } catch (InvalidInputException noId) {
            throw malformed();
        }
    }

    Instant instant(String part) {
        return Instant.EPOCH.plus(number(part), ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private String text() {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw malformed();
        }
    }

    private InvalidInputException malformed() {
        return new InvalidInputException("cursor", "one that an earlier part of the same list ended with", token);
    }
}
