package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.rules.Call;
import dev.stet.rules.Decision;
import java.util.Optional;

/**
 * One change as {@link Changes} makes it.
 *
 * @param key of which agent
 * @param action what it will be called in the audit trail
 * @param asked all that is asked for: by this a retry is told from another request
 * @param sees the rows that the rule will look at first: with them begins every attempt
 * @param rule loads what else it touches and decides
 * @param replay the first outcome, told again from what is on record of it
 */
record Command<R>(AgentKey key, Action action, Asked asked, StandingQuery sees, Rule<R> rule, Replay<R> replay) {
    /**
     * Loads what the change touches and decides. Run again on contention. The rows have at hand what the command sees; a rule
     * reads by nothing else, as it may be run while it keeps others away.
     */
    interface Rule<R> {
        Decision<R> decide(Optional<Agent> agent, Rows rows, Call call);
    }

    /** The same for an agent that must be there. */
    interface RuleOnRows<R> {
        Decision<R> decide(Agent agent, Rows rows, Call call);
    }

    /** Tells the outcome of a request that was made before. */
    interface Replay<R> {
        R outcome(AuditEntry first);
    }

    static <R> Command<R> on(StandingQuery sees, Action action, Asked asked, RuleOnRows<R> rule, Replay<R> replay) {
        return new Command<>(
                sees.key(),
                action,
                asked,
                sees,
                (agent, rows, call) -> rule.decide(agent.orElseThrow(() -> Rows.noAgent(sees.key())), rows, call),
                replay);
    }
}
