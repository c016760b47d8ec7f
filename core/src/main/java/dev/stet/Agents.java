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
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.rules.AgentRules;
import dev.stet.rules.Call;
import dev.stet.rules.Candidate;
import dev.stet.rules.Decision;
import dev.stet.rules.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

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
        scope.permit(Action.CREATE_AGENT, key.agent());
        Asked asked = new Asked()
                .with("name", agent.name())
                .option("description", agent.description())
                .option("kind", agent.kind())
                .with("tags", new TreeSet<>(agent.tags()))
                .with("content", agent.content())
                .with("draft name", agent.draftName());
        return create(
                key,
                asked,
                (rows, call) ->
                        AgentRules.create(key, agent, Source.given(agent.content()), registry.policies(), call));
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
        scope.permit(Action.READ, from.agent());
        Scope there = new Scope(scope.access(), target, scope.actor(), scope.request());
        there.permit(Action.CREATE_AGENT, to.agent());
        Asked asked = new Asked()
                .with("workspace", from.workspace())
                .with("source", from.agent())
                .with("content", duplication.ref())
                .with("name", duplication.name());
        return new Agents(registry, there)
                .create(to, asked, (rows, call) -> rows.steady(from, () -> copied(rows, from, to, duplication, call)));
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
        scope.permit(Action.EDIT_AGENT, id);
        AgentKey key = scope.key(id);
        return registry.changes()
                .make(
                        scope,
                        Command.on(
                                StandingQuery.of(key),
                                Action.EDIT_AGENT,
                                new Asked()
                                        .with("expected", expectedRevision)
                                        .option("name", edit.name())
                                        .option("description", edit.description())
                                        .option("kind", edit.kind())
                                        .option("tags", edit.tags().map(TreeSet::new))
                                        .option("status", edit.status()),
                                (agent, rows, call) -> AgentRules.edit(
                                        agent,
                                        expectedRevision,
                                        edit,
                                        serving(agent, rows, edit),
                                        registry.policies(),
                                        call),
                                first -> registry.rows().agent(key)));
    }

    /** What the environments serve, where another kind may need something else of their pages. */
    private List<Candidate.Running> serving(Agent agent, Rows rows, AgentEdit edit) {
        boolean other = edit.kind()
                .filter(kind ->
                        !kind.equals(agent.kind()) && registry.policies().looksAtPageNeeds(kind))
                .isPresent();
        return other ? serving(agent.key(), rows) : List.of();
    }

    private static List<Candidate.Running> serving(AgentKey key, Rows rows) {
        return rows.environments(key).stream()
                .filter(environment -> environment.version().isPresent())
                .map(environment -> rows.standing(key, environment.name(), Beside.PAGE))
                .flatMap(standing -> running(rows, standing).stream())
                .toList();
    }

    private static Optional<Candidate.Running> running(Rows rows, Standing standing) {
        return rows.served(standing.agent().key(), standing.serving().orElseThrow())
                .map(served -> new Candidate.Running(
                        served.version(), new Candidate.Pair(served.content(), rows.page(standing))));
    }

    /**
     * Deletes an agent and everything it owns but its audit trail. Its id is never given again.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     */
    public void delete(AgentId id) {
        scope.permit(Action.DELETE_AGENT, id);
        registry.changes()
                .make(
                        scope,
                        Command.on(
                                StandingQuery.of(scope.key(id)),
                                Action.DELETE_AGENT,
                                new Asked(),
                                (agent, rows, call) -> AgentRules.delete(agent, call),
                                first -> id));
    }

    private Created create(AgentKey key, Asked asked, BiFunction<Rows, Call, Decision<Created>> rule) {
        return registry.changes()
                .make(
                        scope,
                        new Command<>(
                                key,
                                Action.CREATE_AGENT,
                                asked,
                                StandingQuery.of(key),
                                (found, rows, call) -> {
                                    if (found.isPresent()) {
                                        throw new AgentIdTakenException(key);
                                    }
                                    return rule.apply(rows, call);
                                },
                                first -> new Created(
                                        registry.rows().agent(key),
                                        registry.rows().draft(key, Drafts.then(first)))));
    }

    private Decision<Created> copied(Rows rows, AgentKey from, AgentKey to, Duplication duplication, Call call) {
        Agent original = rows.agent(from);
        Ref ref = fixed(rows, from, duplication.ref());
        Source source = rows.source(from, ref).duplicatedFrom(new Origin(from, ref));
        NewAgent copy = NewAgent.named(duplication.name())
                .description(original.description())
                .kind(original.kind())
                .tags(original.tags())
                .content(source.content());
        return AgentRules.create(to, copy, source, registry.policies(), call);
    }

    /** A draft is duplicated as it is at this moment: at a revision. */
    private static Ref fixed(Rows rows, AgentKey key, Ref ref) {
        if (ref instanceof Ref.OfContent) {
            throw new InvalidInputException("content to duplicate", "that of a version or a draft", "a given content");
        }
        if (ref instanceof Ref.OfDraft draft) {
            return Ref.revision(rows.draft(key, draft.id()).ref());
        }
        return ref;
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
