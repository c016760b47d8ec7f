package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.ContentHash;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.AgentChange;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Removed;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.retention.Fate;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for retention, whatever the history and the policy. */
final class RetentionProperties {
    static final Call CALL = new Call(
            Known.ANA,
            Optional.empty(),
            Optional.empty(),
            Past.day(1_000),
            Duration.ofDays(9_999),
            DraftId.of("unused"),
            VersionId.of("unused"));

    @Provide
    Arbitrary<RetentionPolicy> policies() {
        Arbitrary<Optional<Keep>> keeps = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 20))
                .as((newest, days) -> new Keep(newest, Duration.ofDays(days)))
                .optional(0.8);
        return Combinators.combine(keeps, keeps)
                .as((revisions, archived) -> new RetentionPolicy(revisions, archived, Duration.ZERO));
    }

    /** The same for the same number. */
    private static Past past(long seed) {
        Random random = new Random(seed);
        Past past = new Past();
        int drafts = random.nextInt(4);
        for (int i = 0; i < drafts; i++) {
            DraftStatus status = random.nextBoolean() ? DraftStatus.OPEN : DraftStatus.DISCARDED;
            DraftLineage lineage =
                    random.nextBoolean() ? DraftLineage.none() : DraftLineage.onVersion(1 + random.nextInt(4));
            past.draft("d-" + i, 1 + random.nextInt(4), status, lineage);
        }
        int versions = random.nextInt(6);
        for (int i = 0; i < versions; i++) {
            past.version(
                    "d-" + random.nextInt(5),
                    1 + random.nextInt(5),
                    random.nextInt(5) == 0 ? "label" : "",
                    random.nextInt(5) == 0,
                    random.nextInt(4) > 0);
        }
        if (versions > 0 && random.nextBoolean()) {
            past.serves("live", 1 + random.nextInt(versions));
        }
        past.page("live", Past.content("d-0 1"));
        List<ContentRow> rows = past.history().contents();
        for (int i = 1; i < rows.size(); i++) {
            if (random.nextBoolean()) {
                past.stored(
                        rows.get(i).hash(),
                        Optional.of(rows.get(random.nextInt(i)).hash()),
                        1 + random.nextInt(9));
            }
        }
        return past.stored(Past.content("orphan").hash(), Optional.empty(), 7);
    }

    private static Instant at(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    private static RetentionPlan plan(Past past, RetentionPolicy policy, Instant at) {
        PlanRetention verb = new PlanRetention(KEY, policy, at);
        return verb.decides(new PlanRetention.State(past.history(), at), CALL).outcome();
    }

    private static Decision<RetentionOutcome> step(Past past, RetentionPolicy policy, Instant at) {
        ApplyRetention verb = ApplyRetention.of(KEY, policy, at);
        return verb.decides(new PlanRetention.State(past.history(), at), CALL);
    }

    @Property
    void applyingDropsWhatThePlanSaysAndNoMore(
            @ForAll long seed, @ForAll("policies") RetentionPolicy policy, @ForAll @IntRange(max = 40) int days) {
        Past past = past(seed);
        RetentionPlan plan = plan(past, policy, at(days));
        Decision<RetentionOutcome> decision = step(past, policy, at(days));
        Removed removed = decision.changes().map(AgentChange::removed).orElseGet(Removed::nothing);
        assertEquals(Set.copyOf(plan.versionsToGo()), Set.copyOf(removed.versions()));
        assertEquals(Set.copyOf(plan.revisionsToGo()), Set.copyOf(removed.revisions()));
        assertEquals(plan.contents(), removed.contents().size());
        assertEquals(plan.bytes(), decision.outcome().bytes());
        assertFalse(plan.more());
        assertEquals(plan.isEmpty(), decision.changes().isEmpty());
        assertTrue(plan(past.without(removed), policy, at(days)).isEmpty());
    }

    @Property
    void whateverStaysCanBeReadAsBefore(
            @ForAll long seed, @ForAll("policies") RetentionPolicy policy, @ForAll @IntRange(max = 40) int days) {
        Past past = past(seed);
        Removed removed =
                step(past, policy, at(days)).changes().map(AgentChange::removed).orElseGet(Removed::nothing);
        History after = past.without(removed).history();
        Set<ContentHash> there = after.contents().stream().map(ContentRow::hash).collect(Collectors.toSet());
        Set<ContentHash> needed = Stream.of(
                        after.versions().stream().map(Version::hash),
                        after.revisions().stream().map(DraftRevision::hash),
                        after.contents().stream().flatMap(row -> row.base().stream()))
                .flatMap(hashes -> hashes)
                .collect(Collectors.toSet());
        assertTrue(there.containsAll(needed));
        assertFalse(there.contains(Past.content("orphan").hash()));
    }

    @Property
    void keepingMoreDropsNoMore(@ForAll long seed, @ForAll("policies") RetentionPolicy policy) {
        RetentionPolicy more = new RetentionPolicy(
                policy.revisions().map(RetentionProperties::more),
                policy.archived().map(RetentionProperties::more),
                policy.servedWithin());
        RetentionPlan less = plan(past(seed), policy, at(40));
        RetentionPlan kept = plan(past(seed), more, at(40));
        assertTrue(less.versionsToGo().containsAll(kept.versionsToGo()));
        assertTrue(less.revisionsToGo().containsAll(kept.revisionsToGo()));
        assertTrue(less.bytes() >= kept.bytes());
    }

    private static Keep more(Keep keep) {
        return new Keep(keep.newest() + 1, keep.youngerThan().plusDays(5));
    }

    /** Beside what earlier runs left behind, every byte goes with one version or revision. */
    @Property
    void bytesAreToldOnce(@ForAll long seed, @ForAll("policies") RetentionPolicy policy) {
        RetentionPlan plan = plan(past(seed), policy, at(40));
        long told = Stream.concat(plan.versions().stream(), plan.revisions().stream())
                .mapToLong(Fate::bytes)
                .sum();
        assertTrue(told + 7 <= plan.bytes());
        assertTrue(Stream.concat(plan.versions().stream(), plan.revisions().stream())
                .filter(Fate::stays)
                .allMatch(fate -> fate.bytes() == 0));
    }

    /** Step by step, the oldest first, and none larger than a step may be. */
    @Property(tries = 20)
    void aLongHistoryGoesInSteps(
            @ForAll @IntRange(max = 700) int versions,
            @ForAll @IntRange(max = 700) int revisions,
            @ForAll @IntRange(max = 1_200) int orphans) {
        Past past = new Past().draft("d", revisions + 1, DraftStatus.OPEN, DraftLineage.none());
        for (int i = 0; i < versions; i++) {
            past.archived("gone", i + 1);
        }
        past.archived("last", 1);
        for (int i = 0; i < orphans; i++) {
            past.stored(Past.content("orphan " + i).hash(), Optional.empty(), 1);
        }
        RetentionPolicy policy =
                RetentionPolicy.keepingAll().archivedVersions(Keep.newest(0)).draftRevisions(Keep.newest(0));
        List<Long> order = new ArrayList<>();
        Set<ContentHash> contents = new HashSet<>();
        boolean more = true;
        while (more) {
            RetentionPlan plan = plan(past, policy, Past.day(5_000));
            Decision<RetentionOutcome> decision = step(past, policy, Past.day(5_000));
            Removed removed = decision.changes().map(AgentChange::removed).orElseGet(Removed::nothing);
            int named = removed.versions().size() + removed.revisions().size();
            assertTrue(named <= Sorted.MOST_NAMED && removed.size() <= Sorted.MOST_ROWS);
            assertEquals(plan.more(), decision.outcome().more());
            order.addAll(removed.versions());
            contents.addAll(removed.contents());
            more = decision.outcome().more();
            assertTrue(!more || named == Sorted.MOST_NAMED || removed.size() == Sorted.MOST_ROWS);
            past.without(removed);
        }
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(versions, order.size());
        assertEquals(versions + revisions + orphans, contents.size());
        assertTrue(plan(past, policy, Past.day(5_000)).isEmpty());
    }
}
