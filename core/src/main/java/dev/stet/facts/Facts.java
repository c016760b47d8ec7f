package dev.stet.facts;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Condition;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The facts of agents in a store: every question that Stet asks one, and the one change it makes there. What a store promises
 * of rows ({@link Storage}) holds of facts. As thread-safe as the store.
 *
 * @param storage where the rows are
 */
public record Facts(Storage storage) {
    /** All tables of Stet. */
    public static final Catalogue CATALOGUE = Catalogue.of(List.of(
            AgentTable.TABLE,
            DraftTable.TABLE,
            RevisionTable.TABLE,
            VersionTable.TABLE,
            DeploymentTable.TABLE,
            EnvironmentTable.TABLE,
            PageTable.TABLE,
            ContentTable.TABLE,
            AuditTable.TABLE));

    /** See {@link Storage#apply}. */
    public ApplyResult apply(AgentChange change, Duration patience) {
        return storage.apply(change.toRows(), patience);
    }

    /** See {@link Storage#applyAlone}. */
    public Optional<ApplyResult> applyAlone(
            AgentKey agent, Function<? super Facts, Optional<AgentChange>> decision, Duration patience) {
        return storage.applyAlone(
                AgentTable.key(agent), alone -> decision.apply(new Facts(alone)).map(AgentChange::toRows), patience);
    }

    /**
     * An agent and what else is asked for, read at one instant: what serves in an environment, or all that a change has to
     * know. Empty where there is no such agent.
     */
    public Optional<Standing> findStanding(StandingQuery query) {
        return new StandingRead(query).from(storage);
    }

    /** An agent alone. */
    public Optional<Agent> findAgent(AgentKey agent) {
        return find(AgentTable.key(agent), AgentTable::agent);
    }

    /** An environment of an agent; {@linkplain Serving#untouched untouched} where none is stored. Empty where there is no such agent. */
    public Optional<Serving> findServing(AgentKey agent, String environment) {
        return findStanding(StandingQuery.of(agent).with(environment)).flatMap(Standing::serving);
    }

    /** Agents in the order and with the filter that are asked for. */
    public List<Agent> listAgents(AgentQuery query) {
        boolean newest = query.order() == AgentOrder.NEWEST_FIRST;
        Scan scan = agents(newest ? AgentTable.NEWEST : AgentTable.BY_NAME, query.workspace(), query.filter());
        Scan placed = query.after()
                .map(after -> scan.after(
                        newest ? Micros.of(after.createdAt()) : AgentTable.order(after.sortName()),
                        after.id().value()))
                .orElse(scan);
        return list(placed.offset(query.offset()).limit(query.limit()), AgentTable::agent);
    }

    /** How many agents of a workspace pass a filter. The one read that may take time in proportion to what it counts. */
    public long countAgents(WorkspaceId workspace, AgentFilter filter) {
        return storage.count(agents(AgentTable.NEWEST, workspace, filter));
    }

    private static Scan agents(Index index, WorkspaceId workspace, AgentFilter filter) {
        Scan scan = Scan.of(AgentTable.TABLE, index, workspace.value());
        scan = where(scan, filter.status().map(status -> new Condition.Equal(AgentTable.STATUS, status.name())));
        scan = where(scan, filter.kind().map(kind -> new Condition.Equal(AgentTable.KIND, kind)));
        scan = where(scan, filter.tag().map(tag -> new Condition.Contains(AgentTable.TAGS, Texts.element(tag))));
        scan = where(
                scan,
                filter.nameText().map(text -> new Condition.Contains(AgentTable.NAME_FOLDED, Agent.foldName(text))));
        scan = where(
                scan,
                filter.hasVersion()
                        .map(has -> new Condition.Between(
                                AgentTable.LATEST_VERSION, has ? 1 : 0, has ? Long.MAX_VALUE : 0)));
        return where(
                scan,
                filter.servedIn()
                        .map(environment -> new Condition.Contains(AgentTable.SERVED_IN, Texts.element(environment))));
    }

    public Optional<Draft> findDraft(AgentKey agent, DraftId id) {
        return find(DraftTable.key(agent, id), DraftTable::draft);
    }

    public List<Draft> listDrafts(AgentKey agent, DraftQuery query) {
        Scan scan = query.status()
                .map(status -> of(agent, DraftTable.TABLE, DraftTable.BY_STATUS, status.name()))
                .orElseGet(() -> of(agent, DraftTable.TABLE, DraftTable.NEWEST));
        Scan placed = query.after()
                .map(after ->
                        scan.after(Micros.of(after.createdAt()), after.id().value()))
                .orElse(scan);
        return list(placed.limit(query.limit()), DraftTable::draft);
    }

    public Optional<DraftRevision> findRevision(AgentKey agent, DraftRef revision) {
        return find(RevisionTable.key(agent, revision), RevisionTable::revision);
    }

    /** The revisions of a draft with a lower number than {@code before}, newest first. */
    public List<DraftRevision> listRevisions(AgentKey agent, DraftId draft, long before, int limit) {
        return list(
                of(agent, RevisionTable.TABLE, RevisionTable.TABLE.key(), draft.value())
                        .after(before)
                        .limit(limit),
                RevisionTable::revision);
    }

    public Optional<Version> findVersion(AgentKey agent, long number) {
        return find(VersionTable.key(agent, number), VersionTable::version);
    }

    public Optional<Version> findVersion(AgentKey agent, VersionId id) {
        return list(
                        of(agent, VersionTable.TABLE, VersionTable.BY_ID, id.value())
                                .limit(1),
                        VersionTable::version)
                .stream()
                .findFirst();
    }

    public List<Version> listVersions(AgentKey agent, VersionQuery query) {
        Scan scan = of(agent, VersionTable.TABLE, VersionTable.TABLE.key()).after(query.before());
        scan = where(scan, query.filter().pinned().map(pinned -> new Condition.Equal(VersionTable.PINNED, pinned)));
        scan = where(
                scan, query.filter().archived().map(archived -> new Condition.Equal(VersionTable.ARCHIVED, archived)));
        scan = where(scan, query.filter().label().map(label -> new Condition.Equal(VersionTable.LABEL, label)));
        return list(scan.offset(query.offset()).limit(query.limit()), VersionTable::version);
    }

    /** Every environment of an agent in which something has happened, by name. */
    public List<Serving> listEnvironments(AgentKey agent) {
        return list(of(agent, EnvironmentTable.TABLE, EnvironmentTable.TABLE.key()), EnvironmentTable::serving);
    }

    public Optional<Deployment> findDeployment(AgentKey agent, long number) {
        return find(DeploymentTable.key(agent, number), DeploymentTable::deployment);
    }

    public List<Deployment> listDeployments(AgentKey agent, DeploymentQuery query) {
        Scan scan = deployments(agent, query);
        boolean byTime = query.environment().isPresent() && query.version().isEmpty();
        Scan placed = query.from()
                .map(from -> {
                    if (from instanceof DeploymentQuery.From.At at) {
                        return scan.from(Micros.of(at.instant()));
                    }
                    DeploymentQuery.From.After after = (DeploymentQuery.From.After) from;
                    return byTime ? scan.after(Micros.of(after.at()), after.number()) : scan.after(after.number());
                })
                .orElse(scan);
        return list(placed.limit(query.limit()), DeploymentTable::deployment);
    }

    private static Scan deployments(AgentKey agent, DeploymentQuery query) {
        if (query.environment().isEmpty()) {
            return of(agent, DeploymentTable.TABLE, DeploymentTable.TABLE.key());
        }
        String environment = query.environment().get();
        OptionalLong version = query.version();
        return version.isPresent()
                ? of(agent, DeploymentTable.TABLE, DeploymentTable.BY_VERSION, version.getAsLong(), environment)
                : of(agent, DeploymentTable.TABLE, DeploymentTable.BY_TIME, environment);
    }

    public Optional<PageRevision> findPage(AgentKey agent, PageRef page) {
        return find(PageTable.key(agent, page.environment(), page.revision()), PageTable::page);
    }

    /** The revisions of an environment's config page with a lower number than {@code before}, newest first. */
    public List<PageRevision> listPageRevisions(AgentKey agent, String environment, long before, int limit) {
        return list(
                of(agent, PageTable.TABLE, PageTable.TABLE.key(), environment)
                        .after(before)
                        .limit(limit),
                PageTable::page);
    }

    /**
     * A content and those that it builds on: the content, its {@linkplain StoredContent#base base}, the base of that, and
     * so on, to the first that names none or names one that is not there. Empty where the agent has no such content.
     *
     * @param limit how many to return at most; bases that lead in a circle are returned again until then
     */
    public List<StoredContent> listContentChain(AgentKey agent, ContentHash hash, int limit) {
        return storage.chain(ContentTable.key(agent, hash), ContentTable.BASE, limit).stream()
                .map(ContentTable::content)
                .toList();
    }

    /**
     * The contents of an agent without their bytes, by hash in ascending order of its hexadecimal digits.
     *
     * @param after only those with a greater hash
     */
    public List<ContentRow> listContents(AgentKey agent, Optional<ContentHash> after, int limit) {
        Scan scan = of(agent, ContentTable.TABLE, ContentTable.TABLE.key());
        Scan placed = after.map(hash -> scan.after(Cells.bytes(hash))).orElse(scan);
        return list(placed.limit(limit), ContentTable::light);
    }

    /** What one request of the host did to an agent. */
    public Optional<Recorded> findRecorded(AgentKey agent, RequestId request) {
        return list(
                        of(agent, AuditTable.TABLE, AuditTable.BY_REQUEST, request.value())
                                .limit(1),
                        AuditTable::recorded)
                .stream()
                .findFirst();
    }

    public List<AuditEntry> listAudit(AuditQuery query) {
        Scan scan = query.agent()
                .map(agent -> of(new AgentKey(query.workspace(), agent), AuditTable.TABLE, AuditTable.TABLE.key()))
                .orElseGet(() -> Scan.of(
                        AuditTable.TABLE, AuditTable.NEWEST, query.workspace().value()));
        Scan placed = query.after()
                .map(after -> query.agent().isPresent()
                        ? scan.after(after.number())
                        : scan.after(Micros.of(after.at()), after.agent().value(), after.number()))
                .orElse(scan);
        return list(placed.limit(query.limit()), AuditTable::entry);
    }

    private <T> Optional<T> find(Key key, Function<Row, T> codec) {
        return storage.read(List.of(key)).get(0).map(codec);
    }

    private <T> List<T> list(Scan scan, Function<Row, T> codec) {
        return storage.scan(scan).stream().map(codec).toList();
    }

    private static Scan where(Scan scan, Optional<? extends Condition> condition) {
        return condition.map(scan::where).orElse(scan);
    }

    /** A scan of the rows of one agent. */
    private static Scan of(AgentKey agent, Table table, Index index, Object... prefix) {
        Object[] all = new Object[prefix.length + 2];
        all[0] = agent.workspace().value();
        all[1] = agent.agent().value();
        System.arraycopy(prefix, 0, all, 2, prefix.length);
        return Scan.of(table, index, all);
    }
}
