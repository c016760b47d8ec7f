package dev.stet.version;

import dev.stet.draft.Draft;
import dev.stet.error.StetException;
import java.util.OptionalLong;

/**
 * The draft is not built on the agent's latest version: publishing it would silently take back what came since.
 * Compare the draft with the latest version; then publish {@link Publish#superseding superseding} it, or open a new
 * draft from it.
 */
public final class StaleBaseException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Draft draft;
    private final transient Version latest;

    public StaleBaseException(Draft draft, Version latest) {
        super("Draft " + draft.id() + " must be built on the latest version to be published, but it is built on "
                + described(draft.base()) + " and the latest is version " + latest.number() + " by "
                + latest.publishedBy().id() + " at " + latest.publishedAt() + ". Open a draft from version "
                + latest.number() + ", or publish superseding " + latest.number() + ".");
        this.draft = draft;
        this.latest = latest;
    }

    public OptionalLong base() {
        return draft.base();
    }

    public Version latest() {
        return latest;
    }

    private static String described(OptionalLong base) {
        return base.isPresent() ? "version " + base.getAsLong() : "no version";
    }
}
