package dev.stet.version;

import dev.stet.draft.Draft;
import dev.stet.error.StetException;
import java.util.OptionalLong;

/**
 * The draft is not built on the agent's latest version: publishing it would silently take back what came since.
 * Rebase the draft, or publish {@link Publish#rebasingIfClean rebasing} it; or compare it with the latest version and
 * publish {@link Publish#superseding superseding} that.
 */
public final class StaleBaseException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Draft draft;
    private final transient Version latest;

    private StaleBaseException(String message, Draft draft, Version latest) {
        super(message);
        this.draft = draft;
        this.latest = latest;
    }

    /** The draft builds on another version than the latest. */
    public static StaleBaseException builtOnAnother(Draft draft, Version latest) {
        return new StaleBaseException(
                "Draft " + draft.id() + " must be built on the latest version to be published, but it is built on "
                        + described(draft.base()) + " and the latest is " + described(latest)
                        + ". Rebase it, or publish it rebasing if clean, or superseding "
                        + latest.number() + ".",
                draft,
                latest);
    }

    /** The publish names a version it supersedes, and that is not the latest any more. */
    public static StaleBaseException superseding(long named, Draft draft, Version latest) {
        return new StaleBaseException(
                "Draft " + draft.id() + " was to supersede version " + named + " as the latest, but the latest is "
                        + described(latest) + ". Compare the draft with that, and decide again.",
                draft,
                latest);
    }

    private static String described(Version version) {
        return "version " + version.number() + " by " + version.publishedBy().id() + " at " + version.publishedAt();
    }

    /** The draft as it is. */
    public Draft draft() {
        return draft;
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
