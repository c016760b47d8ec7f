package dev.stet.version;

import dev.stet.error.StetException;

/** The version's annotation was changed since the caller read it. Read it again and decide anew. */
public final class StaleAnnotationException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Version actual;

    public StaleAnnotationException(long expected, Version actual) {
        super("The annotation of version " + actual.number() + " was expected at revision " + expected + ", but "
                + actual.annotation().by().id() + " brought it to revision "
                + actual.annotation().revision() + " at " + actual.annotation().at()
                + ". Read it again and repeat the change.");
        this.actual = actual;
    }

    /** The version as it is. */
    public Version actual() {
        return actual;
    }
}
