package dev.stet.storage.jdbc.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ref.RequestId;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.witness.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An examination finds what is wrong with a store, and nothing where nothing is. */
class ExaminationTest {
    private static final int TURNS = 40;
    private static final int LONGEST_TEXT = 300;

    private final Database database = Engine.H2_MEMORY.fresh();
    private final JdbcStorage storage = JdbcStorage.on(database.dataSource()).open();
    private final Testimony testimony = new Testimony();

    @BeforeEach
    void play() {
        Orders orders = new Orders(
                database.url(),
                "",
                "",
                Durability.FULL,
                "p",
                1,
                TURNS,
                "agent-",
                1,
                true,
                LONGEST_TEXT,
                Manner.OWNING,
                1);
        Preparation.make(orders, storage, testimony);
        new Player(orders, "p.t", Program.stet(storage).build(), testimony::hear, new AtomicBoolean()).play();
        assertEquals(List.of(), testimony.faults());
        assertEquals(List.of(), testimony.failures());
    }

    @AfterEach
    void free() {
        database.close();
    }

    private List<Finding> findings() {
        return new Examination(storage, testimony).of(testimony.agents());
    }

    private void mustFind(Kind kind) {
        List<Finding> found = findings();
        assertTrue(
                found.stream().anyMatch(finding -> finding.kind() == kind),
                () -> "no " + kind + " was found: " + found);
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertEquals(List.of(), findings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOST    | DELETE FROM stet_version WHERE number = (SELECT MAX(number) FROM stet_version)",
                "TORN    | DELETE FROM stet_version WHERE number = 1",
                "LOST    | DELETE FROM stet_deployment WHERE number = (SELECT MAX(number) FROM stet_deployment)",
                "TORN    | UPDATE stet_deployment SET version = 1 WHERE version > 1",
                "CHANGED | UPDATE stet_deployment SET reason = 'another' WHERE number = 1",
                "LOST    | DELETE FROM stet_audit WHERE number = (SELECT MAX(number) FROM stet_audit)",
                "TORN    | DELETE FROM stet_audit WHERE number = 2",
                "CHANGED | UPDATE stet_audit SET actor = 'another' WHERE number = 2",
                "INVENTED| UPDATE stet_audit SET request = 'another' WHERE agent = 'agent-0' AND number = 2",
                "LOST    | DELETE FROM stet_draft_revision WHERE number = 2",
                "TORN    | DELETE FROM stet_content",
                "TORN    | UPDATE stet_content SET bytes = X'7b7d'",
                "CHANGED | UPDATE stet_version SET label = 'another' WHERE number = 1",
                "CHANGED | UPDATE stet_version SET published_by = 'another' WHERE number = 1",
                "TORN    | UPDATE stet_environment SET deployment = deployment - 1 WHERE name = 'live'",
                "TORN    | UPDATE stet_draft SET revision = revision + 1 WHERE draft = 'shared'",
                "TORN    | UPDATE stet_agent SET head_revision = head_revision + 1",
                "TORN    | UPDATE stet_agent SET latest_version = latest_version + 1",
                "TORN    | UPDATE stet_agent SET open_drafts = 0",
            })
    void everyKindOfDamageIsFound(Kind kind, String damage) throws SQLException {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(damage) > 0, "the damage must be done");
        }
        mustFind(kind);
    }

    @Test
    void aRefusedCallThatIsOnRecordIsFound() {
        Call made = testimony
                .callsOf(testimony.agents().iterator().next())
                .values()
                .iterator()
                .next();
        testimony.hear(Saying.REFUSED.followedBy(List.of(made.request().value(), "as a test")));
        mustFind(Kind.INVENTED);
    }

    @Test
    void aRevisionToldToTwoIsFound() {
        Call.Saving made = testimony.agents().stream()
                .flatMap(agent -> testimony.callsOf(agent).values().stream())
                .filter(Call.Saving.class::isInstance)
                .map(Call.Saving.class::cast)
                .filter(call -> testimony.fateOf(call) instanceof Fate.Acknowledged)
                .findFirst()
                .orElseThrow();
        Call.Saving same = new Call.Saving(RequestId.of("p.another.1"), made.agent(), made.expected(), made.size());
        Fate.Acknowledged fate = (Fate.Acknowledged) testimony.fateOf(made);
        testimony.hear(Saying.CALL.followedBy(same.words()));
        testimony.hear(Player.told(same, fate.facts()));
        mustFind(Kind.REPEATED);
    }
}
