package dev.stet.storage.tck.oracle;

import dev.stet.access.Actor;
import dev.stet.access.RequestIdReusedException;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All agents of all workspaces in plain maps, with the rules that the documentation of Stet promises. */
public final class Model {
    private final Setup setup;
    private final Map<AgentKey, AgentState> agents = new LinkedHashMap<>();

    public Model(Setup setup) {
        this.setup = setup;
    }

    /** A model that goes on from here on its own. */
    public Model copy() {
        Model copy = new Model(setup);
        copy.agents.putAll(agents);
        return copy;
    }

    Setup setup() {
        return setup;
    }

    AgentState state(AgentKey key) {
        return agents.getOrDefault(key, new AgentState(key));
    }

    Map<AgentKey, AgentState> agents() {
        return agents;
    }

    /** Makes a call: the verdict, and what the call changes. */
    public Verdict make(Command command, Turn turn, Generated generated) {
        AgentState after = state(command.key()).copy();
        Verdict verdict = verdict(command, turn, generated, after);
        if (verdict instanceof Verdict.Answer answer) {
            turn.request()
                    .ifPresent(id -> after.answers()
                            .put(
                                    id,
                                    new AgentState.Answered(
                                            command,
                                            answer.value(),
                                            after.trail().size())));
            agents.put(command.key(), after);
        }
        return verdict;
    }

    /** The verdict on a call that is not made. */
    public Verdict judge(Command command, Turn turn, Generated generated) {
        return verdict(command, turn, generated, state(command.key()).copy());
    }

    private Verdict verdict(Command command, Turn turn, Generated generated, AgentState state) {
        Optional<AgentState.Answered> first =
                turn.request().map(id -> state.answers().get(id));
        if (first.isPresent()) {
            return again(first.get(), command, turn, state);
        }
        try {
            return new Verdict.Answer(command.on(new Act(this::state, state, setup, turn, generated)));
        } catch (Refused refused) {
            return new Verdict.No(refused.reasons());
        }
    }

    /** A request id that was given before: the same call of the same actor is answered as then, others are refused. */
    private static Verdict again(AgentState.Answered first, Command command, Turn turn, AgentState state) {
        Actor actor = state.trail().get(Math.toIntExact(first.number() - 1)).actor();
        if (!first.command().equals(command) || !actor.id().equals(turn.actor().id())) {
            return new Verdict.No(Set.of(Refusal.of(RequestIdReusedException.class, first.number())));
        }
        boolean gone = state.agent().isEmpty() && !(command instanceof Command.Delete);
        return gone ? new Verdict.No(Set.of(Refusal.any(NotFoundException.class))) : new Verdict.Retold(first.answer());
    }
}
