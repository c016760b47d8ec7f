package dev.stet.storage.tck;

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
import java.util.function.Function;

/** A store that hands every call to another one: to be overridden where a test wants something to happen. */
public class ForwardingStorage implements Storage {
    private final Storage store;

    public ForwardingStorage(Storage store) {
        this.store = store;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return store.apply(changeset, patience);
    }

    /** The decision reads from the other store itself. */
    @Override
    public Optional<ApplyResult> applyAlone(
            AgentKey key, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return store.applyAlone(key, decision, patience);
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return store.findStanding(query);
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        return store.listAgents(query);
    }

    @Override
    public long countAgents(WorkspaceId workspace, AgentFilter filter) {
        return store.countAgents(workspace, filter);
    }

    @Override
    public Optional<Draft> findDraft(AgentKey key, DraftId id) {
        return store.findDraft(key, id);
    }

    @Override
    public List<Draft> listDrafts(AgentKey key, DraftQuery query) {
        return store.listDrafts(key, query);
    }

    @Override
    public List<DraftRevision> listRevisions(AgentKey key, DraftId draft, long before, int limit) {
        return store.listRevisions(key, draft, before, limit);
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, long number) {
        return store.findVersion(key, number);
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, VersionId id) {
        return store.findVersion(key, id);
    }

    @Override
    public List<Version> listVersions(AgentKey key, VersionQuery query) {
        return store.listVersions(key, query);
    }

    @Override
    public List<Serving> listEnvironments(AgentKey key) {
        return store.listEnvironments(key);
    }

    @Override
    public List<Deployment> listDeployments(AgentKey key, DeploymentQuery query) {
        return store.listDeployments(key, query);
    }

    @Override
    public List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit) {
        return store.listPageRevisions(key, environment, before, limit);
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return store.listContentChain(key, hash, limit);
    }

    @Override
    public List<ContentRow> listContents(AgentKey key, Optional<ContentHash> after, int limit) {
        return store.listContents(key, after, limit);
    }

    @Override
    public List<AuditEntry> listAudit(AuditQuery query) {
        return store.listAudit(query);
    }
}
