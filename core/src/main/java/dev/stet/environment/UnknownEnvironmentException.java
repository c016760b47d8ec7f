package dev.stet.environment;

import dev.stet.error.StetException;

/** The pipeline of the agent's kind has no environment of that name. */
public final class UnknownEnvironmentException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Pipeline pipeline;

    public UnknownEnvironmentException(String name, Pipeline pipeline) {
        super("The environment must be one of " + pipeline.environments() + ", but it is '" + name + "'.");
        this.pipeline = pipeline;
    }

    /** The pipeline that was asked. */
    public Pipeline pipeline() {
        return pipeline;
    }
}
