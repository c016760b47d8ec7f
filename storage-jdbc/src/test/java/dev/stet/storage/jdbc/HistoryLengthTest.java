package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
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
            Map<String, Sql> queries = new EveryQuery(storage, Stet.catalogue(), LongHistory.DESK, LIMIT).all();
            try (Connection connection = database.dataSource().getConnection()) {
                for (Map.Entry<String, Sql> query : queries.entrySet()) {
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
}
