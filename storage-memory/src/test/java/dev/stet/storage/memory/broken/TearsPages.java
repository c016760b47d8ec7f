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
    private final Map<AgentKey, PageRef> late = new ConcurrentHashMap<>();

    public TearsPages() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            late.remove(changeset.key());
            changeset.pages().forEach(page -> late.put(changeset.key(), page.ref()));
        }
        return result;
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        Optional<Standing> now = super.findStanding(query);
        Optional<PageRef> latest = now.flatMap(Standing::serving)
                .map(Serving::environment)
                .map(environment -> new PageRef(environment.name(), environment.page()));
        if (latest.isEmpty() || !latest.equals(Optional.ofNullable(late.get(query.key())))) {
            return now;
        }
        PageRef ref = latest.get();
        Optional<PageRevision> before = listPageRevisions(query.key(), ref.environment(), ref.revision(), 1).stream()
                .findFirst();
        return now.map(standing -> new Standing(
                standing.agent(),
                standing.draft(),
                standing.latest(),
                standing.serving().map(serving -> torn(serving, before)),
                standing.deployment(),
                standing.version(),
                standing.page().flatMap(page -> before)));
    }

    private static Serving torn(Serving serving, Optional<PageRevision> before) {
        Serving bare = new Serving(serving.environment().withPage(0), serving.snapshot(), Optional.empty());
        return before.map(bare::after).orElse(bare);
    }
}
