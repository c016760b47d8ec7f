package dev.stet.storage.jdbc.cluster;

import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Everything that the cluster acknowledged to anybody, and how often it did something else. Thread-safe. */
final class Ledger {
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong notMade = new AtomicLong();
    private final LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);

    /**
     * One call that returned.
     *
     * @param request under which it was made, as often as it took
     * @param facts what it said
     */
    record Entry(AgentId agent, RequestId request, List<Fact> facts) {}

    void acknowledged(Entry entry, long nanos) {
        entries.add(entry);
        longestNanos.accumulate(nanos);
    }

    /** A change was lost from sight while it was made. */
    void outcomeUnknown() {
        unknown.incrementAndGet();
    }

    /** A call failed without effect. */
    void notMade() {
        notMade.incrementAndGet();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** In figures, for people. */
    @Override
    public String toString() {
        return entries.size() + " acknowledged, " + unknown + " of unknown outcome at first, " + notMade
                + " failures without effect, the longest wait " + longestNanos.get() / 1_000_000 + " ms";
    }
}
