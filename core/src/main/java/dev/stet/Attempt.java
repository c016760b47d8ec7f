package dev.stet;

import dev.stet.access.AuditEntry;
import dev.stet.access.RequestIdReusedException;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Facts;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.rules.Call;
import dev.stet.rules.Decision;
import dev.stet.rules.NewContent;
import dev.stet.rules.Verb;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.StorageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One attempt at a change: decided once on what a store has, applied by somebody else, and told from what came of that.
 *
 * <p>A decision to change nothing, or to refuse, was made on several reads, between which others may have written. It
 * only counts when the head is still where it was before the first of them: then the state it was made on existed. The same
 * goes for a rule that breaks down over a state that never existed.
 */
final class Attempt<S, R> {
    private final Verb<S, R> verb;
    private final Scope scope;
    private final ContentCache cache;
    private final List<Content> read = new ArrayList<>();
    private Optional<Agent> agent = Optional.empty();
    private Optional<Recorded> first = Optional.empty();
    private Optional<RuntimeException> refusal = Optional.empty();
    private Optional<Decision<R>> decision = Optional.empty();
    private Optional<AgentChange> encoded = Optional.empty();

    Attempt(Verb<S, R> verb, Scope scope, ContentCache cache) {
        this.verb = verb;
        this.scope = scope;
        this.cache = cache;
    }

    /**
     * Reads and decides: what is to be applied, if anything. The agent is read before the request is looked up: had the same
     * request been made in between, the head would have moved.
     *
     * @param call is asked after that, so that its time is later than the head's
     */
    Optional<AgentChange> decide(Facts facts, Supplier<Call> call) {
        AgentKey key = verb.key();
        StandingQuery sees = verb.sees();
        Optional<Standing> standing = facts.findStanding(sees);
        agent = standing.map(Standing::agent);
        first = scope.request().flatMap(request -> facts.findRecorded(key, request));
        if (first.isPresent()) {
            return Optional.empty();
        }
        try {
            Rows rows = new Rows(facts, cache, standing.map(found -> new Rows.Seen(sees, found)), read::add);
            S state = verb.needs(agent, rows);
            verb.asks(state, scope);
            decision = Optional.of(verb.decides(state, call.get()));
        } catch (StorageException | ContentionException | InterruptedCallException failure) {
            throw failure;
        } catch (RuntimeException refused) {
            refusal = Optional.of(refused);
        }
        ContentWriter writer = new ContentWriter(facts, cache);
        encoded = decision.flatMap(made ->
                made.changes().map(changes -> changes.withContents(writer.encoded(key, made.contents()))));
        return encoded;
    }

    /**
     * What the caller is told; empty when the head moved.
     *
     * @param facts the store as others see it
     * @param result what came of applying what was decided, if that was anything
     */
    Optional<R> outcome(Facts facts, Optional<ApplyResult> result) {
        if (first.isPresent()) {
            return Optional.of(replayed(first.get(), facts));
        }
        if (result.isEmpty()) {
            return headMoved(facts) ? Optional.empty() : Optional.of(decided());
        }
        if (result.get() instanceof ApplyResult.Applied applied) {
            decision.ifPresent(made -> remember(made, applied));
            return Optional.of(decided());
        }
        requireIdFree(facts);
        return Optional.empty();
    }

    private R decided() {
        return decision.orElseThrow(refusal::get).outcome();
    }

    /**
     * Keeps what the new rows name. Of equal contents the store keeps the first, member order and all: what is new is as it was
     * given, and what the decision read is as it was read, as the head has not moved since.
     */
    private void remember(Decision<R> made, ApplyResult.Applied applied) {
        AgentChange changes = encoded.orElseThrow();
        Set<ContentHash> kept = changes.kept(applied);
        Map<ContentHash, Content> known = new HashMap<>();
        read.forEach(content -> known.put(content.hash(), content));
        made.contents().stream()
                .map(NewContent::content)
                .filter(content -> !kept.contains(content.hash()))
                .forEach(content -> known.put(content.hash(), content));
        for (Mention mention : Mention.in(changes)) {
            Content content = known.get(mention.hash());
            if (content != null) {
                cache.put(mention, content);
            }
        }
    }

    private boolean headMoved(Facts facts) {
        return !revision(facts.findAgent(verb.key())).equals(revision(agent));
    }

    private static Optional<Long> revision(Optional<Agent> agent) {
        return agent.map(row -> row.head().revision());
    }

    /** A head where no agent is: the agent was deleted, and its id stays taken. */
    private void requireIdFree(Facts facts) {
        if (agent.isEmpty() && facts.findAgent(verb.key()).isEmpty()) {
            throw new AgentIdTakenException(verb.key());
        }
    }

    private R replayed(Recorded recorded, Facts facts) {
        AuditEntry made = recorded.entry();
        if (!made.actor().id().equals(scope.actor().id())) {
            throw RequestIdReusedException.byAnother(scope.actor(), made);
        }
        if (made.action() != verb.action()) {
            throw RequestIdReusedException.forAnother(verb.action(), made);
        }
        if (!made.asked().equals(Optional.of(verb.asked().hash()))) {
            throw RequestIdReusedException.withOtherArguments(made);
        }
        return verb.told(recorded, new Rows(facts, cache));
    }
}
