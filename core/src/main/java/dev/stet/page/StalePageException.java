package dev.stet.page;

import dev.stet.access.Actor;
import dev.stet.error.StetException;
import dev.stet.ref.PageRef;

/** The config page was changed by somebody since the caller read it. Nothing was written; nobody's edit is lost. */
public final class StalePageException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient PageRef expected;
    private final transient ConfigPage actual;

    public StalePageException(PageRef expected, ConfigPage actual) {
        super("The config page of environment '" + actual.environment() + "' was expected at revision "
                + expected.revision() + ", but it is at revision " + actual.revision()
                + actual.updatedBy().map(Actor::id).map(id -> ", made by " + id).orElse("")
                + actual.updatedAt().map(at -> " at " + at).orElse("")
                + ". Look at what changed since, and change the page as it is now.");
        this.expected = expected;
        this.actual = actual;
    }

    public PageRef expected() {
        return expected;
    }

    /** The page as it is, masked. */
    public ConfigPage actual() {
        return actual;
    }
}
