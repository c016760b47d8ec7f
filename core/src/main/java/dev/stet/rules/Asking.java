package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.ref.AgentKey;

/** The host's access policy, asked about one caller. What it does not allow is refused with {@link dev.stet.access.AccessDeniedException}. */
public interface Asking {
    /** Who calls. */
    Actor actor();

    /** Goes on if the caller may do this to an agent. */
    void permit(Action action, AgentKey agent);

    /** Goes on if the caller may do this to an environment of an agent. */
    void permit(Action action, AgentKey agent, String environment);
}
