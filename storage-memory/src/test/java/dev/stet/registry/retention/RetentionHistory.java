package dev.stet.registry.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.RollBack;
import dev.stet.error.StetException;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Facts;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Fate;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.HandClock;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.storage.tck.stage.Retained;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One agent's life at random, from a seed, in which retention is applied now and then. */
final class RetentionHistory {
    private static final int CALLS = 80;
    private static final List<String> STAGES = List.of("sandbox", "live");

    private final HandClock clock = new HandClock();
    private final Storage store;
    private final AgentId agent;
    private final Random random;
    private final Workspace ana;

    RetentionHistory(Storage store, AgentId agent, long seed) {
        this.store = store;
        this.agent = agent;
        this.random = new Random(seed);
        this.ana = workspace();
    }

    private Workspace workspace() {
        return Stet.on(store)
                .pipeline(Pipeline.of("sandbox", "live").allowSkipping().entries("sandbox", "live"))
                .clock(clock)
                .build()
                .workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    }

    void live() {
        ana.agents().create(NewAgent.named("Desk").id(agent).content(document()));
        for (int i = 1; i <= CALLS; i++) {
            clock.move(Duration.ofHours(random.nextInt(24)));
            try {
                act();
            } catch (StetException refused) {
                assertTrue(refused.getMessage().length() > 10, "what chance proposes may be impossible");
            }
            if (i % 20 == 0) {
                retain();
            }
        }
    }

    private void act() {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> ana.drafts(agent).save(draft().ref(), edit());
            case 3, 4 -> {
                Draft draft = draft();
                ana.drafts(agent)
                        .publish(Publish.draft(draft.ref())
                                .superseding(Math.max(1, latest()))
                                .withoutDeploying());
            }
            case 5 -> ana.drafts(agent).open(NewDraft.from(source(), "Next"));
            case 6 -> ana.environments(agent).deploy(Deploy.version(number(), stage()));
            case 7 -> ana.environments(agent).rollBack(RollBack.of(stage()));
            default -> annotate();
        }
    }

    private void annotate() {
        Version version = ana.versions(agent).get(number());
        Annotate change = switch (random.nextInt(8)) {
            case 0 -> Annotate.nothing().pinned(!version.pinned());
            case 1 -> Annotate.nothing().label(version.label().isEmpty() ? "kept" : "");
            default -> Annotate.nothing().archived(true);
        };
        ana.versions(agent).annotate(version.number(), version.annotation().revision(), change);
    }

    private Draft draft() {
        List<Draft> all = drafts();
        return all.get(random.nextInt(all.size()));
    }

    private List<Draft> drafts() {
        return Pages.all(range -> ana.drafts(agent).list(Optional.empty(), range), 100);
    }

    private Ref source() {
        return random.nextBoolean() ? Ref.version(number()) : Ref.draft(draft().id());
    }

    private long latest() {
        return ana.agents().get(agent).head().latestVersion();
    }

    private long number() {
        return 1 + random.nextLong(Math.max(1, latest()));
    }

    private String stage() {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    private Edit edit() {
        return Edit.section("node " + random.nextInt(12), JsonValue.of(words(random.nextInt(1_000), 12)));
    }

    private static Content document() {
        Content content = Content.empty();
        for (int i = 0; i < 12; i++) {
            content = content.withSection("node " + i, JsonValue.of(words(i, 12)));
        }
        return content;
    }

    static String words(int seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(word -> Integer.toString(seed * 7_919 + word * word * 104_729, 36))
                .collect(Collectors.joining(" "));
    }

    private RetentionPolicy policy() {
        return RetentionPolicy.keepingAll()
                .draftRevisions(new Keep(random.nextInt(3), Duration.ofDays(random.nextInt(4))))
                .archivedVersions(new Keep(random.nextInt(2), Duration.ofDays(random.nextInt(8))))
                .servedWithin(Duration.ofDays(random.nextInt(8)));
    }

    private void retain() {
        RetentionPolicy policy = policy();
        Retained before = Retained.verify(store, workspace(), agent);
        Set<Long> neededVersions = neededVersions(policy.servedWithin());
        Set<String> neededRevisions = neededRevisions();
        long bytes = bytes();
        RetentionPlan plan = ana.retention(agent).plan(policy);
        assertFalse(plan.more());
        assertEquals(before, Retained.verify(store, workspace(), agent), "a dry run writes nothing");
        RetentionOutcome outcome = ana.retention(agent).apply(plan);
        Retained after = Retained.verify(store, workspace(), agent);
        assertEquals(staying(before.versions(), plan.versions(), number -> number), after.versions());
        assertEquals(staying(before.revisions(), plan.revisions(), Retained::named), after.revisions());
        assertTrue(after.versions().keySet().containsAll(neededVersions), () -> "needed: " + neededVersions);
        assertTrue(after.revisions().keySet().containsAll(neededRevisions), () -> "needed: " + neededRevisions);
        assertEquals(plan.bytes(), outcome.bytes());
        assertEquals(bytes - plan.bytes(), bytes());
        assertTrue(ana.retention(agent).plan(RetentionPolicy.keepingAll()).isEmpty(), "nothing unneeded is left");
    }

    private static <K, T> Map<K, String> staying(Map<K, String> before, List<Fate<T>> fates, Function<T, K> name) {
        Set<K> staying = fates.stream()
                .filter(Fate::stays)
                .map(fate -> name.apply(fate.of()))
                .collect(Collectors.toSet());
        assertEquals(before.size(), fates.size(), "the plan tells of everything that is there");
        return before.entrySet().stream()
                .filter(entry -> staying.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What must stay, found by asking in other ways than retention does. */
    private Set<Long> neededVersions(Duration servedWithin) {
        Set<Long> needed = new HashSet<>();
        for (Version version : Pages.all(range -> ana.versions(agent).list(VersionFilter.all(), range), 100)) {
            if (!version.archived() || version.pinned() || !version.label().isEmpty() || version.number() == latest()) {
                needed.add(version.number());
            }
        }
        for (Draft draft : drafts()) {
            if (draft.status() == DraftStatus.OPEN) {
                draft.base().ifPresent(needed::add);
            }
        }
        Instant since = clock.instant().minus(servedWithin).plusSeconds(1);
        for (Environment environment : ana.environments(agent).list()) {
            environment.version().ifPresent(needed::add);
            String name = environment.name();
            ana.environments(agent)
                    .servedAt(name, since)
                    .ifPresent(deployment -> deployment.version().ifPresent(needed::add));
            for (Deployment deployment :
                    Pages.all(range -> ana.environments(agent).history(name, range), 100)) {
                if (deployment.at().isAfter(since)) {
                    deployment.version().ifPresent(needed::add);
                }
            }
        }
        Set<Long> there = Pages.all(range -> ana.versions(agent).list(VersionFilter.all(), range), 100).stream()
                .map(Version::number)
                .collect(Collectors.toSet());
        needed.retainAll(there);
        return needed;
    }

    private Set<String> neededRevisions() {
        Set<String> needed = new HashSet<>();
        for (Draft draft : drafts()) {
            needed.add(Retained.named(draft.ref()));
            if (draft.status() == DraftStatus.OPEN) {
                draft.lineage()
                        .forkedFrom()
                        .filter(ref -> isThere(ref))
                        .ifPresent(ref -> needed.add(Retained.named(ref)));
            }
        }
        return needed;
    }

    private boolean isThere(DraftRef ref) {
        Optional<DraftRevision> found = ana.drafts(agent).findRevision(ref);
        return found.isPresent();
    }

    private long bytes() {
        return new Facts(store)
                .listContents(ana.agents().get(agent).key(), Optional.empty(), 10_000).stream()
                        .mapToLong(ContentRow::length)
                        .sum();
    }
}
