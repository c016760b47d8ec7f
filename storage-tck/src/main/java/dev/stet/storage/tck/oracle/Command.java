package dev.stet.storage.tck.oracle;

import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.util.function.Function;

/** One change of one agent, to be made through the public API or on the model. */
public interface Command {
    /** Whose history it changes. */
    AgentKey key();

    /** What the audit trail calls it. */
    Action action();

    /**
     * Makes it through the public API.
     *
     * @param workspaces the workspaces, as the actor sees them
     */
    default Object make(Function<WorkspaceId, Workspace> workspaces) {
        return in(workspaces.apply(key().workspace()), key().agent());
    }

    /** Makes it in the agent's workspace. */
    Object in(Workspace workspace, AgentId agent);

    /** Makes it on the model. */
    Object on(Act act);

    record Create(AgentKey key, NewAgent given) implements Command {
        @Override
        public Action action() {
            return Action.CREATE_AGENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.agents().create(given.id(agent));
        }

        @Override
        public Object on(Act act) {
            return new AgentVerbs(act).create(given);
        }
    }

    record Duplicate(AgentKey key, AgentKey source, Ref ref, String name) implements Command {
        @Override
        public Action action() {
            return Action.CREATE_AGENT;
        }

        @Override
        public Object make(Function<WorkspaceId, Workspace> workspaces) {
            return in(workspaces.apply(source.workspace()), key.agent());
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace
                    .agents()
                    .duplicate(Duplication.of(source.agent(), ref, name)
                            .into(key.workspace())
                            .id(agent));
        }

        @Override
        public Object on(Act act) {
            return new AgentVerbs(act).duplicate(source, ref, name);
        }
    }

    record EditAgent(AgentKey key, long expected, AgentEdit edit) implements Command {
        @Override
        public Action action() {
            return Action.EDIT_AGENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.agents().edit(agent, expected, edit);
        }

        @Override
        public Object on(Act act) {
            return new AgentVerbs(act).edit(expected, edit);
        }
    }

    record Delete(AgentKey key) implements Command {
        @Override
        public Action action() {
            return Action.DELETE_AGENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            workspace.agents().delete(agent);
            return agent;
        }

        @Override
        public Object on(Act act) {
            return new AgentVerbs(act).delete();
        }
    }

    record Open(AgentKey key, NewDraft given) implements Command {
        @Override
        public Action action() {
            return Action.OPEN_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).open(given);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).open(given);
        }
    }

    record Save(AgentKey key, DraftRef expected, Edit edit) implements Command {
        @Override
        public Action action() {
            return Action.SAVE_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).save(expected, edit);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).save(expected, edit);
        }
    }

    record Overwrite(AgentKey key, DraftId draft, Edit edit) implements Command {
        @Override
        public Action action() {
            return Action.SAVE_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).saveOverwritingWhatOthersSaved(draft, edit);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).overwrite(draft, edit);
        }
    }

    record Restore(AgentKey key, DraftRef expected, Ref source) implements Command {
        @Override
        public Action action() {
            return Action.RESTORE_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).restore(expected, source);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).restore(expected, source);
        }
    }

    record ApplyPlan(AgentKey key, MergePlan plan, Resolutions resolutions) implements Command {
        @Override
        public Action action() {
            return plan.source() instanceof MergePlan.Source.Latest ? Action.REBASE_DRAFT : Action.MERGE_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).apply(plan, resolutions);
        }

        @Override
        public Object on(Act act) {
            return new MergeVerbs(act).apply(plan, resolutions);
        }
    }

    record Rename(AgentKey key, DraftId draft, String name) implements Command {
        @Override
        public Action action() {
            return Action.RENAME_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).rename(draft, name);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).rename(draft, name);
        }
    }

    record Discard(AgentKey key, DraftRef expected) implements Command {
        @Override
        public Action action() {
            return Action.DISCARD_DRAFT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).discard(expected);
        }

        @Override
        public Object on(Act act) {
            return new DraftVerbs(act).discard(expected);
        }
    }

    record PublishDraft(AgentKey key, Publish given) implements Command {
        @Override
        public Action action() {
            return Action.PUBLISH;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.drafts(agent).publish(given);
        }

        @Override
        public Object on(Act act) {
            return new VersionVerbs(act).publish(given);
        }
    }

    record AnnotateVersion(AgentKey key, long version, long expected, Annotate given) implements Command {
        @Override
        public Action action() {
            return Action.ANNOTATE_VERSION;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.versions(agent).annotate(version, expected, given);
        }

        @Override
        public Object on(Act act) {
            return new VersionVerbs(act).annotate(version, expected, given);
        }
    }

    record DeployVersion(AgentKey key, Deploy given) implements Command {
        @Override
        public Action action() {
            return Action.DEPLOY;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).deploy(given);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).deploy(given);
        }
    }

    record PromoteVersion(AgentKey key, Promote given) implements Command {
        @Override
        public Action action() {
            return Action.PROMOTE;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).promote(given);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).promote(given);
        }
    }

    record RollEnvironmentBack(AgentKey key, RollBack given) implements Command {
        @Override
        public Action action() {
            return Action.ROLL_BACK;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).rollBack(given);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).rollBack(given);
        }
    }

    record EmptyEnvironment(AgentKey key, String environment, String reason, Replacing replacing) implements Command {
        @Override
        public Action action() {
            return Action.EMPTY_ENVIRONMENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).empty(environment, reason, replacing);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).empty(environment, reason, replacing);
        }
    }

    record FreezeEnvironment(AgentKey key, String environment, String reason) implements Command {
        @Override
        public Action action() {
            return Action.FREEZE_ENVIRONMENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).freeze(environment, reason);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).freeze(environment, reason);
        }
    }

    record UnfreezeEnvironment(AgentKey key, String environment, String reason) implements Command {
        @Override
        public Action action() {
            return Action.UNFREEZE_ENVIRONMENT;
        }

        @Override
        public Object in(Workspace workspace, AgentId agent) {
            return workspace.environments(agent).unfreeze(environment, reason);
        }

        @Override
        public Object on(Act act) {
            return new EnvironmentVerbs(act).unfreeze(environment, reason);
        }
    }
}
