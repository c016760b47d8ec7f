package dev.stet.environment;

import dev.stet.error.StetException;
import java.util.TreeSet;

/** The pipeline does not allow this move. */
public final class PipelineException extends StetException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a move. */
    public enum Rule {
        /** A version can be deployed directly into entry environments only. */
        NOT_AN_ENTRY,
        /** A promotion leads to a later environment. */
        BACKWARDS,
        /** A promotion leads to the very next environment, unless the pipeline allows skipping. */
        SKIPPING,
        /** Nothing follows the last environment. */
        NO_NEXT
    }

    private final Rule rule;

    private PipelineException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    public static PipelineException notAnEntry(String environment, Pipeline pipeline) {
        return new PipelineException(
                Rule.NOT_AN_ENTRY,
                "A version can be deployed directly into " + new TreeSet<>(pipeline.entries()) + " only, but '"
                        + environment + "' was asked for. Promote it there instead.");
    }

    public static PipelineException backwards(String from, String to, Pipeline pipeline) {
        return new PipelineException(
                Rule.BACKWARDS,
                "A promotion must lead to a later environment of " + pipeline.environments() + ", but it leads from '"
                        + from + "' to '" + to + "'. To go back, roll back.");
    }

    public static PipelineException skipping(String from, String to, Pipeline pipeline) {
        return new PipelineException(
                Rule.SKIPPING,
                "A promotion must lead to the next environment of " + pipeline.environments() + ", but from '" + from
                        + "' to '" + to + "' it would skip. Promote step by step.");
    }

    public static PipelineException noNext(String from, Pipeline pipeline) {
        return new PipelineException(
                Rule.NO_NEXT,
                "A promotion needs a later environment, but '" + from + "' is the last of " + pipeline.environments()
                        + ". What serves there has arrived.");
    }

    public Rule rule() {
        return rule;
    }
}
