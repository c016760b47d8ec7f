package dev.stet.environment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one environment of an agent is like now.
 *
 * @param name its name in the pipeline
 * @param deployment the number of its active deployment: the last that was made in it. Empty before the first
 * @param version the version it serves; empty before the first deployment, and after it was emptied
 * @param freeze present while it is frozen
 */
public record Environment(String name, OptionalLong deployment, OptionalLong version, Optional<Freeze> freeze) {
    /** An environment in which nothing has happened yet. */
    public static Environment untouched(String name) {
        return new Environment(name, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    public Environment serving(Deployment active) {
        return new Environment(name, OptionalLong.of(active.number()), active.version(), freeze);
    }

    public Environment withFreeze(Optional<Freeze> given) {
        return new Environment(name, deployment, version, given);
    }
}
