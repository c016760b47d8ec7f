package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.Created;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.AgentPosition;
import dev.stet.facts.AgentQuery;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.rules.CreateAgent;
import dev.stet.rules.DeleteAgent;
import dev.stet.rules.DuplicateAgent;
import dev.stet.rules.EditAgent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agents of one workspace. Thread-safe. */
public final class Agents {
    private static final String CURSOR = "agents";

    private final Registry registry;
    private final Scope scope;

    Agents(Registry registry, Scope scope) {
        this.registry = registry;
        this.scope = scope;
    }

    /**
     * Creates an agent together with its first draft.
     *
     * <p>Under a request id, an agent without an id of the host's gets one that is derived from the request id, so that
     * a retry finds it; such an id does not sort by time.
     *
     * @throws AgentIdTakenException when the id is, or once was, that of an agent of this workspace
     * @throws InvalidInputException when a text breaks its limit
     * @throws dev.stet.content.InvalidContentException when the content breaks the host's limits
     */
    public Created create(NewAgent agent) {
        Given.the("new agent", agent);
        AgentKey key = scope.key(agent.id().orElseGet(() -> newId(scope.workspace())));
        return registry.changes().make(scope, new CreateAgent(key, agent, registry.policies()));
    }

    /**
     * Creates an agent with a history of its own from one content of another. The actor must be allowed to read the one
     * and to create the other. Versions, deployments and config pages are not copied: they belong to the other's history.
     *
     * @throws dev.stet.error.NotFoundException when the agent or the content to copy is not there
     * @throws AgentIdTakenException when the id is, or once was, that of an agent of the target workspace
     * @throws InvalidInputException when {@code duplication} points at a content of the caller's
     */
    public Created duplicate(Duplication duplication) {
        Given.the("duplication", duplication);
        WorkspaceId target = duplication.workspace().orElse(scope.workspace());
        AgentKey from = scope.key(duplication.source());
        AgentKey to = new AgentKey(target, duplication.id().orElseGet(() -> newId(target)));
        return registry.changes().make(scope, new DuplicateAgent(from, to, duplication, registry.policies()));
    }

    public Optional<Agent> find(AgentId id) {
        scope.permit(Action.READ, id);
        return registry.facts().findAgent(scope.key(id));
    }

    /**
     * The agent with this id.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     */
    public Agent get(AgentId id) {
        scope.permit(Action.READ, id);
        return registry.rows().agent(scope.key(id));
    }

    /** The agents that pass a filter, in an order. */
    public Listing<Agent> list(AgentFilter filter, AgentOrder order, Range range) {
        String list = list(filter, order);
        Optional<AgentPosition> after = Given.the("range", range).after().map(cursor -> position(list, cursor));
        permitListing();
        List<Agent> found = registry.facts()
                .listAgents(new AgentQuery(scope.workspace(), filter, order, after, 0, range.limit() + 1));
        return range.listing(found, agent -> cursor(list, agent));
    }

    /**
     * The same by offset, for hosts whose own API counts pages. Unlike {@link #list}, it may repeat or pass over an
     * agent when others come or go between two calls, and costs in proportion to the offset.
     */
    public List<Agent> listFrom(long offset, AgentFilter filter, AgentOrder order, int limit) {
        Given.the("filter", filter);
        Given.the("order", order);
        Range.requireLimit(limit);
        Range.requireOffset(offset);
        permitListing();
        return registry.facts()
                .listAgents(new AgentQuery(scope.workspace(), filter, order, Optional.empty(), offset, limit));
    }

    /** How many agents pass a filter. Takes time in proportion to their number: ask only where a total is shown. */
    public long count(AgentFilter filter) {
        Given.the("filter", filter);
        permitListing();
        return registry.facts().countAgents(scope.workspace(), filter);
    }

    /**
     * Edits what an agent is called, how it is treated, and its status. An edit that changes nothing makes no revision.
     *
     * @param expectedRevision the revision of the agent as the caller saw it
     * @return the agent as it is now
     * @throws dev.stet.agent.StaleAgentException when it was edited since
     * @throws dev.stet.agent.AgentUnavailableException when it is archived and the edit leaves it so
     * @throws dev.stet.page.UnmetNeedsException when a version that it serves needs more of its config page in the other kind
     *     than that offers
     */
    public Agent edit(AgentId id, long expectedRevision, AgentEdit edit) {
        Given.the("agent edit", edit);
        return registry.changes()
                .make(scope, new EditAgent(scope.key(id), expectedRevision, edit, registry.policies()));
    }

    /**
     * Deletes an agent and everything it owns but its audit trail. Its id is never given again.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     */
    public void delete(AgentId id) {
        registry.changes().make(scope, new DeleteAgent(scope.key(id)));
    }

    private AgentId newId(WorkspaceId workspace) {
        return AgentId.of(scope.request()
                .map(request -> derivedId(workspace, request))
                .orElseGet(() -> registry.changes().newId()));
    }

    private static String derivedId(WorkspaceId workspace, RequestId request) {
        byte[] name = ("stet agent\n" + workspace + "\n" + request).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private void permitListing() {
        scope.permit(Action.READ, Optional.empty(), Optional.empty());
    }

    private String list(AgentFilter filter, AgentOrder order) {
        return Cursor.list(CURSOR, scope.workspace(), Given.the("filter", filter), Given.the("order", order));
    }

    private static Cursor cursor(String list, Agent agent) {
        return Cursor.of(list, agent.createdAt(), agent.id(), agent.sortName());
    }

    private static AgentPosition position(String list, Cursor cursor) {
        List<String> parts = cursor.parts(list, 3);
        return new AgentPosition(
                cursor.instant(parts.get(0)),
                cursor.read(parts.get(2), text -> Given.text("agent name", text)),
                cursor.read(parts.get(1), AgentId::of));
    }
}
