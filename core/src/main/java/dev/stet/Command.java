package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.ref.AgentKey;
import dev.stet.rules.Call;
import dev.stet.rules.Decision;
import java.util.Optional;

/**
 * One change as {@link Changes} makes it.
 *
 * @param key of which agent
 * @param action what it will be called in the audit trail
 * @param asked what it is about, as far as that is known beforehand: by this a retry is told from another request
 * @param rule loads what it touches and decides
 * @param replay the first outcome, told again from what is on record of it
 */
record Command<R>(AgentKey key, Action action, Subject asked, Rule<R> rule, Replay<R> replay) {
    /** Loads what the change touches, beginning with nothing but the agent, and decides. Run again on contention. */
    interface Rule<R> {
        Decision<R> decide(Optional<Agent> agent, Call call);
    }

    /** The same for an agent that must be there. */
    interface RuleOnAgent<R> {
        Decision<R> decide(Agent agent, Call call);
    }

    /** Tells the outcome of a request that was made before. */
    interface Replay<R> {
        R outcome(AuditEntry first);
    }

    static <R> Command<R> on(AgentKey key, Action action, Subject asked, RuleOnAgent<R> rule, Replay<R> replay) {
        return new Command<>(
                key,
                action,
                asked,
                (agent, call) -> rule.decide(agent.orElseThrow(() -> Rows.noAgent(key)), call),
                replay);
    }
}
