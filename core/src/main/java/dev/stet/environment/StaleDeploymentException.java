package dev.stet.environment;

import dev.stet.error.StetException;
import java.util.OptionalLong;

/** The environment is not as the caller saw it: another deployment is active by now. Nothing was changed. */
public final class StaleDeploymentException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Environment actual;

    public StaleDeploymentException(String expected, Environment actual) {
        super("Environment '" + actual.name() + "' was expected to have " + expected + " active, but it has "
                + described(actual.deployment()) + ". Look at what it serves now and decide again.");
        this.actual = actual;
    }

    /** The environment as it is. */
    public Environment actual() {
        return actual;
    }

    private static String described(OptionalLong deployment) {
        return deployment.isPresent() ? "deployment " + deployment.getAsLong() : "no deployment";
    }
}
