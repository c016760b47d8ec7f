package dev.stet.benchmarks;

import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.Pipeline;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One agent on a memory store, with one draft that stays open. Store and agent are renewed after every thousand saves,
 * for the memory store keeps everything; that costs about one change in a thousand.
 */
@State(Scope.Thread)
public class Registry {
    static final WorkspaceId WORKSPACE = WorkspaceId.of("bench");
    static final AgentId AGENT = AgentId.of("front-desk");

    private static final String ENVIRONMENT = "live";
    private static final long SAVES_PER_AGENT = 1_000;

    private final Document document = new Document();
    private Workspace workspace = onNewStore();
    private Draft draft = published();

    SaveOutcome save() {
        if (draft.revision() > SAVES_PER_AGENT) {
            workspace = onNewStore();
            draft = published();
        }
        Edit edit = Edit.section(Document.SECTION, document.nextSection());
        SaveOutcome saved = workspace.drafts(AGENT).save(draft.ref(), edit);
        draft = saved.draft();
        return saved;
    }

    /** Publishes what was saved, and deploys it in the same step. */
    PublishOutcome publish() {
        PublishOutcome outcome = workspace.drafts(AGENT).publish(Publish.draft(draft.ref()));
        draft = ((Published) outcome).draft();
        return outcome;
    }

    Resolution resolve() {
        return workspace.resolve(AGENT, ENVIRONMENT);
    }

    /** Puts variables and a schema beside what is served. */
    void putPage() {
        Content schema = Content.parse("""
                {"type": "object", "required": ["closes"], "properties": {
                  "closes": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}}}""");
        Content variables = Content.parse("{\"closes\": \"18:00\", \"takesNewPatients\": true}");
        workspace
                .pages(AGENT)
                .edit(new PageRef(ENVIRONMENT, 0), PageEdit.variables(variables).withSchema(schema));
    }

    private static Workspace onNewStore() {
        return Stet.on(new MemoryStorage())
                .pipeline(Pipeline.of(ENVIRONMENT).publishTo(ENVIRONMENT))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WORKSPACE, Actor.of("ana"));
    }

    private Draft published() {
        NewAgent agent = NewAgent.named("Front desk").id(AGENT).content(document.content);
        Draft first = workspace.agents().create(agent).draft();
        Published published = (Published) workspace.drafts(AGENT).publish(Publish.draft(first.ref()));
        return published.draft();
    }
}
