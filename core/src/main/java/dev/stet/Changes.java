package dev.stet;

import dev.stet.access.AuditEntry;
import dev.stet.access.RequestIdReusedException;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.rules.Call;
import dev.stet.rules.Decision;
import dev.stet.rules.NewContent;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Standing;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.StoredContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes changes: loads, decides, applies, and does so again when the agent's head moved meanwhile, for as long as a call may
 * wait. The threads of one process take turns, each for one attempt: whoever has to try again comes after those who wait.
 *
 * <p>A decision to change nothing, or to refuse, was made on several reads, between which others may have written. It
 * only counts when the head is still where it was before the first of them: then the state it was made on existed. The same
 * goes for a rule that breaks down over a state that never existed.
 */
final class Changes {
    private final Storage storage;
    private final ContentCache cache;
    private final ContentWriter writer;
    private final HostClock clock;
    private final Supplier<String> ids;
    private final Duration patience;
    private final Optional<Turns> turns;

    /** @param patience how long a change may wait for others */
    Changes(Storage storage, ContentCache cache, HostClock clock, Supplier<String> ids, Duration patience) {
        this(storage, cache, clock, ids, patience, Optional.of(Turns.of(storage)));
    }

    private Changes(
            Storage storage,
            ContentCache cache,
            HostClock clock,
            Supplier<String> ids,
            Duration patience,
            Optional<Turns> turns) {
        this.storage = storage;
        this.cache = cache;
        this.writer = new ContentWriter(storage, cache);
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
        return new Changes(transaction, cache.readOnly(), clock, ids, patience, Optional.empty());
    }

    String newId() {
        return ids.get();
    }

    /** @throws ContentionException when others were in the way for as long as the call may wait */
    <R> R make(Scope scope, Command<R> command) {
        Patience waiting = new Patience(command.key(), patience);
        waiting.requireUninterrupted();
        if (turns.isEmpty()) {
            waiting.attempt();
            return attempt(scope, command, waiting).orElseThrow(waiting::moved);
        }
        while (true) {
            Optional<R> outcome = attemptInTurn(turns.get(), scope, command, waiting);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            waiting.pause();
        }
    }

    /** One attempt; empty when the head moved, or when the store gave way to another transaction. */
    private <R> Optional<R> attemptInTurn(Turns queue, Scope scope, Command<R> command, Patience waiting) {
        take(queue, command.key(), waiting);
        try {
            waiting.attempt();
            Optional<R> outcome = attempt(scope, command, waiting);
            if (outcome.isEmpty()) {
                waiting.moved();
            }
            return outcome;
        } catch (ContentionException lost) {
            waiting.gaveWay(lost);
            return Optional.empty();
        } finally {
            queue.giveBack(command.key());
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

    /**
     * One attempt; empty when the head moved. The agent is read before the request is looked up: had the same request
     * been made in between, the head would have moved.
     */
    private <R> Optional<R> attempt(Scope scope, Command<R> command, Patience waiting) {
        AgentKey key = command.key();
        Optional<Standing> standing = storage.findStanding(command.sees());
        Optional<Agent> agent = standing.map(Standing::agent);
        Optional<AuditEntry> first = scope.request().flatMap(request -> findFirst(key, request));
        if (first.isPresent()) {
            return Optional.of(replayed(scope, first.get(), command));
        }
        Optional<ContentHash> asked =
                scope.request().map(request -> command.asked().hash());
        List<Content> read = new ArrayList<>();
        Decision<R> decision;
        try {
            decision = command.rule().decide(agent, new Rows(storage, cache, standing, read::add), call(scope, asked));
        } catch (StorageException | ContentionException | InterruptedCallException failure) {
            throw failure;
        } catch (RuntimeException refusal) {
            if (headMoved(key, agent)) {
                return Optional.empty();
            }
            throw refusal;
        }
        if (decision.changes().isEmpty()) {
            return headMoved(key, agent) ? Optional.empty() : Optional.of(decision.outcome());
        }
        List<StoredContent> contents = writer.encoded(key, decision.contents());
        ApplyResult result = storage.apply(decision.changes().get().withContents(contents), waiting.left());
        if (result instanceof ApplyResult.Applied applied) {
            remember(decision.changes().get(), read, decision.contents(), applied);
            return Optional.of(decision.outcome());
        }
        requireIdFree(key, agent);
        return Optional.empty();
    }

    /**
     * Keeps what the new rows name. Of equal contents the store keeps the first, member order and all: what is new is as it was
     * given, and what the decision read is as it was read, as the head has not moved since.
     */
    private void remember(
            Changeset changes, List<Content> read, List<NewContent> contents, ApplyResult.Applied applied) {
        Map<ContentHash, Content> known = new HashMap<>();
        read.forEach(content -> known.put(content.hash(), content));
        contents.stream()
                .map(NewContent::content)
                .filter(content -> !applied.kept().contains(content.hash()))
                .forEach(content -> known.put(content.hash(), content));
        for (Mention mention : Mention.in(changes)) {
            Content content = known.get(mention.hash());
            if (content != null) {
                cache.put(mention, content);
            }
        }
    }

    private Call call(Scope scope, Optional<ContentHash> asked) {
        return new Call(
                scope.actor(),
                scope.request(),
                asked,
                clock.now(),
                clock.tolerance(),
                DraftId.of(ids.get()),
                VersionId.of(ids.get()));
    }

    private boolean headMoved(AgentKey key, Optional<Agent> seen) {
        return !revision(storage.findAgent(key)).equals(revision(seen));
    }

    private static Optional<Long> revision(Optional<Agent> agent) {
        return agent.map(row -> row.head().revision());
    }

    /** A head where no agent is: the agent was deleted, and its id stays taken. */
    private void requireIdFree(AgentKey key, Optional<Agent> seen) {
        if (seen.isEmpty() && storage.findAgent(key).isEmpty()) {
            throw new AgentIdTakenException(key);
        }
    }

    private Optional<AuditEntry> findFirst(AgentKey key, RequestId request) {
        return storage.listAudit(AuditQuery.request(key, request)).stream().findFirst();
    }

    private static <R> R replayed(Scope scope, AuditEntry first, Command<R> command) {
        if (!first.actor().id().equals(scope.actor().id())) {
            throw RequestIdReusedException.byAnother(scope.actor(), first);
        }
        if (first.action() != command.action()) {
            throw RequestIdReusedException.forAnother(command.action(), first);
        }
        if (!first.asked().equals(Optional.of(command.asked().hash()))) {
            throw RequestIdReusedException.withOtherArguments(first);
        }
        return command.replay().outcome(first);
    }
}
