package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.page.ConfigPage;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The facts and contents of agents, for {@link Verb}s to gather what they decide on. What must be there and is not is refused
 * with {@link dev.stet.error.NotFoundException}; a content that cannot be read, with
 * {@link dev.stet.storage.DamagedContentException}.
 */
public interface Reading {
    Agent agent(AgentKey key);

    Optional<Draft> findDraft(AgentKey key, DraftId id);

    Draft draft(AgentKey key, DraftId id);

    /** A draft with the content it had at one revision. */
    Draft draft(AgentKey key, DraftRef then);

    /** The open draft that was opened last. */
    Optional<Draft> findOpenDraft(AgentKey key);

    DraftRevision revision(AgentKey key, DraftRef ref);

    Optional<Version> findVersion(AgentKey key, long number);

    Optional<Version> findVersion(AgentKey key, VersionId id);

    Version version(AgentKey key, long number);

    Deployment deployment(AgentKey key, long number);

    /** The last deployment of a version in an environment. */
    Optional<Deployment> findLastDeploymentOf(AgentKey key, long version, String environment);

    /** Every environment in which something has happened, by name. */
    List<Environment> environments(AgentKey key);

    Serving serving(AgentKey key, String environment);

    /** An environment, and rows that it names. */
    Standing standing(AgentKey key, String environment, Beside... beside);

    /** What is asked about an agent that must be there; a draft and the latest version are asked for by themselves. */
    Standing standing(StandingQuery query);

    /** A config page at one revision; empty at revision 0. */
    ConfigPage page(AgentKey key, PageRef ref);

    /** The config page of an environment as it is; the revision that holds must have been read with it. */
    ConfigPage page(Standing standing);

    /** The schema of an environment's config page as it is. */
    Content schema(AgentKey key, Serving serving);

    /** What an environment serves; empty where it serves nothing. */
    Optional<PageRules.Served> served(AgentKey key, Serving serving);

    /** The content of a draft, as the draft is. */
    Content content(AgentKey key, Draft draft);

    /** The snapshot of a version. */
    Content content(AgentKey key, Version version);

    /** The content that a reference names. */
    Source source(AgentKey key, Ref ref);

    /** All that retention has to look at. */
    History history(Agent agent, Instant servedSince);

    /**
     * A read of several steps of an agent that others may change meanwhile. Where it came upon something that was dropped, that is
     * no answer while the agent moves on: it begins anew.
     */
    <R> R steady(AgentKey key, Supplier<R> read);
}
