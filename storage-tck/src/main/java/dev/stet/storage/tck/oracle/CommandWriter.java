package dev.stet.storage.tck.oracle;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.NewAgent;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.RollBack;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.PageRef;
import dev.stet.ref.VersionId;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.util.List;
import java.util.Set;

/** Writes the calls that a script calls for. */
final class CommandWriter {
    private final Scene scene;

    CommandWriter(Scene scene) {
        this.scene = scene;
    }

    Command write(Verb verb) {
        AgentKey key = scene.key();
        return switch (verb) {
            case CREATE -> create();
            case DUPLICATE -> duplicate();
            case EDIT -> edit();
            case DELETE -> new Command.Delete(key);
            case OPEN -> open();
            case SAVE -> new Command.Save(key, scene.seenDraft(), scene.edit());
            case OVERWRITE -> new Command.Overwrite(key, scene.draft(), scene.edit());
            case RESTORE -> new Command.Restore(key, scene.seenDraft(), scene.ref());
            case REBASE -> new Command.ApplyPlan(key, scene.rebase(), scene.resolutions());
            case MERGE -> new Command.ApplyPlan(key, scene.merge(), scene.resolutions());
            case RENAME -> new Command.Rename(key, scene.draft(), scene.name());
            case DISCARD -> new Command.Discard(key, scene.seenDraft());
            case PUBLISH -> publish();
            case ANNOTATE -> annotate();
            case DEPLOY -> deploy();
            case PROMOTE -> promote();
            case ROLL_BACK -> rollBack();
            case EMPTY ->
                new Command.EmptyEnvironment(key, scene.servingEnvironment(), scene.reason(), scene.replacing());
            case EDIT_PAGE -> new PageCommand.EditPage(key, scene.seenPage(), scene.pageEdit());
            case OVERWRITE_PAGE -> new PageCommand.OverwritePage(key, scene.environment(), scene.pageEdit());
            case RESTORE_PAGE -> {
                PageRef seen = scene.seenPage();
                yield new PageCommand.RestorePage(key, seen, scene.revisionOf(seen));
            }
            case COPY_PAGE -> new PageCommand.CopyPage(key, scene.seenPage(), scene.seenPage());
            case FREEZE -> new Command.FreezeEnvironment(key, scene.environment(), scene.reason());
            case UNFREEZE -> new Command.UnfreezeEnvironment(key, scene.environment(), scene.reason());
        };
    }

    private Command create() {
        NewAgent agent = NewAgent.named(scene.name())
                .content(scene.content())
                .tags(scene.oneOf(List.of(Set.of(), Set.of("blue"), Set.of("blue", "RED"))));
        return new Command.Create(scene.key(), scene.oncePer(3) ? agent.kind(Setup.OTHER_KIND) : agent);
    }

    private Command open() {
        NewDraft draft = scene.oncePer(4) ? NewDraft.blank(scene.name()) : NewDraft.from(scene.ref(), scene.name());
        return new Command.Open(
                scene.key(), scene.oneOf(3) == 0 ? draft.id(DraftId.of("draft-" + scene.oneOf(3))) : draft);
    }

    private Command publish() {
        Publish publish = Publish.draft(scene.seenDraft()).label(scene.label());
        int latest = scene.state().versions().size();
        if (scene.oneOf(3) == 1 && (latest > 0 || scene.oncePer(10))) {
            publish = publish.superseding(Math.max(1, scene.seen(latest)));
        } else if (scene.oncePer(3)) {
            publish = publish.rebasingIfClean();
        }
        if (scene.oncePer(4)) {
            publish = publish.id(VersionId.of(scene.oneOf(List.of("v-1", "v-2", "draft-0"))));
        }
        return new Command.PublishDraft(
                scene.key(),
                switch (scene.oneOf(4)) {
                    case 1 -> publish.deployTo(scene.environment(), scene.replacing());
                    case 2 -> publish.withoutDeploying();
                    default -> publish;
                });
    }

    private Command annotate() {
        long number = scene.version();
        long revision = scene.state()
                .version(number)
                .map(Version::annotation)
                .map(annotation -> annotation.revision())
                .orElse(1L);
        Annotate annotate = switch (scene.oneOf(6)) {
            case 0, 4, 5 -> Annotate.nothing().archived(scene.oneOf(3) != 2);
            case 1 -> Annotate.nothing().label(scene.label());
            case 2 -> Annotate.nothing().pinned(scene.oneOf(2) == 0);
            default -> Annotate.nothing().description("told").pinned(true);
        };
        return new Command.AnnotateVersion(scene.key(), number, scene.seen(revision), annotate);
    }

    private Command deploy() {
        return new Command.DeployVersion(
                scene.key(),
                Deploy.version(scene.version(), scene.environment())
                        .because(scene.reason())
                        .replacing(scene.replacing()));
    }

    private Command promote() {
        Promote promote = scene.oneOf(3) == 0
                ? Promote.deployment(scene.deployment())
                : Promote.whateverIsActiveIn(scene.servingEnvironment());
        promote = promote.replacing(scene.replacing()).because(scene.reason());
        promote = scene.oncePer(3) ? promote.evenIfReplacedMeanwhile() : promote;
        return new Command.PromoteVersion(scene.key(), scene.oncePer(3) ? promote.to(scene.environment()) : promote);
    }

    private Command rollBack() {
        RollBack rollBack = RollBack.of(scene.servingEnvironment())
                .replacing(scene.replacing())
                .because(scene.reason());
        return new Command.RollEnvironmentBack(
                scene.key(),
                switch (scene.oneOf(4)) {
                    case 1 -> rollBack.toDeployment(scene.deployment());
                    case 2 -> rollBack.toVersion(scene.version());
                    default -> rollBack;
                });
    }

    private Command edit() {
        AgentEdit edit = switch (scene.oneOf(7)) {
            case 1 ->
                AgentEdit.nothing()
                        .status(scene.oneOf(List.of(AgentStatus.ACTIVE, AgentStatus.INACTIVE, AgentStatus.ARCHIVED)));
            case 2 -> AgentEdit.nothing().name(scene.name());
            case 3 -> AgentEdit.nothing().kind(scene.oneOf(List.of("", Setup.OTHER_KIND)));
            case 4 -> AgentEdit.nothing().tags(scene.oneOf(List.of(Set.of("blue"), Set.of())));
            case 5 -> AgentEdit.nothing().description(scene.oneOf(List.of("told", "", Setup.TOO_LONG)));
            default -> AgentEdit.nothing().status(AgentStatus.ACTIVE).name(scene.name());
        };
        long revision = scene.state().agent().map(Agent::revision).orElse(1L);
        return new Command.EditAgent(scene.key(), scene.seen(revision), edit);
    }

    /** Where the agent is there already, mostly into a fresh one. */
    private Command duplicate() {
        AgentKey source = scene.oneOf(Script.KEYS);
        boolean fresh = scene.state().everWas() && !scene.oncePer(4);
        AgentKey copy = AgentKey.of("w", "copy-" + scene.oneOf(4));
        return new Command.Duplicate(
                fresh ? copy : scene.key(), source, scene.refOf(scene.state(source)), scene.name());
    }
}
