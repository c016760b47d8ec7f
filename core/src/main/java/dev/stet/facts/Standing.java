package dev.stet.facts;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an agent stands: its row and those beside it that a {@link StandingQuery} asks for, as they were at one instant.
 *
 * @param agent the agent
 * @param draft the draft asked for; empty where there is none with that id, or none was asked for
 * @param latest the version that the agent's head names as its latest; empty where there is none, or it was not asked for
 * @param serving the environment asked for; empty only where none was asked for
 * @param deployment its active deployment; empty where there is none, or it was not asked for
 * @param version the version it serves; empty where there is none, or it was not asked for
 * @param page the latest revision of its config page; empty where there is none, or it was not asked for
 */
public record Standing(
        Agent agent,
        Optional<Draft> draft,
        Optional<Version> latest,
        Optional<Serving> serving,
        Optional<Deployment> deployment,
        Optional<Version> version,
        Optional<PageRevision> page) {
    /** An agent with nothing beside it. */
    public static Standing of(Agent agent) {
        return new Standing(
                agent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The version with a number, if it is here: as the latest, or as what serves. */
    public Optional<Version> findVersion(long number) {
        return Stream.of(latest, version)
                .flatMap(Optional::stream)
                .filter(found -> found.number() == number)
                .findFirst();
    }
}
