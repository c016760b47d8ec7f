package dev.stet.storage;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where agents are kept: one conditional, atomic write and a handful of reads. A store carries no rule of the domain; it
 * is done when it passes the suites of {@code stet-storage-tck}.
 *
 * <p>What every store promises:
 *
 * <ul>
 *   <li><b>Atomic.</b> A changeset becomes visible whole, at one instant, or not at all. No single read sees part of it;
 *       a read of several agents may see each of them at an instant of its own.
 *   <li><b>Conditional.</b> A changeset is applied only while the agent's head is the expected one. Of any number of
 *       changesets that expect the same head, one is applied.
 *   <li><b>Read your writes.</b> What {@link #apply} applied is seen by every read that begins after it returned, from
 *       every thread and every process.
 *   <li><b>Faithful.</b> Reads return what was written, equal in every member: instants to the microsecond, text to the
 *       last code point, bytes as they were.
 *   <li><b>Apart.</b> A read of one workspace or agent never returns a row of another, and a change of one agent never
 *       waits for that of another longer than the database itself makes it.
 *   <li><b>Ordered and bounded.</b> Every list is in the order its query defines, has at most as many rows as its limit,
 *       and reads a range of an index, not a history. Rows that do not change while a caller pages through a list by
 *       position are returned exactly once, whatever is added or removed meanwhile.
 *   <li><b>Silent about absence.</b> What is not there is an empty result. Failures throw {@link StorageException}.
 * </ul>
 *
 * <p>Implementations are safe for use by any number of threads. Limits and offsets they are given are not negative.
 */
public interface Storage {
    /**
     * Applies a change, if the agent's head is as expected.
     *
     * <p>A deleted agent leaves its audit trail and the revision of its head behind, so that its id cannot be used again.
     *
     * <p>The rules never make a changeset that contradicts what is stored (a number or an id given twice, a change of a
     * deleted agent, a deployment earlier than one with a lower number); what a store does with one is not defined,
     * except that it does not apply part of it.
     *
     * <p>It may have to wait for others: for a lock that another transaction has, and for a connection. A lock it waits for no
     * longer than it is told, as exactly as the database can, and leaves nothing of that behind where a connection is
     * somebody else's. Reads wait for no change.
     *
     * @param patience how long to wait for others at most; more than zero
     * @throws ContentionException when it was not applied because the store gave way to another transaction, or did not get
     *     past it in time
     * @throws InterruptedCallException when it was not applied because the thread was interrupted; every method may throw
     *     that. Whatever the outcome, the thread is still marked as interrupted
     * @throws OutsideTransactionException when it would have waited for the calling thread itself, and the store can tell
     * @throws StorageException when it was not applied because the store failed
     * @throws OutcomeUnknownException when the store cannot tell whether it was applied
     */
    ApplyResult apply(Changeset changeset, Duration patience);

    /**
     * Applies a change that is decided while nobody else changes the agent: what the decision reads stays as it is until its
     * change is applied. For an agent that others change so often that what was decided beforehand always comes too late.
     *
     * <p>Everything that {@link #apply} promises holds here, too. While the decision is made, others who want to change the
     * agent wait, on some engines those who want to change another agent as well; reads wait for nobody. An agent that is not
     * there yet may be created by others meanwhile: then the change is stale.
     *
     * @param decision makes of what it reads a change of that agent, or none. It is made at most once, by the calling thread,
     *     reads by nothing but the store it is given, and changes nothing itself. When it throws, nothing was applied; a
     *     {@link dev.stet.error.StetException} of its is thrown as it is
     * @param patience how long to wait for others at most; more than zero. The time that the decision takes does not count
     * @return empty when the decision was to change nothing
     */
    Optional<ApplyResult> applyAlone(
            AgentKey key, Function<? super Storage, Optional<Changeset>> decision, Duration patience);

    /**
     * An agent and what else is asked for, read at one instant: what serves in an environment, or all that a change has to
     * know. Empty where there is no such agent.
     */
    Optional<Standing> findStanding(StandingQuery query);

    /** An agent alone. */
    default Optional<Agent> findAgent(AgentKey key) {
        return findStanding(StandingQuery.of(key)).map(Standing::agent);
    }

    /** An environment of an agent; {@linkplain Serving#untouched untouched} where none is stored. Empty where there is no such agent. */
    default Optional<Serving> findServing(AgentKey key, String environment) {
        return findStanding(StandingQuery.of(key).with(environment)).flatMap(Standing::serving);
    }

    List<Agent> listAgents(AgentQuery query);

    /** How many agents of a workspace pass a filter. The one read that may take time in proportion to what it counts. */
    long countAgents(WorkspaceId workspace, AgentFilter filter);

    Optional<Draft> findDraft(AgentKey key, DraftId id);

    List<Draft> listDrafts(AgentKey key, DraftQuery query);

    /** The revisions of a draft with a lower number than {@code before}, newest first. */
    List<DraftRevision> listRevisions(AgentKey key, DraftId draft, long before, int limit);

    Optional<Version> findVersion(AgentKey key, long number);

    Optional<Version> findVersion(AgentKey key, VersionId id);

    List<Version> listVersions(AgentKey key, VersionQuery query);

    /** Every environment of an agent in which something has happened, in the order of {@link String} by name. */
    List<Serving> listEnvironments(AgentKey key);

    List<Deployment> listDeployments(AgentKey key, DeploymentQuery query);

    /** The revisions of an environment's config page with a lower number than {@code before}, newest first. */
    List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit);

    /**
     * A content and those that it builds on: the content, its {@linkplain StoredContent#base base}, the base of that, and
     * so on, to the first that names none or names one that is not there. Empty where the agent has no such content.
     * Stores follow the base that a row names, and know nothing of what it means.
     *
     * @param limit how many to return at most; bases that lead in a circle are returned again until then
     */
    List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit);

    /**
     * The contents of an agent without their bytes, by hash in ascending order of its hexadecimal digits.
     *
     * @param after only those with a greater hash
     */
    List<ContentRow> listContents(AgentKey key, Optional<ContentHash> after, int limit);

    List<AuditEntry> listAudit(AuditQuery query);
}
