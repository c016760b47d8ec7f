package dev.stet.storage.tck.oracle;

import dev.stet.access.Actor;
import dev.stet.ref.RequestId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who calls, on which request of the host's, and when.
 *
 * @param actor who
 * @param request on which request
 * @param now when, truncated to microseconds
 */
public record Turn(Actor actor, Optional<RequestId> request, Instant now) {
    public Turn {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return actor.id() + " at " + now
                + request.map(id -> " on request " + id).orElse("");
    }
}
