package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.ContentHash;
import dev.stet.draft.DraftRevision;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Fate;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells what a policy would drop. Changes nothing: it is decided as a change is, so that the state that it tells of has existed.
 *
 * @param now what the clock says
 */
public record PlanRetention(AgentKey key, RetentionPolicy policy, Instant now)
        implements ChangeOfAgent<PlanRetention.State, RetentionPlan> {
    /**
     * All of the agent.
     *
     * @param at the time that ages are told from
     */
    public record State(History history, Instant at) {
        /** What a policy has to look at, at a time. */
        static State of(Agent agent, RetentionPolicy policy, Instant at, Reading reading) {
            return new State(reading.history(agent, at.minus(policy.servedWithin())), at);
        }
    }

    @Override
    public Action action() {
        return Action.READ;
    }

    @Override
    public Asked asked() {
        return new Asked();
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return State.of(agent, policy, Stamp.ofAges(agent.head(), now), reading);
    }

    @Override
    public Decision<RetentionPlan> decides(State state, Call call) {
        Sorted sorted = new Sorted(state.history(), policy, state.at());
        List<ContentRow> gone = sorted.unneeded();
        Map<ContentHash, Integer> unclaimed = new HashMap<>();
        gone.forEach(row -> unclaimed.put(row.hash(), row.length()));
        List<Fate<Long>> versions = fates(sorted.versions(), Version::number, Version::hash, unclaimed);
        List<Fate<DraftRef>> revisions = fates(sorted.revisions(), DraftRevision::ref, DraftRevision::hash, unclaimed);
        RetentionPlan plan = new RetentionPlan(
                key,
                state.history().agent().head().revision(),
                state.at(),
                policy,
                versions,
                revisions,
                gone.size(),
                Sorted.bytes(gone),
                sorted.step().more());
        return new Decision<>(plan, Optional.empty(), List.of());
    }

    /** @throws IllegalStateException always: nobody plans on a request */
    @Override
    public RetentionPlan told(Recorded first, Reading reading) {
        throw new IllegalStateException("a plan of retention is on no request");
    }

    private static <R, T> List<Fate<T>> fates(
            Map<R, Set<Reason>> rows,
            Function<R, T> name,
            Function<R, ContentHash> hash,
            Map<ContentHash, Integer> unclaimed) {
        List<Fate<T>> fates = new ArrayList<>();
        rows.forEach((row, reasons) -> {
            Optional<Integer> bytes =
                    reasons.isEmpty() ? Optional.ofNullable(unclaimed.remove(hash.apply(row))) : Optional.empty();
            fates.add(new Fate<>(name.apply(row), reasons, bytes.orElse(0)));
        });
        return fates;
    }
}
