package dev.stet.access;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of an agent's audit trail, written in the same atomic step as the change it tells of, and never changed
 * afterwards. Entries outlive the agent: the trail of a deleted agent ends with its deletion.
 *
 * @param agent whose trail
 * @param number 1, 2, 3 … per agent without a gap: the agent's head revision after the change
 * @param at when, in microseconds; never before the entry with the number before it
 * @param earliest when at the earliest, where a clock may be wrong. Where the clock of the call was further from the time of
 *     the change before it than the host declared ({@link dev.stet.Stet.Builder#clockTolerance}), the earlier one of these two
 *     times, of which {@code at} is the later one; but never before a {@linkplain dev.stet.agent.Leap leap} that is in doubt.
 *     While one is, the time from before it for changes whose clocks agree with it
 * @param actor who
 * @param action what
 * @param subject on what
 * @param changed false for a call that found nothing to change and is on record only because it carried a request id
 * @param changes from what to what, by the name of what changed
 * @param request the host's request id, where it gave one
 * @param asked the hash of what was asked on that request: by it a retry is told from another request
 */
public record AuditEntry(
        AgentKey agent,
        long number,
        Instant at,
        Optional<Instant> earliest,
        Actor actor,
        Action action,
        Subject subject,
        boolean changed,
        NavigableMap<String, Change> changes,
        Optional<RequestId> request,
        Optional<ContentHash> asked) {
    public AuditEntry {
        changes = Collections.unmodifiableNavigableMap(new TreeMap<>(Map.copyOf(changes)));
    }
}
