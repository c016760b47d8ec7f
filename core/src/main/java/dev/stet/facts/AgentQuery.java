package dev.stet.facts;

import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.ref.WorkspaceId;
import java.util.Optional;

/**
 * Which agents to list.
 *
 * @param workspace of which workspace
 * @param filter which of them
 * @param order in which order
 * @param after only those that come after this position
 * @param offset how many of those to pass over
 * @param limit how many to return at most
 */
public record AgentQuery(
        WorkspaceId workspace,
        AgentFilter filter,
        AgentOrder order,
        Optional<AgentPosition> after,
        long offset,
        int limit) {}
