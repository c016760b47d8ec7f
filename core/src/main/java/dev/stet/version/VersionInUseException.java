package dev.stet.version;

import dev.stet.error.StetException;
import java.util.List;

/** A version that serves an environment cannot be archived. Make the environment serve something else first. */
public final class VersionInUseException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> environments;

    public VersionInUseException(long version, List<String> environments) {
        super("A version must serve no environment to be archived, but version " + version + " serves " + environments
                + ". Make them serve another version first.");
        this.environments = List.copyOf(environments);
    }

    public List<String> environments() {
        return environments;
    }
}
