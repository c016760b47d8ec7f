package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.environment.Deployment;
import dev.stet.facts.Standing;
import dev.stet.page.ConfigPage;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A version that is to come to serve somewhere.
 *
 * @param version the version
 * @param pair what it would run with, where what it needs of that has to be looked at
 */
public record Candidate(Version version, Optional<Pair> pair) {
    /** A version's content and the config page beside it. */
    public record Pair(Content content, ConfigPage page) {}

    /**
     * A version that serves already.
     *
     * @param version its number
     * @param pair what it runs with
     */
    public record Running(long version, Pair pair) {}

    /**
     * A version, and what it would run with.
     *
     * @param target the environment that it is to serve in, as it is, read with what a {@link Move} {@linkplain Move#sees sees}
     */
    static Candidate of(Agent agent, Version version, Standing target, Policies policies, Reading reading) {
        Optional<Pair> pair = policies.looksAtPageNeeds(agent.kind())
                ? Optional.of(new Pair(reading.content(agent.key(), version), reading.page(target)))
                : Optional.empty();
        return new Candidate(version, pair);
    }

    /** The version that a deployment made serve; empty where that was none, or it is there no more. */
    static Optional<Candidate> of(
            Agent agent, Deployment deployment, Standing target, Policies policies, Reading reading) {
        return deployment.version().isPresent()
                ? reading.findVersion(agent.key(), deployment.version().getAsLong())
                        .map(version -> of(agent, version, target, policies, reading))
                : Optional.empty();
    }

    OptionalLong number() {
        return OptionalLong.of(version.number());
    }
}
