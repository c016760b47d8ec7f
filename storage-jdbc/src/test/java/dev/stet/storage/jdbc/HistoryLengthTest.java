package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.VersionQuery;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import dev.stet.version.VersionFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a call touches does not grow with the history of its agent, nor with the number of agents: every query is a lookup or
 * a range of an index, on every engine, and looks at as many rows in a long history as in a short one. For a long run:
 * {@code -Dstet.history.versions=100000 -Dstet.history.agents=1000000}.
 */
class HistoryLengthTest {
    private static final long VERSIONS = Long.getLong("stet.history.versions", 3_000);
    private static final long AGENTS = Long.getLong("stet.history.agents", 6_000);
    private static final int SHORT = 60;
    private static final int LIMIT = 10;
    /** Per row of a page: the row, its place in the index, and what an engine counts once more on its way up a plan. */
    private static final long MOST_ROWS = 6L * LIMIT;

    @ParameterizedTest
    @EnumSource(names = "H2_MEMORY", mode = EnumSource.Mode.EXCLUDE)
    void everyQueryIsARangeOfAnIndexHoweverLongTheHistory(Engine engine) throws SQLException {
        Map<String, Plan> few = plans(engine, SHORT, SHORT);
        Map<String, Plan> many = plans(engine, VERSIONS, AGENTS);
        assertAll(many.entrySet().stream().flatMap(entry -> {
            String name = engine + ": " + entry.getKey() + "\n";
            Plan plan = entry.getValue();
            long before = few.get(entry.getKey()).rows().orElse(0);
            return Stream.<Executable>of(
                    () -> assertTrue(plan.faults().isEmpty(), () -> name + plan.faults() + "\n" + plan.text()),
                    () -> assertTrue(
                            plan.rows().orElse(0) <= Math.max(before, MOST_ROWS),
                            () -> name + before + " rows before, now " + plan.rows() + "\n" + plan.text()));
        }));
    }

    private static Map<String, Plan> plans(Engine engine, long versions, long agents) throws SQLException {
        try (Database database = engine.fresh()) {
            JdbcStorage storage = JdbcStorage.on(database.dataSource())
                    .durability(Durability.AS_CONFIGURED)
                    .open();
            LongHistory history = new LongHistory(database, storage);
            history.growTo(versions, agents);
            itGoesOn(storage, history.draft().id(), versions);
            Map<String, Plan> plans = new LinkedHashMap<>();
            try (Connection connection = database.dataSource().getConnection()) {
                Tables tables = Tables.on(connection, storage.schema());
                for (Map.Entry<String, Sql> query :
                        queries(storage, tables, history.draft(), versions).entrySet()) {
                    plans.put(query.getKey(), Plan.of(storage.schema().dialect(), connection, query.getValue()));
                }
            }
            return plans;
        }
    }

    /** The copied history is one that Stet can go on from. */
    private static void itGoesOn(JdbcStorage storage, DraftId draft, long versions) {
        Workspace workspace = LongHistory.workspace(storage);
        Edit edit = Edit.section("prompt", JsonValue.of("Greet " + versions));
        Draft saved = workspace
                .drafts(LongHistory.DESK.agent())
                .save(new DraftRef(draft, versions), edit)
                .draft();
        workspace.drafts(LongHistory.DESK.agent()).publish(Publish.draft(saved.ref()));
        assertEquals(
                versions + 1,
                workspace.resolve(LongHistory.DESK.agent(), "live").version().orElseThrow());
    }

    private static Map<String, Sql> queries(JdbcStorage storage, Tables tables, Draft draft, long versions) {
        Reads reads = new Reads(tables);
        Map<String, Sql> queries = new TreeMap<>();
        AgentPosition agent =
                AgentPosition.of(storage.findAgent(LongHistory.DESK).orElseThrow());
        for (AgentOrder order : AgentOrder.values()) {
            queries.put("agents " + order, reads.agents(agents(order, Optional.empty())));
            AgentPosition inTheMiddle = order == AgentOrder.BY_NAME
                    ? new AgentPosition(agent.createdAt(), "desk", agent.id())
                    : new AgentPosition(agent.createdAt().plusNanos(versions * 500), agent.sortName(), agent.id());
            queries.put("agents " + order + " after", reads.agents(agents(order, Optional.of(inTheMiddle))));
        }
        Standings standings = new Standings(tables);
        StandingQuery alone = StandingQuery.of(LongHistory.DESK);
        queries.put("agent", standings.sql(alone));
        queries.put("agent and draft", standings.sql(alone.with(draft.id())));
        queries.put("agent and latest version", standings.sql(alone.withLatest()));
        queries.put("agent and serving", standings.sql(alone.with("live")));
        queries.put(
                "agent and all",
                standings.sql(alone.with(draft.id()).withLatest().with("live")));
        queries.put("environments", reads.environments(LongHistory.DESK));
        queries.put("pages", reads.pageRevisions(LongHistory.DESK, "live", Long.MAX_VALUE, LIMIT));
        queries.put("pages before", reads.pageRevisions(LongHistory.DESK, "live", versions / 2, LIMIT));
        queries.put(
                "content that is missing", reads.contentChain(LongHistory.DESK, ContentHash.of(new byte[32]), LIMIT));
        queries.put("contents", reads.contents(LongHistory.DESK, Optional.empty(), LIMIT));
        queries.put(
                "contents after", reads.contents(LongHistory.DESK, Optional.of(LongHistory.hash(versions / 2)), LIMIT));
        queries.put("content alone", reads.contentChain(LongHistory.DESK, LongHistory.hash(versions), 1));
        queries.put("content", reads.contentChain(LongHistory.DESK, LongHistory.hash(versions), LIMIT));
        drafts(queries, reads, draft, versions);
        versions(queries, reads, versions);
        deployments(queries, reads, versions);
        audit(queries, reads, draft.createdAt(), versions);
        return queries;
    }

    private static AgentQuery agents(AgentOrder order, Optional<AgentPosition> after) {
        return new AgentQuery(LongHistory.DESK.workspace(), AgentFilter.all(), order, after, 0, LIMIT);
    }

    private static void drafts(Map<String, Sql> queries, Reads reads, Draft draft, long versions) {
        Optional<DraftQuery.Position> after =
                Optional.of(new DraftQuery.Position(draft.createdAt().plusNanos(versions * 500), draft.id()));
        Optional<DraftStatus> open = Optional.of(DraftStatus.OPEN);
        queries.put("draft", reads.draft(LongHistory.DESK, draft.id()));
        queries.put(
                "drafts", reads.drafts(LongHistory.DESK, new DraftQuery(Optional.empty(), Optional.empty(), LIMIT)));
        queries.put("drafts after", reads.drafts(LongHistory.DESK, new DraftQuery(Optional.empty(), after, LIMIT)));
        queries.put("drafts open", reads.drafts(LongHistory.DESK, new DraftQuery(open, Optional.empty(), LIMIT)));
        queries.put("drafts open after", reads.drafts(LongHistory.DESK, new DraftQuery(open, after, LIMIT)));
        queries.put("revisions", reads.revisions(LongHistory.DESK, draft.id(), Long.MAX_VALUE, LIMIT));
        queries.put("revisions before", reads.revisions(LongHistory.DESK, draft.id(), versions / 2, LIMIT));
    }

    private static void versions(Map<String, Sql> queries, Reads reads, long versions) {
        queries.put("version", reads.version(LongHistory.DESK, versions / 2));
        queries.put("version by id", reads.version(LongHistory.DESK, VersionId.of("v7")));
        VersionFilter all = VersionFilter.all();
        queries.put("versions", reads.versions(LongHistory.DESK, new VersionQuery(all, Long.MAX_VALUE, 0, LIMIT)));
        queries.put("versions before", reads.versions(LongHistory.DESK, new VersionQuery(all, versions / 2, 0, LIMIT)));
    }

    private static void deployments(Map<String, Sql> queries, Reads reads, long versions) {
        queries.put("deployment", reads.deployments(LongHistory.DESK, DeploymentQuery.number(versions / 2)));
        queries.put(
                "deployments", reads.deployments(LongHistory.DESK, DeploymentQuery.in("live", Long.MAX_VALUE, LIMIT)));
        queries.put(
                "deployments before",
                reads.deployments(LongHistory.DESK, DeploymentQuery.in("live", versions / 2, LIMIT)));
        queries.put(
                "deployments before the first",
                reads.deployments(LongHistory.DESK, DeploymentQuery.in("live", 1, LIMIT)));
        queries.put(
                "deployments near the end",
                reads.deployments(LongHistory.DESK, DeploymentQuery.in("live", LIMIT, LIMIT)));
        queries.put("deployments of all", reads.deployments(LongHistory.DESK, all(Long.MAX_VALUE)));
        queries.put("deployments of all before", reads.deployments(LongHistory.DESK, all(versions / 2)));
        queries.put(
                "deployment of a version",
                reads.deployments(LongHistory.DESK, DeploymentQuery.lastOf(versions / 2, "live")));
        queries.put(
                "deployment at an instant",
                reads.deployments(LongHistory.DESK, DeploymentQuery.activeAt(Instant.now(), "live")));
    }

    private static DeploymentQuery all(long before) {
        return new DeploymentQuery(Optional.empty(), OptionalLong.empty(), Optional.empty(), before, LIMIT);
    }

    private static void audit(Map<String, Sql> queries, Reads reads, Instant start, long versions) {
        Optional<AuditQuery.Position> after = Optional.of(
                new AuditQuery.Position(start.plusNanos(versions * 500), LongHistory.DESK.agent(), versions / 2));
        var workspace = LongHistory.DESK.workspace();
        var agent = Optional.of(LongHistory.DESK.agent());
        queries.put(
                "audit",
                reads.audit(new AuditQuery(workspace, Optional.empty(), Optional.empty(), Optional.empty(), LIMIT)));
        queries.put(
                "audit after",
                reads.audit(new AuditQuery(workspace, Optional.empty(), Optional.empty(), after, LIMIT)));
        queries.put(
                "audit of", reads.audit(new AuditQuery(workspace, agent, Optional.empty(), Optional.empty(), LIMIT)));
        queries.put("audit of after", reads.audit(new AuditQuery(workspace, agent, Optional.empty(), after, LIMIT)));
        queries.put("audit by request", reads.audit(AuditQuery.request(LongHistory.DESK, RequestId.of("r7"))));
    }
}
