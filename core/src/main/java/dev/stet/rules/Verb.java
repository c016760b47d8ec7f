package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import java.util.Optional;

/**
 * A change of one agent that a host can ask for, from its command to its outcome. Read it from top to bottom: that is the order
 * in which it is carried out. A record of the command; it holds nothing that changes.
 *
 * @param <S> the facts that it decides on
 * @param <R> what the caller is told
 */
public interface Verb<S, R> {
    /** Which agent is to change. */
    AgentKey key();

    /** What the audit trail calls it. */
    Action action();

    /** All that is asked for: by this a retry is told from another request. */
    Asked asked();

    /** Asks for what has to be allowed, whatever is stored. */
    default void asks(Asking asking) {
        asking.permit(action(), key());
    }

    /** The facts to read first, at one instant and with one statement. */
    default StandingQuery sees() {
        return StandingQuery.of(key());
    }

    /**
     * Gathers the facts that it decides on. Reads again what it saw first at no cost.
     *
     * @param agent empty where there is none
     */
    S needs(Optional<Agent> agent, Reading reading);

    /** Asks for what has to be allowed because of what is stored. */
    default void asks(S state, Asking asking) {}

    /** Decides, from nothing but these facts: the outcome and all that is to be written, or a refusal, which is thrown. */
    Decision<R> decides(S state, Call call);

    /** What the caller of a retry is told: the outcome of the first call. */
    R told(Recorded first, Reading reading);
}
