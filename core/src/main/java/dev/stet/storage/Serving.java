package dev.stet.storage;

import dev.stet.agent.Agent;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.version.Version;
import java.util.Optional;

/**
 * One environment of an agent with all that an answer to "what runs here?" needs, as it was at one instant.
 *
 * @param agent the agent
 * @param environment the environment; {@linkplain Environment#untouched untouched} where none is stored
 * @param deployment the environment's active deployment, where it has one
 * @param version the version it serves, where it serves one
 */
public record Serving(
        Agent agent, Environment environment, Optional<Deployment> deployment, Optional<Version> version) {}
