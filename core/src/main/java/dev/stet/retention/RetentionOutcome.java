package dev.stet.retention;

/**
 * What one step of a retention run dropped.
 *
 * @param versions how many versions
 * @param revisions how many draft revisions
 * @param contents how many stored contents
 * @param bytes how many bytes those were stored in, without what their rows and indexes took
 * @param more whether there was more to drop than one step takes: apply the policy again
 */
public record RetentionOutcome(long versions, long revisions, long contents, long bytes, boolean more) {
    /** Nothing had to go. */
    public static RetentionOutcome nothing() {
        return new RetentionOutcome(0, 0, 0, 0, false);
    }
}
