package dev.stet.registry;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.Drafts;
import dev.stet.Environments;
import dev.stet.Stet;
import dev.stet.Versions;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.DeployOutcome.Deployed;
import dev.stet.environment.Deployment;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Where the tests of rules begin: two people, an agent of theirs, a clock that steps, and a memory store, new for each test. */
public abstract class FrontDesk {
    protected static final WorkspaceId ACME = WorkspaceId.of("acme");
    protected static final AgentId DESK = AgentId.of("front-desk");
    protected static final Content GREETING = Content.parse(
            "{\"prompt\":{\"greeting\":\"Hello.\"},\"tools\":[{\"id\":\"find_slots\"}],\"model\":{\"temperature\":0.20}}");

    protected static final Pipeline PIPELINE = Pipeline.of("sandbox", "pre-release", "live");

    private final Storage store = new MemoryStorage();
    private final AtomicLong seconds = new AtomicLong();

    /** The store of this test. */
    protected final Storage store() {
        return store;
    }

    /** The declaration that most tests go by, to be changed where one needs another. */
    protected Stet.Builder declared() {
        return Stet.on(store)
                .pipeline(PIPELINE)
                .clock(() -> Instant.ofEpochSecond(1_700_000_000L + seconds.incrementAndGet()));
    }

    protected Workspace ana(Stet stet) {
        return stet.workspace(ACME, Actor.of("ana", "Ana"));
    }

    protected Workspace ben(Stet stet) {
        return stet.workspace(ACME, Actor.of("ben", "Ben"));
    }

    /** The registry as it is used by Ana. */
    protected Workspace ana() {
        return ana(declared().build());
    }

    protected Drafts drafts() {
        return ana().drafts(DESK);
    }

    protected Versions versions() {
        return ana().versions(DESK);
    }

    protected Environments environments() {
        return ana().environments(DESK);
    }

    /** The agent with its first draft. */
    protected Draft created() {
        return ana().agents()
                .create(NewAgent.named("Front desk").id(DESK).content(GREETING))
                .draft();
    }

    /** The agent with its first version. */
    protected Version published() {
        return version(drafts().publish(Publish.draft(created().ref())));
    }

    /** The agent's next version, which says something else, from a draft built on the latest. */
    protected Version publishedNext(String greeting) {
        long latest = ana().agents().get(DESK).head().latestVersion();
        Draft draft = drafts().open(NewDraft.from(Ref.version(latest), "Draft " + greeting));
        return version(drafts().publish(Publish.draft(saved(draft, greeting).ref())));
    }

    protected Draft saved(Draft draft, String greeting) {
        Edit edit = Edit.section("prompt", JsonValue.of(greeting));
        return drafts().save(draft.ref(), edit).draft();
    }

    protected static Version version(PublishOutcome outcome) {
        return assertInstanceOf(Published.class, outcome).version();
    }

    protected static Deployment deployed(DeployOutcome outcome) {
        return assertInstanceOf(Deployed.class, outcome).deployment();
    }
}
