package dev.stet.storage.jdbc.witness;

/**
 * Something that a store must not do to those who use it.
 *
 * @param kind what it did
 * @param text to whom, for people to read
 */
public record Finding(Kind kind, String text) {
    /** What a store can do wrong. */
    public enum Kind {
        /** What was acknowledged is not there. */
        LOST,
        /** What was acknowledged is there otherwise than it was told. */
        CHANGED,
        /** Something is there that nobody asked for, that was refused, or that was said not to have been made. */
        INVENTED,
        /** Something is there more than once. */
        REPEATED,
        /** Rows are there that make no whole. */
        TORN
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
