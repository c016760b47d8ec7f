package dev.stet.storage.tck.stage;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Comparison;
import dev.stet.storage.tck.oracle.HandClock;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.oracle.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Calls made by any number of threads, written down with when each began and ended. Time stands still meanwhile. */
public final class History {
    /** More than any store needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setup setup;
    private final Storage storage;
    private final Map<Actor, Stet> processes = new ConcurrentHashMap<>();
    private final HandClock clock = new HandClock();
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    /**
     * One call. Each has a request id of its own, by which its entry in the audit trail is found.
     *
     * @param began a number lower than that of all that was seen to happen after the call began
     * @param ended a number higher than that of all that was seen to happen before the call ended
     */
    public record Event(Command command, Turn turn, Outcome outcome, long began, long ended) {
        boolean acknowledged() {
            return outcome instanceof Outcome.Returned;
        }

        RequestId request() {
            return turn.request().orElseThrow();
        }

        @Override
        public String toString() {
            return turn.actor().id() + " " + began + ".." + ended + " " + command + "\n    -> " + outcome;
        }
    }

    /** What every process of it works on. */
    Storage storage() {
        return storage;
    }

    public History(Setup setup, Storage storage) {
        this.setup = setup;
        this.storage = storage;
    }

    /** Everybody is in a process of their own: threads of one process take turns, and would not meet in the store. */
    private Stet process(Actor actor) {
        return processes.computeIfAbsent(
                actor,
                first -> setup.on(new ForwardingStorage(storage))
                        .clock(clock)
                        .ids(() -> "id-" + ids.incrementAndGet())
                        .patience(PATIENCE)
                        .build());
    }

    public Setup setup() {
        return setup;
    }

    public HandClock clock() {
        return clock;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** A workspace, to be looked at. */
    public Workspace workspace(WorkspaceId id) {
        return process(Comparison.READER).workspace(id, Comparison.READER);
    }

    public Workspace workspaceOf(AgentKey key) {
        return workspace(key.workspace());
    }

    /** Makes a call and writes it down. */
    public Outcome make(Actor actor, Command command) {
        RequestId request = RequestId.of("request-" + ids.incrementAndGet());
        Turn turn = new Turn(actor, Optional.of(request), clock.instant());
        long began = ticks.incrementAndGet();
        Outcome outcome = Outcome.of(
                () -> command.make(id -> process(actor).workspace(id, actor).request(request)));
        long ended = ticks.incrementAndGet();
        events.add(new Event(command, turn, outcome, began, ended));
        return outcome;
    }
}
