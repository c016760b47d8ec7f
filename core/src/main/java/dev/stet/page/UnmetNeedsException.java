package dev.stet.page;

import dev.stet.content.Finding;
import java.util.List;

/**
 * A version needs of the config page what the page does not offer: a deployment that would pair them is refused, and so is a
 * change of the page, or of the agent's kind, that would break the version its environment serves.
 */
public final class UnmetNeedsException extends PageRefusedException {
    private static final long serialVersionUID = 1L;

    private final long version;

    private UnmetNeedsException(
            String expected, long version, String environment, List<Finding> findings, String remedy) {
        super(expected, environment, findings, remedy);
        this.version = version;
    }

    /** A version that is to be deployed. */
    public static UnmetNeedsException deploying(long version, String environment, List<Finding> findings) {
        return new UnmetNeedsException(
                "The config page of environment '" + environment + "' must offer what version " + version
                        + " needs of it",
                version,
                environment,
                findings,
                "Change the page first, or deploy another version.");
    }

    /** A page that is to change. */
    public static UnmetNeedsException changing(long version, String environment, List<Finding> findings) {
        return new UnmetNeedsException(
                "Environment '" + environment + "' serves version " + version
                        + ", and its config page must go on to offer what that needs of it",
                version,
                environment,
                findings,
                "Keep what it needs, or deploy a version first that does without.");
    }

    /** An agent that is to be of another kind. */
    public static UnmetNeedsException ofKind(String kind, long version, String environment, List<Finding> findings) {
        return new UnmetNeedsException(
                "Environment '" + environment + "' serves version " + version
                        + ", and its config page must offer what that needs of it in an agent of kind '" + kind + "'",
                version,
                environment,
                findings,
                "Change the page first, or deploy another version.");
    }

    /** The version whose needs are not met. */
    public long version() {
        return version;
    }
}
