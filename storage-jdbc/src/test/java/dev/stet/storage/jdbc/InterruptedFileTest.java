package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Edit;
import dev.stet.environment.Pipeline;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The interrupt of a thread at any moment of its calls takes nothing from others, and no file of H2's away. */
class InterruptedFileTest {
    private static final int THREADS = 3;
    private static final int INTERRUPTS = 300;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    enum Mode {
        OWNING,
        JOINING
    }

    @ParameterizedTest
    @EnumSource
    void interruptsCloseNothingAndLoseNothing(Mode mode) throws InterruptedException {
        try (Database database = Engine.H2_FILE.fresh()) {
            JdbcStorage opened = JdbcStorage.on(database.dataSource()).open();
            Storage storage = mode == Mode.JOINING ? HostTransactions.around(opened, database.dataSource()) : opened;
            Workspace acme = acme(storage);
            List<Editor> editors = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                editors.add(new Editor(acme, acme.agents().create(NewAgent.named("Agent " + i))));
            }
            editors.forEach(Thread::start);
            Random random = new Random(INTERRUPTS);
            for (int i = 0; i < INTERRUPTS; i++) {
                LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
                editors.get(random.nextInt(THREADS)).interrupt();
            }
            for (Editor editor : editors) {
                editor.over = true;
                editor.join();
            }
            editors.forEach(Editor::work);
            database.reopen();
            Workspace after = acme(JdbcStorage.on(database.dataSource()).open());
            editors.forEach(editor -> editor.mustBeThere(after));
        }
    }

    private static Workspace acme(Storage storage) {
        return Stet.on(storage)
                .pipeline(Pipeline.of("live"))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    }

    /** Saves, publishes and resolves, and goes on whatever becomes of one call. */
    private static final class Editor extends Thread {
        private final Workspace acme;
        private final AgentId agent;
        private DraftRef draft;
        private long published;
        private int texts;
        private int failures;
        private boolean ranToItsEnd;
        private volatile boolean over;

        Editor(Workspace acme, Created created) {
            super("editor of " + created.agent().id());
            this.acme = acme;
            this.agent = created.agent().id();
            this.draft = created.draft().ref();
        }

        @Override
        public void run() {
            while (!over) {
                try {
                    work();
                } catch (StetException ended) {
                    // By an interrupt, as the end of this test shows.
                    failures++;
                }
                interrupted();
            }
            ranToItsEnd = true;
        }

        void work() {
            DraftRef latest = acme.drafts(agent).get(draft.id()).ref();
            texts++;
            draft = acme.drafts(agent)
                    .save(latest, Edit.section("said", JsonValue.of("text " + texts)))
                    .draft()
                    .ref();
            Publish publish = Publish.draft(draft).deployTo("live");
            long before = acme.agents().get(agent).head().latestVersion();
            published = acme.drafts(agent)
                    .publish(before == 0 ? publish : publish.superseding(before))
                    .version()
                    .number();
            assertEquals(published, acme.resolve(agent, "live").version().orElseThrow());
        }

        void mustBeThere(Workspace after) {
            assertTrue(ranToItsEnd, () -> agent + " ended by what is none of Stet's exceptions, after " + failures);
            assertTrue(
                    after.agents().get(agent).head().latestVersion() >= published, () -> agent + " lost " + published);
            assertTrue(after.drafts(agent).get(draft.id()).ref().revision() >= draft.revision(), agent::value);
        }
    }
}
