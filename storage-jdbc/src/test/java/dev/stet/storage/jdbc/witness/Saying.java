package dev.stet.storage.jdbc.witness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a program says: the first word of each of its lines. Words are parted by tabulators. */
enum Saying {
    /** It is about to open the store. */
    OPENING,
    /** It could not open the store; why. */
    UNOPENED,
    /** It opened the store and waits to be told to go. */
    READY,
    /** It is about to make a call: the words of that. */
    CALL,
    /** A call returned: its request, and the facts it told of. */
    TOLD,
    /** A call was refused as calls may be: its request, and why. */
    REFUSED,
    /** A call was not made because the store failed: its request, and why. */
    FAILED,
    /** Nobody knows whether a call was made: its request, and why. */
    UNKNOWN,
    /** Something happened that must not; what. */
    FAULT,
    /** It has done what it was ordered. */
    END;

    private static final String SEPARATOR = "\t";

    static Saying of(List<String> words) {
        return valueOf(words.get(0).toUpperCase(Locale.ROOT));
    }

    /** As one line, without its end. */
    static String line(List<String> words) {
        return String.join(SEPARATOR, words);
    }

    static List<String> words(String line) {
        return List.of(line.split(SEPARATOR, -1));
    }

    /** As a list of words that begins with this one. */
    List<String> followedBy(List<String> words) {
        return Stream.concat(Stream.of(name()), words.stream()).toList();
    }
}
