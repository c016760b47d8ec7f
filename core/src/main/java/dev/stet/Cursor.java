package dev.stet;

import dev.stet.content.InvalidContentException;
import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a part of a list ended. Opaque, safe in a URL, good for the same list, asked for with the same filter and order, for
 * as long as the agent lives; not a secret and not a permission. What is none, or that of another list, is refused with
 * {@link InvalidInputException} by whatever call it is given to.
 *
 * @param token the cursor in writing
 */
public record Cursor(String token) {
    private static final String SEPARATOR = "\n";

    public Cursor {
        Given.the("cursor", token);
    }

    /** The list of this kind in this place and of what passes this filter, for its cursors to be told from others. */
    static String list(String kind, Object... of) {
        String name = Stream.concat(Stream.of(kind), Stream.of(of))
                .map(Object::toString)
                .collect(Collectors.joining(SEPARATOR));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @param list which list this belongs to; the last part alone may hold line breaks */
    static Cursor of(String list, Object... parts) {
        StringBuilder text = new StringBuilder(list);
        for (Object part : parts) {
            text.append(SEPARATOR).append(part instanceof Instant instant ? micros(instant) : part);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The number that the rest of a list is below: of a list of numbers from the highest on. */
    static long before(String list, Range range) {
        return Given.the("range", range)
                .after()
                .map(cursor -> cursor.number(cursor.parts(list, 1).get(0)))
                .orElse(Long.MAX_VALUE);
    }

    /** The parts it was made of. */
    List<String> parts(String list, int count) {
        String[] parts = text().split(SEPARATOR, count + 1);
        if (parts.length != count + 1 || !parts[0].equals(list)) {
            throw malformed();
        }
        return List.of(parts).subList(1, count + 1);
    }

    /** A part that is a number of things that are counted from 1 on. */
    long number(String part) {
        long number = integer(part);
        if (number < 1) {
            throw malformed();
        }
        return number;
    }

    /** A part that something reads which refuses what it is not, as {@code AgentId::of}. */
    <T> T read(String part, Function<String, T> reader) {
        try {
            return reader.apply(part);
        } catch (InvalidInputException | InvalidContentException notOurs) {
            throw malformed();
        }
    }

    /** A part that is a time which every store can compare. */
    Instant instant(String part) {
        Instant instant = Instant.EPOCH.plus(integer(part), ChronoUnit.MICROS);
        if (instant.isBefore(HostClock.EARLIEST) || instant.isAfter(HostClock.LATEST)) {
            throw malformed();
        }
        return instant;
    }

    private long integer(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            throw malformed();
        }
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
