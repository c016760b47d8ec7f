package dev.stet.storage.memory.broken;

import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the page of an environment at another instant than the environment: after a change, the one before. */
public final class TearsPages extends ForwardingStorage {
    private final Map<AgentKey, PageRevision> late = new ConcurrentHashMap<>();

    public TearsPages() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            late.remove(changeset.key());
            changeset.pages().forEach(page -> late.put(changeset.key(), page));
        }
        return result;
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        Optional<Standing> now = super.findStanding(query);
        Optional<PageRevision> latest = now.flatMap(Standing::serving).flatMap(Serving::page);
        if (latest.isEmpty() || !latest.get().equals(late.get(query.key()))) {
            return now;
        }
        PageRef ref = latest.get().ref();
        Optional<PageRevision> before = listPageRevisions(query.key(), ref.environment(), ref.revision(), 1).stream()
                .findFirst();
        return now.map(standing -> new Standing(
                standing.agent(),
                standing.draft(),
                standing.latest(),
                standing.serving()
                        .map(serving -> new Serving(
                                serving.agent(),
                                serving.environment(),
                                serving.deployment(),
                                serving.version(),
                                before))));
    }
}
