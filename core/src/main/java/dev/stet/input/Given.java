package dev.stet.input;

import dev.stet.error.InvalidInputException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gives, by the name of the argument: there, well formed, and in the alphabet of names. Records check their
 * parts when they are made, public calls their other arguments first of all.
 */
public final class Given {
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_ENVIRONMENT = 64;

    private Given() {}

    /** The argument, which must be there. */
    public static <T> T the(String argument, @Nullable T given) {
        if (given == null) {
            throw new InvalidInputException(argument, "given", "null");
        }
        return given;
    }

    /** The argument, as an option that was chosen. */
    public static <T> Optional<T> chosen(String argument, @Nullable T given) {
        return Optional.of(the(argument, given));
    }

    /** A copy of the argument, none of whose elements is missing. */
    public static <T> List<T> list(String argument, @Nullable Collection<? extends T> given) {
        the(argument, given).forEach(element -> the(argument, element));
        return List.copyOf(the(argument, given));
    }

    /** The same without order. */
    public static <T> Set<T> set(String argument, @Nullable Collection<? extends T> given) {
        return Set.copyOf(list(argument, given));
    }

    /** The same of names and values, in the order they were given in. */
    public static <K, V> Map<K, V> map(String argument, @Nullable Map<? extends K, ? extends V> given) {
        Map<K, V> copy = new LinkedHashMap<>();
        the(argument, given).forEach((name, value) -> copy.put(the(argument, name), the(argument, value)));
        return Collections.unmodifiableMap(copy);
    }

    /** Well-formed Unicode without control characters but line breaks and tabs; of any length, and perhaps empty. */
    public static String text(String argument, @Nullable String given) {
        String text = the(argument, given);
        if (!text.codePoints().allMatch(Given::isText)) {
            throw new InvalidInputException(
                    argument, "well-formed Unicode text without control characters but line breaks and tabs", text);
        }
        return text;
    }

    /** The same of a text that need not be there. */
    public static Optional<String> text(String argument, Optional<String> given) {
        the(argument, given).ifPresent(text -> text(argument, text));
        return the(argument, given);
    }

    /** A text that is searched for: one that some store could not search for would not be found in any. */
    public static Optional<String> sought(String argument, Optional<String> given) {
        text(argument, given).ifPresent(text -> atMost(argument, text, 10_000));
        return the(argument, given);
    }

    /** A text of no more than so many code points. */
    public static String atMost(String argument, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            throw new InvalidInputException(argument, "at most " + max + " characters; it has " + length, text);
        }
        return text;
    }

    /** An id: 1 to 128 visible ASCII characters, compared byte for byte. */
    public static String id(String argument, @Nullable String given) {
        String id = the(argument, given);
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(
                    argument, "1 to " + LONGEST_ID + " visible ASCII characters without spaces", id);
        }
        return id;
    }

    /** The name of an environment, compared byte for byte. */
    public static String environment(@Nullable String given) {
        String name = the("environment name", given);
        if (name.isEmpty()
                || name.length() > LONGEST_ENVIRONMENT
                || !name.chars().allMatch(Given::isOfName)) {
            throw new InvalidInputException(
                    "environment name",
                    "1 to " + LONGEST_ENVIRONMENT + " of the characters a-z, 0-9, '.', '_' and '-'",
                    name);
        }
        return name;
    }

    /** The same of a name that need not be there. */
    public static Optional<String> environment(Optional<String> given) {
        Optional<String> name = the("environment name", given);
        name.ifPresent(Given::environment);
        return name;
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".-_".indexOf(c) >= 0;
    }

    private static boolean isText(int codePoint) {
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean control = Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0;
        return !loneSurrogate && !control;
    }
}
