package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.StaleAgentException;
import dev.stet.agent.TextLimits;
import dev.stet.content.Finding;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.AgentKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Edits what an agent is called, how it is treated, and its status.
 *
 * @param expected the revision of the agent as the caller saw it
 */
public record EditAgent(AgentKey key, long expected, AgentEdit edit, Policies policies)
        implements ChangeOfAgent<EditAgent.State, Agent> {
    /**
     * The agent, and what it serves.
     *
     * @param serving what its environments serve, where what that needs of their pages is another matter in another kind
     */
    public record State(Agent agent, List<Candidate.Running> serving) {
        public State {
            serving = List.copyOf(serving);
        }
    }

    @Override
    public Action action() {
        return Action.EDIT_AGENT;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("expected", expected)
                .option("name", edit.name())
                .option("description", edit.description())
                .option("kind", edit.kind())
                .option("tags", edit.tags().map(TreeSet::new))
                .option("status", edit.status());
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        boolean other = edit.kind()
                .filter(kind -> !kind.equals(agent.kind()) && policies.looksAtPageNeeds(kind))
                .isPresent();
        return new State(agent, other ? serving(reading) : List.of());
    }

    @Override
    public Decision<Agent> decides(State state, Call call) {
        Agent agent = state.agent();
        if (agent.revision() != expected) {
            throw new StaleAgentException(expected, agent);
        }
        Transition transition = Transition.of(agent, call);
        Agent edited = edited(agent, transition);
        if (agent.status() == AgentStatus.ARCHIVED && edited.status() == AgentStatus.ARCHIVED) {
            throw new AgentUnavailableException(agent, "be edited");
        }
        if (same(agent, edited)) {
            Agent now = call.request().isPresent() ? agent.withHead(transition.head()) : agent;
            return transition.unchanged(action(), agent, now);
        }
        state.serving().forEach(running -> requireNeedsMet(edited, running));
        record(transition, agent, edited);
        return transition.changed(action(), edited, edited.withHead(transition.head()));
    }

    @Override
    public Agent told(Recorded first, Reading reading) {
        return reading.agent(key);
    }

    private List<Candidate.Running> serving(Reading reading) {
        return reading.environments(key).stream()
                .filter(environment -> environment.version().isPresent())
                .map(environment -> reading.standing(key, environment.name(), Beside.PAGE))
                .flatMap(standing -> running(standing, reading).stream())
                .toList();
    }

    private Optional<Candidate.Running> running(Standing standing, Reading reading) {
        return reading.served(key, standing.serving().orElseThrow())
                .map(served -> new Candidate.Running(
                        served.version(), new Candidate.Pair(served.content(), reading.page(standing))));
    }

    private Agent edited(Agent agent, Transition transition) {
        TextLimits limits = policies.textLimits();
        edit.name().ifPresent(name -> Texts.required("agent name", name, limits.name()));
        edit.description().ifPresent(text -> Texts.optional("agent description", text, limits.description()));
        edit.kind().ifPresent(kind -> Texts.optional("agent kind", kind, limits.name()));
        return new Agent(
                key,
                edit.name().orElse(agent.name()),
                edit.description().orElse(agent.description()),
                edit.kind().orElse(agent.kind()),
                edit.tags().map(tags -> AgentRules.tags(tags, limits)).orElse(agent.tags()),
                edit.status().orElse(agent.status()),
                agent.revision() + 1,
                agent.duplicatedFrom(),
                agent.createdBy(),
                agent.createdAt(),
                transition.call().actor(),
                transition.at(),
                agent.head());
    }

    private void requireNeedsMet(Agent edited, Candidate.Running serving) {
        Candidate.Pair pair = serving.pair();
        List<Finding> unmet = PageRules.unmet(edited, pair.content(), pair.page(), policies);
        if (!unmet.isEmpty()) {
            throw UnmetNeedsException.ofKind(
                    edited.kind(), serving.version(), pair.page().environment(), unmet);
        }
    }

    private static boolean same(Agent before, Agent after) {
        return before.name().equals(after.name())
                && before.description().equals(after.description())
                && before.kind().equals(after.kind())
                && before.tags().equals(after.tags())
                && before.status() == after.status();
    }

    private static void record(Transition transition, Agent before, Agent after) {
        transition.recordIfChanged("name", before.name(), after.name());
        transition.recordIfChanged("description", before.description(), after.description());
        transition.recordIfChanged("kind", before.kind(), after.kind());
        transition.recordIfChanged("tags", before.tags(), after.tags());
        transition.recordIfChanged("status", before.status(), after.status());
    }
}
