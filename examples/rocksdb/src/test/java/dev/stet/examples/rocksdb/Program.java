package dev.stet.examples.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stet.Drafts;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.stage.Retained;
import dev.stet.version.Publish;
import java.nio.file.Path;

/** A process that creates an agent, changes it in several threads until it is killed, and tells of each save once it returned. */
final class Program {
    private static final int THREADS = 4;
    private static final int SAVES_A_VERSION = 5;

    private Program() {}

    static Workspace workspace(Storage store) {
        return Stet.on(store)
                .pipeline(Pipeline.of("live").publishTo("live"))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    }

    /**
     * Opens the store, creates the agent and starts the threads.
     *
     * @param arguments the directory of the store, and the id of the agent
     */
    public static void main(String[] arguments) {
        Workspace workspace = workspace(RocksStorage.open(Path.of(arguments[0])));
        AgentId agent = AgentId.of(arguments[1]);
        workspace.agents().create(NewAgent.named("Desk").id(agent));
        Drafts drafts = workspace.drafts(agent);
        for (int i = 0; i < THREADS; i++) {
            DraftId draft = DraftId.of("draft" + i);
            drafts.open(NewDraft.from(Ref.content(Content.empty()), "Draft").id(draft));
            boolean publishes = i == 0;
            new Thread(() -> work(workspace, agent, draft, publishes)).start();
        }
    }

    private static void work(Workspace workspace, AgentId agent, DraftId draft, boolean publishes) {
        for (int i = 0; ; i++) {
            RequestId request = RequestId.of(draft.value() + "-" + i);
            Edit edit = Edit.section("goal", JsonValue.of(request.value()));
            DraftRef saved = workspace
                    .request(request)
                    .drafts(agent)
                    .saveOverwritingWhatOthersSaved(draft, edit)
                    .draft()
                    .ref();
            tell(request.value() + " " + Retained.named(saved) + "\n");
            if (publishes && i % SAVES_A_VERSION == 0) {
                workspace.drafts(agent).publish(Publish.draft(saved));
            }
        }
    }

    /** In one piece; ends the process where nobody listens any more. */
    private static synchronized void tell(String line) {
        System.out.writeBytes(line.getBytes(UTF_8));
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }
}
