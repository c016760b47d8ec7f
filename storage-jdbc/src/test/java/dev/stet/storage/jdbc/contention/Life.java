package dev.stet.storage.jdbc.contention;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.NewAgent;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Storage;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;

/** The changes of an agent, every kind of them, from its creation to its deletion. Thread-safe. */
final class Life {
    private static final WorkspaceId WORKSPACE = WorkspaceId.of("w");
    private static final String FIRST = "sandbox";

    private final Stet stet;
    private final Workspace workspace;

    private Life(Stet stet) {
        this.stet = stet;
        this.workspace = stet.workspace(WORKSPACE, Actor.of("ada"));
    }

    static Life in(Storage storage) {
        return new Life(Stet.on(storage).pipeline(Pipeline.of(FIRST, "live")).build());
    }

    /** The same in a transaction of the host's. */
    Life within(JoinedStorage transaction) {
        return new Life(stet.within(transaction));
    }

    void create(AgentId agent) {
        workspace.agents().create(NewAgent.named("Agent").id(agent));
    }

    /** Everything that can be done with an agent that is there. */
    void work(AgentId agent) {
        publish(agent, "one");
        publish(agent, "two");
        workspace.environments(agent).promote(Promote.whateverIsActiveIn(FIRST));
        workspace.environments(agent).rollBack(RollBack.of(FIRST));
        workspace.environments(agent).empty(FIRST, "because", Replacing.anything());
        Version latest = workspace.versions(agent).findLatest().orElseThrow();
        workspace.environments(agent).deploy(Deploy.version(latest.number(), FIRST));
        workspace.environments(agent).freeze(FIRST, "because");
        workspace.environments(agent).unfreeze(FIRST, "because");
        workspace
                .versions(agent)
                .annotate(
                        latest.number(),
                        latest.annotation().revision(),
                        Annotate.nothing().label("latest"));
        edit(agent);
    }

    private void publish(AgentId agent, String text) {
        Draft draft = workspace.drafts(agent).open(NewDraft.blank("Draft"));
        workspace.drafts(agent).save(draft.ref(), Edit.section("text", JsonValue.of(text)));
        workspace.drafts(agent).rename(draft.id(), text);
        Draft saved = workspace.drafts(agent).get(draft.id());
        long latest = workspace.agents().get(agent).head().latestVersion();
        Publish publish = Publish.draft(saved.ref()).deployTo(FIRST);
        workspace.drafts(agent).publish(latest == 0 ? publish : publish.superseding(latest));
    }

    /** The one change that has no need of anything but the agent. */
    void edit(AgentId agent) {
        long revision = workspace.agents().get(agent).revision();
        workspace.agents().edit(agent, revision, AgentEdit.nothing().name("Agent " + revision));
    }

    void delete(AgentId agent) {
        workspace.agents().delete(agent);
    }

    /** Reads of every kind. */
    Environment look(AgentId agent) {
        workspace.agents().get(agent);
        workspace.resolve(agent, FIRST);
        Version latest = workspace.versions(agent).findLatest().orElseThrow();
        workspace.contents(agent).read(Ref.version(latest.number()));
        return workspace.environments(agent).get(FIRST);
    }
}
