package dev.stet.storage.memory.broken;

import dev.stet.agent.Head;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes for the latest version what is served: the number of a version that nothing serves is given again. */
public final class ReusesNumbers extends ForwardingStorage {
    private final Map<AgentKey, Map<Long, Version>> overwritten = new ConcurrentHashMap<>();

    public ReusesNumbers() {
        super(new MemoryStorage());
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return super.findStanding(query).map(standing -> {
            Head head = standing.agent().head();
            long latest = super.listEnvironments(query.key()).stream()
                    .mapToLong(
                            environment -> environment.environment().version().orElse(0))
                    .max()
                    .orElse(0);
            return new Standing(
                    standing.agent()
                            .withHead(new Head(
                                    head.revision(),
                                    head.at(),
                                    latest,
                                    head.latestDeployment(),
                                    head.openDrafts(),
                                    head.leap())),
                    standing.draft(),
                    latest == 0 ? Optional.empty() : findVersion(query.key(), latest),
                    standing.serving(),
                    standing.deployment(),
                    standing.version(),
                    standing.page());
        });
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        AgentKey key = changeset.key();
        List<Version> taken = changeset.versions().stream()
                .filter(version -> super.findVersion(key, version.number()).isPresent())
                .toList();
        List<Version> free = changeset.versions().stream()
                .filter(version -> !taken.contains(version))
                .toList();
        ApplyResult result = super.apply(Rewriting.withVersions(changeset, free), patience);
        if (result instanceof ApplyResult.Applied) {
            taken.forEach(version -> overwritten
                    .computeIfAbsent(key, of -> new ConcurrentHashMap<>())
                    .put(version.number(), version));
        }
        return result;
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, long number) {
        return Optional.ofNullable(overwritten.getOrDefault(key, Map.of()).get(number))
                .or(() -> super.findVersion(key, number));
    }
}
