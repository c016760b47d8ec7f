package dev.stet.storage.memory;

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
import dev.stet.storage.AgentQuery;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentRow;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A store in the memory of this process: the reference for every other store, and the host's test double.
 *
 * <ul>
 *   <li><b>Atomic, linearizable per agent.</b> All of an agent hangs on one reference to an immutable state. A changeset
 *       is one write of that reference, so a read sees it whole or not at all, and all threads see the changes of an
 *       agent in the same order. A list over several agents shows each of them as it was at one instant during the
 *       call, which need not be the same instant for all of them.
 *   <li><b>Reads never block.</b> They take no lock and wait for nobody.
 *   <li><b>Agents never wait for each other.</b> Changes of one agent wait for each other. Changes of different
 *       agents share no lock; creating, renaming and deleting the agents of one workspace meet in a compare-and-set.
 *       Entering a new agent or workspace into its hash table is the one moment a hash bin is locked, for the insertion
 *       alone.
 *   <li><b>Not durable.</b> Everything is gone with this object.
 *   <li><b>One process.</b> Two stores share nothing; neither do two processes.
 *   <li><b>Holds everything in memory.</b> Every revision, version and content stays on the heap for as long as its
 *       agent is there. Deleting an agent frees all of it but its audit trail and its id.
 * </ul>
 *
 * <p>Every list seeks to its position in an index and takes what its limit allows. Conditions that no index covers (the
 * filters of agents and versions, a request id asked without an agent) are tested row by row from there on.
 *
 * <p>{@link #apply} throws {@link IllegalStateException} for some changesets that contradict what is stored, such as one
 * that adds a version under a number that is taken, and leaves the agent as it was. The rules of Stet never make such
 * changesets, and a host must not rely on all of them being found.
 */
public final class MemoryStorage implements Storage {
    private final ConcurrentHashMap<WorkspaceId, Workspace> workspaces = new ConcurrentHashMap<>();

    /** An empty store. */
    public MemoryStorage() {}

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        AgentKey key = changeset.key();
        Optional<AgentCell> cell = changeset.expectedHead() == 0 ? Optional.of(entered(key)) : cell(key);
        return cell.flatMap(found -> found.apply(key, () -> Optional.of(changeset), patience))
                .orElseGet(() -> new ApplyResult.Stale(0));
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            AgentKey key, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return cell(key)
                .map(found -> found.apply(key, () -> decision.apply(this), patience))
                .orElseGet(() -> decision.apply(this).map(change -> apply(change, patience)));
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        return workspace(query.workspace())
                .map(found -> found.listAgents(query))
                .orElseGet(List::of);
    }

    @Override
    public long countAgents(WorkspaceId workspace, AgentFilter filter) {
        return workspace(workspace).map(found -> found.countAgents(filter)).orElse(0L);
    }

    @Override
    public Optional<Draft> findDraft(AgentKey key, DraftId id) {
        return rows(key).flatMap(rows -> rows.drafts().find(id));
    }

    @Override
    public List<Draft> listDrafts(AgentKey key, DraftQuery query) {
        return rows(key).map(rows -> rows.drafts().list(query)).orElseGet(List::of);
    }

    @Override
    public List<DraftRevision> listRevisions(AgentKey key, DraftId draft, long before, int limit) {
        return rows(key)
                .map(rows -> rows.drafts().listRevisions(draft, before, limit))
                .orElseGet(List::of);
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, long number) {
        return rows(key).flatMap(rows -> rows.versions().find(number));
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, VersionId id) {
        return rows(key).flatMap(rows -> rows.versions().find(id));
    }

    @Override
    public List<Version> listVersions(AgentKey key, VersionQuery query) {
        return rows(key).map(rows -> rows.versions().list(query)).orElseGet(List::of);
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return rows(query.key()).map(rows -> rows.standing(query));
    }

    @Override
    public List<Serving> listEnvironments(AgentKey key) {
        return rows(key).map(rows -> List.copyOf(rows.environments().values())).orElseGet(List::of);
    }

    @Override
    public List<Deployment> listDeployments(AgentKey key, DeploymentQuery query) {
        return rows(key).map(rows -> rows.deployments().list(query)).orElseGet(List::of);
    }

    @Override
    public List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit) {
        return rows(key)
                .map(rows -> rows.listPageRevisions(environment, before, limit))
                .orElseGet(List::of);
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return rows(key).map(rows -> rows.contentChain(hash, limit)).orElseGet(List::of);
    }

    @Override
    public List<ContentRow> listContents(AgentKey key, Optional<ContentHash> after, int limit) {
        return rows(key).map(rows -> rows.listContents(after, limit)).orElseGet(List::of);
    }

    @Override
    public List<AuditEntry> listAudit(AuditQuery query) {
        return workspace(query.workspace()).map(found -> found.listAudit(query)).orElseGet(List::of);
    }

    private Optional<AgentRows> rows(AgentKey key) {
        return cell(key).flatMap(found -> found.state().rows());
    }

    private Optional<AgentCell> cell(AgentKey key) {
        return workspace(key.workspace()).flatMap(found -> found.cell(key.agent()));
    }

    private Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    /** The cell of an agent that may not have one yet. */
    private AgentCell entered(AgentKey key) {
        return workspace(key.workspace())
                .orElseGet(() -> workspaces.computeIfAbsent(key.workspace(), id -> new Workspace()))
                .entered(key.agent());
    }
}
