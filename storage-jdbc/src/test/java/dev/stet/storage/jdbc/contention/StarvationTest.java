package dev.stet.storage.jdbc.contention;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A change that takes long to decide comes to its end beside another store that changes the agent without a pause: retention reads
 * a statement for every draft, in the while of which the other one saves several times. At each isolation level that pools
 * are set to.
 */
class StarvationTest {
    private static final WorkspaceId WORKSPACE = WorkspaceId.of("w");
    private static final AgentId DESK = AgentId.of("desk");
    private static final DraftId DRAFT = DraftId.of("d");
    private static final int DRAFTS = 30;
    private static final int ROUNDS = 5;

    @ParameterizedTest
    @CsvSource({
        "H2_MEMORY, READ_COMMITTED",
        "H2_MEMORY, REPEATABLE_READ",
        "H2_MEMORY, SERIALIZABLE",
        "SQLITE, SERIALIZABLE",
        "POSTGRESQL, READ_COMMITTED",
        "POSTGRESQL, REPEATABLE_READ",
        "POSTGRESQL, SERIALIZABLE",
        "MARIADB, READ_COMMITTED",
        "MARIADB, REPEATABLE_READ",
        "MARIADB, SERIALIZABLE"
    })
    void retentionComesToItsEnd(Engine engine, String isolation) throws Exception {
        try (Database database = engine.fresh();
                HikariDataSource here = pool(database, isolation);
                HikariDataSource there = pool(database, isolation)) {
            Workspace ours = workspace(store(here));
            Workspace theirs = workspace(store(there));
            ours.agents().create(NewAgent.named("Desk").id(DESK));
            IntStream.range(0, DRAFTS).forEach(i -> ours.drafts(DESK).open(draft("d" + i)));
            ours.drafts(DESK).open(draft(DRAFT.value()));
            besideSaves(theirs, () -> IntStream.range(0, ROUNDS).forEach(i -> retained(ours)));
        }
    }

    private static HikariDataSource pool(Database database, String isolation) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setTransactionIsolation("TRANSACTION_" + isolation);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static JdbcStorage store(HikariDataSource pool) {
        return JdbcStorage.on(pool).durability(Durability.AS_CONFIGURED).open();
    }

    private static Workspace workspace(Storage storage) {
        return Stet.on(storage).patience(Duration.ofSeconds(30)).build().workspace(WORKSPACE, Actor.of("ada"));
    }

    private static NewDraft draft(String id) {
        return NewDraft.from(Ref.content(Content.empty()), id).id(DraftId.of(id));
    }

    private static void retained(Workspace workspace) {
        workspace.retention(DESK).apply(RetentionPolicy.keepingAll().draftRevisions(Keep.newest(1)));
    }

    /** Does something while another store saves, from before the beginning until after the end. */
    private static void besideSaves(Workspace theirs, Runnable work) throws InterruptedException, ExecutionException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> saves = thread.submit(() -> saves(theirs, done));
            work.run();
            done.set(true);
            assertTrue(saves.get() > 0, "nobody saved meanwhile");
        } finally {
            done.set(true);
            thread.shutdown();
        }
    }

    private static int saves(Workspace workspace, AtomicBoolean done) {
        int made = 0;
        while (!done.get()) {
            workspace
                    .drafts(DESK)
                    .saveOverwritingWhatOthersSaved(DRAFT, Edit.section("goal", JsonValue.of("save " + made)));
            made++;
        }
        return made;
    }
}
