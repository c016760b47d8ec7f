package dev.stet.environment;

/** Which deployment a move expects to replace. A move whose expectation does not hold is refused. */
public sealed interface Replacing {
    /** The move holds whatever is active. */
    static Replacing anything() {
        return new Anything();
    }

    /** The environment has seen no deployment yet. */
    static Replacing nothing() {
        return new Nothing();
    }

    /** This deployment is the active one. */
    static Replacing deployment(long number) {
        return new Numbered(number);
    }

    /** See {@link #anything}. */
    record Anything() implements Replacing {}

    /** See {@link #nothing}. */
    record Nothing() implements Replacing {}

    /** See {@link #deployment}. */
    record Numbered(long number) implements Replacing {}
}
