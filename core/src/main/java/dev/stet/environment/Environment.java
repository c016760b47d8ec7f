package dev.stet.environment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one environment of an agent is like now.
 *
 * @param name its name in the pipeline
 * @param deployment the number of its active deployment: the last that was made in it. Empty before the first
 * @param version the version it serves; empty before the first deployment, and after it was emptied
 * @param page the revision of its config page; 0 while nobody has put anything on it
 * @param freeze present while it is frozen
 */
public record Environment(
        String name, OptionalLong deployment, OptionalLong version, long page, Optional<Freeze> freeze) {
    /** An environment in which nothing has happened yet. */
    public static Environment untouched(String name) {
        return new Environment(name, OptionalLong.empty(), OptionalLong.empty(), 0, Optional.empty());
    }

    /** Whether it is as one in which nothing has happened yet: no deployment, no page, no freeze. */
    public boolean isUntouched() {
        return equals(untouched(name));
    }

    public Environment serving(Deployment active) {
        return new Environment(name, OptionalLong.of(active.number()), active.version(), page, freeze);
    }

    public Environment withFreeze(Optional<Freeze> given) {
        return new Environment(name, deployment, version, page, given);
    }

    public Environment withPage(long revision) {
        return new Environment(name, deployment, version, revision, freeze);
    }
}
