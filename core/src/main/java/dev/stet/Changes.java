package dev.stet;

import dev.stet.facts.Facts;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.rules.Call;
import dev.stet.rules.Verb;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.ContentionException;
import dev.stet.storage.JoinedStorage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes changes: loads, decides, applies, and does so again when the agent's head moved meanwhile, for as long as a call may
 * wait. The threads of one process take turns, each for one attempt: whoever has to try again comes after those who wait.
 * Other processes are kept away once they were in the way twice, so that a change that takes long to decide comes to its end
 * beside others that never pause.
 */
final class Changes {
    private final Facts facts;
    private final ContentCache cache;
    private final HostClock clock;
    private final Supplier<String> ids;
    private final Duration patience;
    private final Optional<Turns> turns;

    /** @param patience how long a change may wait for others */
    Changes(Facts facts, ContentCache cache, HostClock clock, Supplier<String> ids, Duration patience) {
        this(facts, cache, clock, ids, patience, Optional.of(Turns.of(facts.storage())));
    }

    private Changes(
            Facts facts,
            ContentCache cache,
            HostClock clock,
            Supplier<String> ids,
            Duration patience,
            Optional<Turns> turns) {
        this.facts = facts;
        this.cache = cache;
        this.clock = clock;
        this.ids = ids;
        this.patience = patience;
        this.turns = turns;
    }

    /**
     * The same inside a transaction of the host's, where a second attempt would see what the first one saw. Without turns:
     * whoever waits for one there may hold the rows that the one before is waiting for.
     */
    Changes within(JoinedStorage transaction) {
        return new Changes(new Facts(transaction), cache.readOnly(), clock, ids, patience, Optional.empty());
    }

    String newId() {
        return ids.get();
    }

    /** @throws ContentionException when others were in the way for as long as the call may wait */
    <R> R make(Scope scope, Verb<?, R> verb) {
        verb.asks(scope);
        Patience waiting = new Patience(verb.key(), patience);
        waiting.requireUninterrupted();
        if (turns.isEmpty()) {
            waiting.attempt();
            return attempt(scope, verb, waiting).orElseThrow(waiting::moved);
        }
        while (true) {
            Optional<R> outcome = attemptInTurn(turns.get(), scope, verb, waiting);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            waiting.pause();
        }
    }

    /** One attempt; empty when the head moved, or when the store gave way to another transaction. */
    private <R> Optional<R> attemptInTurn(Turns queue, Scope scope, Verb<?, R> verb, Patience waiting) {
        take(queue, verb.key(), waiting);
        try {
            waiting.attempt();
            Optional<R> outcome = attempt(scope, verb, waiting);
            if (outcome.isEmpty()) {
                waiting.moved();
            }
            return outcome;
        } catch (ContentionException lost) {
            waiting.gaveWay(lost);
            return Optional.empty();
        } finally {
            queue.giveBack(verb.key());
        }
    }

    private static void take(Turns queue, AgentKey agent, Patience waiting) {
        try {
            if (waiting.isOver() || !queue.take(agent, waiting.nanosLeft())) {
                throw waiting.exhausted();
            }
        } catch (InterruptedException signal) {
            throw waiting.interrupted(signal);
        }
    }

    /** One attempt; empty when the head moved. */
    private <S, R> Optional<R> attempt(Scope scope, Verb<S, R> verb, Patience waiting) {
        Attempt<S, R> attempt = new Attempt<>(verb, scope, cache);
        Optional<ApplyResult> result = waiting.keepsOthersAway()
                ? facts.applyAlone(verb.key(), alone -> attempt.decide(alone, () -> call(scope, verb)), waiting.left())
                : attempt.decide(facts, () -> call(scope, verb)).map(changes -> facts.apply(changes, waiting.left()));
        return attempt.outcome(facts, result);
    }

    private Call call(Scope scope, Verb<?, ?> verb) {
        return new Call(
                scope.actor(),
                scope.request(),
                scope.request().map(request -> verb.asked().hash()),
                clock.now(),
                clock.tolerance(),
                DraftId.of(ids.get()),
                VersionId.of(ids.get()));
    }
}
