package dev.stet.storage.jdbc.fault;

import dev.stet.Range;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import java.util.ArrayList;
import java.util.List;

/** What came out wrong. */
final class Findings {
    private final List<String> wrong = new ArrayList<>();

    void expect(Mishap mishap, String expected, boolean met) {
        if (!met) {
            wrong.add(mishap + ": expected " + expected);
        }
    }

    /** What a pool was given back. */
    void expectGoodPool(Mishap mishap, Bench bench) {
        List<String> complaints = bench.pool().takeComplaints();
        expect(mishap, "a good pool, but " + complaints, complaints.isEmpty());
        Ending next =
                Ending.of(() -> bench.workspace().agents().list(AgentFilter.all(), AgentOrder.BY_NAME, Range.first(1)));
        expect(mishap, "that the next call works, but it was " + next, next.kind() == Ending.Kind.OUTCOME);
        boolean wasted = bench.pool().takeReplaced() && mishap.trouble() == Trouble.CONTENTION;
        expect(mishap, "that a good connection is kept", !wasted);
    }

    /** Nothing, if all is well. */
    List<String> all() {
        return List.copyOf(wrong);
    }
}
