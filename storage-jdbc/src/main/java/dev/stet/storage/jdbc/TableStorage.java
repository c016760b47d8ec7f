package dev.stet.storage.jdbc;

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
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The store on whatever connections it is given: every method but {@link #apply} is one statement. */
abstract sealed class TableStorage implements Storage permits JdbcStorage, HostStorage {
    private final Connections connections;
    private final Statements statements;
    private final Reads reads;
    private final Standings standings;

    TableStorage(Connections connections, Statements statements, Reads reads, Standings standings) {
        this.connections = connections;
        this.statements = statements;
        this.reads = reads;
        this.standings = standings;
    }

    /** The same tables in a transaction that somebody else will end. */
    JoinedStorage joined(Connections transaction) {
        return new HostStorage(transaction, statements, reads, standings);
    }

    @Override
    public final ApplyResult apply(Changeset changeset, Duration patience) {
        return connections.change(changeset, patience, session -> new Writes(session, statements, changeset).apply());
    }

    /** In a transaction that keeps others away from the agent's row before anything is read. */
    @Override
    public final Optional<ApplyResult> applyAlone(
            AgentKey key, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return connections.changeAlone(key, patience, session -> {
            session.updateWaiting(
                    new Sql(statements.holdAgent(), new Arguments().owner(key)),
                    new Sql(statements.head(), new Arguments().owner(key)));
            Optional<Changeset> decided = decision.apply(joined(new WithinTransaction(session)));
            session.waitUntil(Deadline.in(patience));
            return decided.map(changeset -> new Writes(session, statements, changeset).apply());
        });
    }

    @Override
    public final List<Agent> listAgents(AgentQuery query) {
        return list(
                "agents of workspace " + query.workspace(),
                reads.agents(query),
                row -> Reads.agent(query.workspace(), row));
    }

    @Override
    public final long countAgents(WorkspaceId workspace, AgentFilter filter) {
        return find("agents of workspace " + workspace, reads.agentCount(workspace, filter), RowReader::number)
                .orElse(0L);
    }

    @Override
    public final Optional<Draft> findDraft(AgentKey key, DraftId id) {
        return find("draft " + id + " of agent " + key, reads.draft(key, id), Rows::draft);
    }

    @Override
    public final List<Draft> listDrafts(AgentKey key, DraftQuery query) {
        return list("drafts of agent " + key, reads.drafts(key, query), Rows::draft);
    }

    @Override
    public final List<DraftRevision> listRevisions(AgentKey key, DraftId draft, long before, int limit) {
        return list(
                "revisions of draft " + draft + " of agent " + key,
                reads.revisions(key, draft, before, limit),
                Rows::revision);
    }

    @Override
    public final Optional<Version> findVersion(AgentKey key, long number) {
        return find("version " + number + " of agent " + key, reads.version(key, number), Rows::version);
    }

    @Override
    public final Optional<Version> findVersion(AgentKey key, VersionId id) {
        return find("version " + id + " of agent " + key, reads.version(key, id), Rows::version);
    }

    @Override
    public final List<Version> listVersions(AgentKey key, VersionQuery query) {
        return list("versions of agent " + key, reads.versions(key, query), Rows::version);
    }

    @Override
    public final Optional<Standing> findStanding(StandingQuery query) {
        return find("agent " + query.key(), standings.sql(query), row -> Standings.standing(query, row));
    }

    @Override
    public final List<Serving> listEnvironments(AgentKey key) {
        return list("environments of agent " + key, reads.environments(key), Rows::serving);
    }

    @Override
    public final List<Deployment> listDeployments(AgentKey key, DeploymentQuery query) {
        return list("deployments of agent " + key, reads.deployments(key, query), Rows::deployment);
    }

    @Override
    public final List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit) {
        return list(
                "config page of environment " + environment + " of agent " + key,
                reads.pageRevisions(key, environment, before, limit),
                Rows::page);
    }

    @Override
    public final List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        Map<ContentHash, StoredContent> rows =
                list("content " + hash + " of agent " + key, reads.contentChain(key, hash, limit), Rows::content)
                        .stream()
                        .collect(Collectors.toMap(StoredContent::hash, row -> row, (row, same) -> row));
        return Stream.iterate(
                        Optional.ofNullable(rows.get(hash)),
                        Optional::isPresent,
                        row -> row.flatMap(StoredContent::base).map(rows::get))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    @Override
    public final List<ContentRow> listContents(AgentKey key, Optional<ContentHash> after, int limit) {
        return list("contents of agent " + key, reads.contents(key, after, limit), Rows::contentRow);
    }

    @Override
    public final List<AuditEntry> listAudit(AuditQuery query) {
        return list(
                "audit trail of workspace " + query.workspace(),
                reads.audit(query),
                row -> Reads.audit(query.workspace(), row));
    }

    private <T> Optional<T> find(String what, Sql sql, Session.RowMapper<T> row) {
        return list(what, sql, row).stream().findFirst();
    }

    private <T> List<T> list(String what, Sql sql, Session.RowMapper<T> row) {
        return connections.read("reading " + what, session -> session.list(sql, row));
    }
}
