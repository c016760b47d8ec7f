package dev.stet.storage.tck;

import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.RollBack;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.PageCommand;
import dev.stet.storage.tck.stage.History;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.util.List;
import java.util.Random;

/** Somebody who works on shared agents: looks at what is there, then changes what others may have changed by then. */
final class Improviser {
    private final History history;
    private final Actor actor;
    private final List<AgentKey> agents;
    private final DraftId draft;
    private final Random random;
    private int made;

    /** @param draft a draft that each of the agents has */
    Improviser(History history, Actor actor, List<AgentKey> agents, DraftId draft, long seed) {
        this.history = history;
        this.actor = actor;
        this.agents = agents;
        this.draft = draft;
        this.random = new Random(seed);
    }

    /** Makes a number of calls. */
    Integer play(int calls) {
        for (int i = 0; i < calls; i++) {
            AgentKey key = agents.get(random.nextInt(agents.size()));
            history.make(actor, next(key));
        }
        return made;
    }

    private Command next(AgentKey key) {
        Workspace workspace = history.workspaceOf(key);
        Agent agent = workspace.agents().get(key.agent());
        Draft seen = workspace.drafts(key.agent()).get(draft);
        long latest = agent.head().latestVersion();
        int chance = random.nextInt(latest == 0 ? 10 : 18);
        String mark = actor.id() + "-" + ++made;
        return switch (chance) {
            case 0, 1, 2, 3 -> new Command.Save(key, seen.ref(), edit(mark));
            case 4 -> new Command.Overwrite(key, draft, edit(mark));
            case 5 ->
                new Command.EditAgent(key, agent.revision(), AgentEdit.nothing().name("by " + actor.id()));
            case 6 ->
                new PageCommand.EditPage(
                        key, workspace.pages(key.agent()).get("sandbox").ref(), page(mark));
            case 7 -> new PageCommand.OverwritePage(key, "sandbox", page(mark));
            case 8, 9, 10, 11 -> new Command.PublishDraft(key, publish(seen, latest));
            case 12 -> new Command.DeployVersion(key, Deploy.version(latest, "sandbox"));
            case 13 -> new Command.PromoteVersion(key, Promote.whateverIsActiveIn("sandbox"));
            case 14 -> new Command.RollEnvironmentBack(key, RollBack.of("sandbox"));
            case 15 -> annotate(key, workspace.versions(key.agent()).get(latest), mark);
            case 16 -> new Command.Open(key, NewDraft.from(Ref.version(latest), mark));
            default -> new Command.Restore(key, seen.ref(), Ref.version(latest));
        };
    }

    private Edit edit(String mark) {
        return Edit.section("section-" + random.nextInt(3), JsonValue.of(mark));
    }

    private PageEdit page(String mark) {
        return PageEdit.shallowMerge(JsonObject.of("variable-" + random.nextInt(3), JsonValue.of(mark)));
    }

    private Publish publish(Draft seen, long latest) {
        Publish publish = Publish.draft(seen.ref());
        Publish sure = latest > 0 && random.nextBoolean() ? publish.superseding(latest) : publish;
        return random.nextBoolean() ? sure.deployTo("sandbox") : sure;
    }

    private static Command annotate(AgentKey key, Version version, String mark) {
        return new Command.AnnotateVersion(
                key,
                version.number(),
                version.annotation().revision(),
                Annotate.nothing().label(mark));
    }
}
