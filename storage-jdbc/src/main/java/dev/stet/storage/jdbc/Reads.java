package dev.stet.storage.jdbc;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.VersionQuery;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The queries. Each is one statement, and each list one range of an index. Orders name the columns of that index from the
 * first on, those with only one value too: H2 takes the order of an index for what it is only then.
 */
final class Reads {
    static final String IS_THERE = "created_at IS NOT NULL";
    private static final String OWNED = "workspace = ? AND agent = ?";

    private final Tables tables;
    private final String agents;
    private final String contentChain;

    Reads(Tables tables) {
        this.tables = tables;
        this.agents = "agent, " + Select.names("", Table.AGENT.columns());
        this.contentChain = contentChain(tables);
    }

    Sql agents(AgentQuery query) {
        Select select = Select.of(agents, tables.qualified(Table.AGENT)).where("workspace = ?");
        select.arguments().workspace(query.workspace());
        range(select, query.order(), query.after());
        filter(select, query.filter());
        select.then(
                query.order() == AgentOrder.NEWEST_FIRST
                        ? "ORDER BY workspace, created_at DESC, agent"
                        : "ORDER BY workspace, name_order, agent");
        return page(select, query.limit(), query.offset());
    }

    /** The range of the index; deleted agents have nothing in it. */
    private static void range(Select select, AgentOrder order, Optional<AgentPosition> after) {
        if (order == AgentOrder.NEWEST_FIRST) {
            long from = after.map(position -> Micros.of(position.createdAt())).orElse(Long.MAX_VALUE);
            select.where("created_at <= ?").arguments().number(from);
            after.ifPresent(position -> select.where("(created_at < ? OR agent > ?)")
                    .arguments()
                    .number(from)
                    .text(position.id().value()));
        } else {
            byte[] from = after.map(AgentPosition::sortName).orElse("").getBytes(StandardCharsets.UTF_8);
            select.where("name_order >= ?").arguments().bytes(from);
            after.ifPresent(position -> select.where("(name_order > ? OR agent > ?)")
                    .arguments()
                    .bytes(from)
                    .text(position.id().value()));
        }
    }

    Sql agentCount(WorkspaceId workspace, AgentFilter filter) {
        Select select = Select.of("COUNT(*)", tables.qualified(Table.AGENT))
                .where("workspace = ?")
                .where(IS_THERE);
        select.arguments().workspace(workspace);
        filter(select, filter);
        return select.sql();
    }

    private void filter(Select select, AgentFilter filter) {
        filter.status()
                .ifPresent(status -> select.where("status = ?").arguments().name(status));
        filter.kind().ifPresent(kind -> select.where("kind = ?").arguments().text(kind));
        filter.tag().ifPresent(tag -> contains(select, "tags", Texts.element(tag)));
        filter.nameText().ifPresent(text -> contains(select, "name_folded", Agent.foldName(text)));
        filter.hasVersion().ifPresent(has -> select.where(has ? "latest_version > 0" : "latest_version = 0"));
        filter.servedIn()
                .ifPresent(environment -> select.where("EXISTS (SELECT 1 FROM "
                                + tables.qualified(Table.ENVIRONMENT) + " e WHERE e.workspace = "
                                + tables.qualified(Table.AGENT)
                                + ".workspace AND e.agent = " + tables.qualified(Table.AGENT)
                                + ".agent AND e.name = ? AND e.version IS NOT NULL)")
                        .arguments()
                        .text(environment));
    }

    private void contains(Select select, String column, String text) {
        select.where(tables.dialect().contains().replace("{column}", column))
                .arguments()
                .text(text);
    }

    Sql draft(AgentKey key, DraftId id) {
        Select select = owned(Table.DRAFT, key).where("draft = ?");
        select.arguments().text(id.value());
        return select.sql();
    }

    Sql drafts(AgentKey key, DraftQuery query) {
        Select select = owned(Table.DRAFT, key);
        query.status()
                .ifPresent(status -> select.where("status = ?").arguments().name(status));
        // A bound in either case: by it H2 knows the index that needs no sorting.
        query.after()
                .ifPresentOrElse(
                        position -> select.where("created_at <= ? AND (created_at < ? OR draft > ?)")
                                .arguments()
                                .time(position.createdAt())
                                .time(position.createdAt())
                                .text(position.id().value()),
                        () -> select.where("created_at <= ?").arguments().number(Long.MAX_VALUE));
        return page(
                select.then(
                        query.status().isPresent()
                                ? "ORDER BY workspace, agent, status, created_at DESC, draft"
                                : "ORDER BY workspace, agent, created_at DESC, draft"),
                query.limit());
    }

    Sql pageRevisions(AgentKey key, String environment, long before, int limit) {
        Select select = owned(Table.PAGE_REVISION, key).where("environment = ? AND number < ?");
        select.arguments().text(environment).number(before);
        return page(select.then("ORDER BY workspace, agent, environment, number DESC"), limit);
    }

    Sql revisions(AgentKey key, DraftId draft, long before, int limit) {
        Select select = owned(Table.DRAFT_REVISION, key).where("draft = ? AND number < ?");
        select.arguments().text(draft.value()).number(before);
        return page(select.then("ORDER BY workspace, agent, draft, number DESC"), limit);
    }

    Sql version(AgentKey key, long number) {
        Select select = owned(Table.VERSION, key).where("number = ?");
        select.arguments().number(number);
        return select.sql();
    }

    Sql version(AgentKey key, VersionId id) {
        Select select = owned(Table.VERSION, key).where("id = ?");
        select.arguments().text(id.value());
        return select.sql();
    }

    Sql versions(AgentKey key, VersionQuery query) {
        Select select = owned(Table.VERSION, key).where("number < ?");
        select.arguments().number(query.before());
        query.filter()
                .pinned()
                .ifPresent(pinned -> select.where("pinned = ?").arguments().flag(pinned));
        query.filter()
                .archived()
                .ifPresent(archived -> select.where("archived = ?").arguments().flag(archived));
        query.filter()
                .label()
                .ifPresent(label -> select.where("label = ?").arguments().text(label));
        return page(select.then("ORDER BY workspace, agent, number DESC"), query.limit(), query.offset());
    }

    Sql environments(AgentKey key) {
        return owned(Table.ENVIRONMENT, key)
                .then("ORDER BY workspace, agent, name")
                .sql();
    }

    Sql deployments(AgentKey key, DeploymentQuery query) {
        Select select = owned(Table.DEPLOYMENT, key);
        query.environment()
                .ifPresent(environment ->
                        select.where("environment = ?").arguments().text(environment));
        query.version()
                .ifPresent(version -> select.where("version = ?").arguments().number(version));
        query.notAfter()
                .ifPresent(instant -> select.where("at <= ?").arguments().time(instant));
        if (query.before() < Long.MAX_VALUE) {
            before(select, key, query);
        }
        return page(select.then("ORDER BY " + deploymentOrder(query)), query.limit());
    }

    /**
     * Of an environment's history, the range of the index by time: what came before was made before, or at the same time. The
     * sum keeps databases from the range of the primary key, which they would have to sort.
     */
    private void before(Select select, AgentKey key, DeploymentQuery query) {
        if (!isByTime(query)) {
            select.where("number < ?").arguments().number(query.before());
            return;
        }
        select.where("number + 0 < ? AND at <= COALESCE((SELECT b.at FROM " + tables.qualified(Table.DEPLOYMENT)
                        + " b WHERE b.workspace = ? AND b.agent = ? AND b.number = ?), ?)")
                .arguments()
                .number(query.before())
                .owner(key)
                .number(query.before())
                .number(Long.MAX_VALUE);
    }

    private static boolean isByTime(DeploymentQuery query) {
        return query.environment().isPresent() && query.version().isEmpty();
    }

    /** A deployment is never earlier than one with a lower number, so that by time is by number. */
    private static String deploymentOrder(DeploymentQuery query) {
        if (isByTime(query)) {
            return "workspace, agent, environment, at DESC, number DESC";
        }
        boolean environment = query.environment().isPresent();
        return query.version().isPresent()
                ? "workspace, agent, version, " + (environment ? "environment, " : "") + "number DESC"
                : "workspace, agent, number DESC";
    }

    /** A content and those that it builds on, in no order. One alone is looked up without further ado. */
    Sql contentChain(AgentKey key, ContentHash hash, int limit) {
        if (limit == 1) {
            Select select = owned(Table.CONTENT, key).where("hash = ?");
            select.arguments().hash(hash);
            return select.sql();
        }
        return new Sql(
                contentChain,
                new Arguments().hash(hash).owner(key).number(limit).owner(key));
    }

    /**
     * First the hashes, each with one lookup, by a query that can be executed in no other way; then their rows, which SQLite
     * looks up in this order because of the cross join. So what goes round is small, and no statistics can make a database
     * read all contents of an agent instead. H2 takes all that goes round for text unless it is told otherwise.
     */
    private static String contentChain(Tables tables) {
        String content = tables.qualified(Table.CONTENT);
        String hash = "CAST(chain.hash AS " + tables.dialect().hashType() + ")";
        return "WITH RECURSIVE chain (hash, place) AS (SELECT CAST(? AS "
                + tables.dialect().hashType() + "), 1 UNION ALL SELECT (SELECT b.base FROM " + content
                + " b WHERE b.workspace = ? AND b.agent = ? AND b.hash = " + hash
                + "), chain.place + 1 FROM chain WHERE chain.hash IS NOT NULL AND CAST(chain.place AS INTEGER) < ?) SELECT "
                + Select.names("c.", Table.CONTENT.columns()) + " FROM chain CROSS JOIN " + content
                + " c WHERE c.workspace = ? AND c.agent = ? AND c.hash = " + hash;
    }

    /** The contents of an agent without their bytes, of which the database need read no more than how many there are. */
    Sql contents(AgentKey key, Optional<ContentHash> after, int limit) {
        Select select = Select.of(
                        "hash, base, COALESCE(OCTET_LENGTH(bytes), OCTET_LENGTH(large))",
                        tables.qualified(Table.CONTENT))
                .where(OWNED);
        select.arguments().owner(key);
        after.ifPresent(hash -> select.where("hash > ?").arguments().hash(hash));
        return page(select.then("ORDER BY workspace, agent, hash"), limit);
    }

    Sql audit(AuditQuery query) {
        Select select = Select.of("agent, " + Select.names("", Table.AUDIT.columns()), tables.qualified(Table.AUDIT))
                .where("workspace = ?");
        select.arguments().workspace(query.workspace());
        query.agent().ifPresent(agent -> select.where("agent = ?").arguments().text(agent.value()));
        query.request()
                .ifPresent(request -> select.where("request = ?").arguments().text(request.value()));
        query.after().ifPresent(position -> after(select, query, position));
        return page(select.then("ORDER BY " + auditOrder(query)), query.limit());
    }

    private static String auditOrder(AuditQuery query) {
        if (query.request().isPresent()) {
            return "workspace, agent, request";
        }
        return query.agent().isPresent() ? "workspace, agent, number DESC" : "workspace, at DESC, agent, number DESC";
    }

    private static void after(Select select, AuditQuery query, AuditQuery.Position position) {
        String agent = position.agent().value();
        if (query.agent().equals(Optional.of(position.agent()))) {
            select.where("number < ?").arguments().number(position.number());
        } else {
            select.where("at <= ? AND (at < ? OR agent > ? OR (agent = ? AND number < ?))")
                    .arguments()
                    .time(position.at())
                    .time(position.at())
                    .text(agent)
                    .text(agent)
                    .number(position.number());
        }
    }

    private Select owned(Table table, AgentKey key) {
        Select select = Select.of(Select.names("", table.columns()), tables.qualified(table))
                .where(OWNED);
        select.arguments().owner(key);
        return select;
    }

    private static Sql page(Select select, int limit) {
        select.then("LIMIT ?").arguments().number(limit);
        return select.sql();
    }

    private static Sql page(Select select, int limit, long offset) {
        select.then("LIMIT ? OFFSET ?").arguments().number(limit).number(offset);
        return select.sql();
    }

    static Agent agent(WorkspaceId workspace, RowReader row) throws SQLException {
        return Rows.agent(new AgentKey(workspace, AgentId.of(row.text())), row);
    }

    static AuditEntry audit(WorkspaceId workspace, RowReader row) throws SQLException {
        return Rows.audit(new AgentKey(workspace, AgentId.of(row.text())), row);
    }
}
