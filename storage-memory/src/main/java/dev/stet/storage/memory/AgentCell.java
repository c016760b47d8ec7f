package dev.stet.storage.memory;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;

/**
 * Where an agent's state is kept. {@link #state} is the one reference that readers follow and the only thing a changeset
 * overwrites: whatever else points at this cell is a hint, to be checked against the state.
 */
final class AgentCell {
    private final Workspace workspace;
    private volatile AgentState state = AgentState.NEVER;

    AgentCell(Workspace workspace) {
        this.workspace = workspace;
    }

    AgentState state() {
        return state;
    }

    synchronized ApplyResult apply(Changeset change) {
        AgentState before = state;
        if (before.head() != change.expectedHead()) {
            return new ApplyResult.Stale(before.head());
        }
        AgentState after = before.after(change);
        workspace.enter(this, change.audit(), before.position(), after.position());
        state = after;
        workspace.leave(before.position(), after.position());
        return new ApplyResult.Applied(before.contentsAmong(change));
    }
}
