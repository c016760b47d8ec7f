package dev.stet.storage;

import dev.stet.error.StetException;
import dev.stet.ref.AgentKey;
import dev.stet.shown.Shown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Others were in the way of a change for as long as the call was to last. Nothing was changed; call again, or, where the
 * call was joined to a transaction of the host's, roll that back and do it again from its beginning.
 */
public final class ContentionException extends StetException {
    private static final long serialVersionUID = 1L;

    private final int attempts;
    private final Duration waited;
    private final String obstacle;

    /**
     * @param waited how long the call lasted
     * @param attempts how often the change was attempted; 0 where its turn never came
     * @param obstacle what was in the way at last
     * @param cause the failure that told so, if it was one
     */
    public ContentionException(
            AgentKey key, Duration waited, int attempts, String obstacle, @Nullable Throwable cause) {
        super(
                "Agent " + key + " could not be changed in " + waited.toMillis() + " ms and " + attempts
                        + (attempts == 1 ? " attempt: " : " attempts: ") + obstacle
                        + ". Nothing was changed; call again later.",
                cause);
        this.attempts = attempts;
        this.waited = waited;
        this.obstacle = Shown.line(obstacle);
    }

    /**
     * For stores: a read or a change of theirs gave way to another transaction, as in a deadlock or a serialization
     * failure, or could not have a lock in time.
     *
     * @param doing what the call did, as in "changing agent w/desk"
     * @param obstacle what was in the way
     * @param cause the failure that told so, if it was one
     */
    public ContentionException(String doing, String obstacle, @Nullable Throwable cause) {
        super(
                "When " + doing + ", " + obstacle
                        + ". Nothing was changed; call again. In a transaction of your own, roll"
                        + " back first and do all of it again.",
                cause);
        this.attempts = 1;
        this.waited = Duration.ZERO;
        this.obstacle = Shown.line(obstacle);
    }

    /** How often the change was attempted. */
    public int attempts() {
        return attempts;
    }

    /** What was in the way at last, in words. */
    public String obstacle() {
        return obstacle;
    }

    /** How long the call lasted; zero where only the store knows. */
    public Duration waited() {
        return waited;
    }
}
