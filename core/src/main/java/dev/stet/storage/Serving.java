package dev.stet.storage;

import dev.stet.agent.Agent;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.page.PageRevision;
import dev.stet.version.Version;
import java.util.Optional;

/**
 * One environment of an agent with all that an answer to "what runs here?" needs, as it was at one instant.
 *
 * @param agent the agent
 * @param environment the environment; {@linkplain Environment#untouched untouched} where none is stored
 * @param deployment the environment's active deployment, where it has one
 * @param version the version it serves, where it serves one
 * @param page the latest revision of its config page, where there is one
 */
public record Serving(
        Agent agent,
        Environment environment,
        Optional<Deployment> deployment,
        Optional<Version> version,
        Optional<PageRevision> page) {
    /** An environment in which nothing has happened yet. */
    public static Serving nothing(Agent agent, String environment) {
        return new Serving(
                agent, Environment.untouched(environment), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
