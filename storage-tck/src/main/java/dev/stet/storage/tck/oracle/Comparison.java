package dev.stet.storage.tck.oracle;

import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.AgentStatus;
import dev.stet.facts.AgentPosition;
import dev.stet.facts.AuditQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.WorkspaceId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;

/** Holds everything a registry can be asked against what the model says. */
public final class Comparison {
    /** Who asks; may read everything. */
    public static final Actor READER = Actor.of("reader");

    private final Function<WorkspaceId, Workspace> workspaces;
    private final Model model;
    private final InstantSource clock;

    /**
     * Of a registry with a model.
     *
     * @param workspaces the workspaces of the registry, as {@link #READER} sees them
     * @param clock the clock of the registry
     */
    public Comparison(Function<WorkspaceId, Workspace> workspaces, Model model, InstantSource clock) {
        this.workspaces = workspaces;
        this.model = model;
        this.clock = clock;
    }

    /** Compares what can be read of one agent, whether it is there or not. */
    public void ofAgent(AgentKey key) {
        AgentState state = model.state(key);
        new AgentComparison(workspaces.apply(key.workspace()), state, model.setup(), clock.instant()).compare();
        Assertions.assertEquals(
                inAuditOrder(state.trail()),
                Pages.all(range -> workspaces.apply(key.workspace()).audit().of(key.agent(), range)).stream()
                        .map(Comparison::comparable)
                        .toList(),
                () -> "audit trail of " + key);
    }

    /** Compares the lists of one workspace. */
    public void ofWorkspace(WorkspaceId id) {
        Workspace workspace = workspaces.apply(id);
        List<AgentState> agents = model.agents().values().stream()
                .filter(state -> state.key().workspace().equals(id))
                .toList();
        Assertions.assertEquals(
                inAuditOrder(
                        agents.stream().flatMap(state -> state.trail().stream()).toList()),
                Pages.all(workspace.audit()::list, 100).stream()
                        .map(Comparison::comparable)
                        .toList(),
                () -> "audit trail of workspace " + id);
        for (AgentFilter filter : filters()) {
            for (AgentOrder order : AgentOrder.values()) {
                List<Agent> expected = listed(agents, filter, order);
                Assertions.assertEquals(
                        expected,
                        Pages.all(range -> workspace.agents().list(filter, order, range), 2),
                        () -> "agents of " + id + ", " + order + ", " + filter);
                Assertions.assertEquals(
                        expected.stream().skip(1).limit(2).toList(),
                        workspace.agents().listFrom(1, filter, order, 2),
                        () -> "agents of " + id + " from the second, " + order + ", " + filter);
            }
            Assertions.assertEquals(
                    listed(agents, filter, AgentOrder.BY_NAME).size(),
                    workspace.agents().count(filter),
                    () -> "number of agents of " + id + ", " + filter);
        }
    }

    private List<AgentFilter> filters() {
        AgentFilter all = AgentFilter.all();
        return List.of(
                all,
                all.status(AgentStatus.ACTIVE),
                all.status(AgentStatus.ARCHIVED).hasVersion(true),
                all.kind(Setup.OTHER_KIND),
                all.tag("blue"),
                all.nameText("ÉCLAIR"),
                all.hasVersion(false),
                all.servedIn(model.setup().pipeline().environments().get(0)));
    }

    private static List<Agent> listed(List<AgentState> agents, AgentFilter filter, AgentOrder order) {
        return agents.stream()
                .filter(state -> state.agent()
                        .filter(agent -> accepts(filter, agent, state))
                        .isPresent())
                .flatMap(state -> state.agent().stream())
                .sorted(Comparator.comparing(AgentPosition::of, AgentPosition.comparator(order)))
                .toList();
    }

    private static boolean accepts(AgentFilter filter, Agent agent, AgentState state) {
        String name = Agent.foldName(agent.name());
        return holds(filter.status(), wanted -> agent.status() == wanted)
                && holds(filter.kind(), wanted -> agent.kind().equals(wanted))
                && holds(filter.tag(), wanted -> agent.tags().contains(wanted))
                && holds(filter.nameText(), wanted -> name.contains(Agent.foldName(wanted)))
                && holds(
                        filter.hasVersion(),
                        wanted -> wanted != state.versions().isEmpty())
                && holds(
                        filter.servedIn(),
                        wanted -> state.environment(wanted).version().isPresent());
    }

    private static <T> boolean holds(Optional<T> condition, Predicate<T> test) {
        return condition.isEmpty() || test.test(condition.get());
    }

    private static List<AuditEntry> inAuditOrder(List<AuditEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(AuditQuery.Position::of, AuditQuery.Position.ORDER))
                .map(Comparison::comparable)
                .toList();
    }

    /** An entry without the wording of its changes, and, where nothing changed, without what did not come to be. */
    private static AuditEntry comparable(AuditEntry entry) {
        Subject subject = entry.subject();
        Subject shown = entry.changed()
                ? subject
                : new Subject(
                        subject.draft(),
                        subject.revision(),
                        subject.version(),
                        Optional.empty(),
                        Subject.agent().deployment());
        return new AuditEntry(
                entry.agent(),
                entry.number(),
                entry.at(),
                entry.earliest(),
                entry.actor(),
                entry.action(),
                shown,
                entry.changed(),
                new TreeMap<>(Map.of()),
                entry.request(),
                Optional.empty());
    }
}
