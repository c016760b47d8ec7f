package dev.stet.registry.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Environments;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.NewAgent;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Deployment;
import dev.stet.environment.Pipeline;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.oracle.HandClock;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Registries whose clocks differ share a store: no wrong clock destroys history, and "now" and "latest" agree for all. */
class ClockTest {
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final AgentId DESK = AgentId.of("desk");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int HISTORIES = 2;
    private static final int CALLS = 30;

    private static final List<Duration> ERRORS = List.of(
            Duration.ZERO,
            Duration.ofMillis(5),
            Duration.ofMillis(-5),
            Duration.ofHours(20),
            Duration.ofHours(-20),
            DAY.multipliedBy(2),
            DAY.multipliedBy(-2),
            YEAR,
            YEAR.multipliedBy(-56),
            YEAR.multipliedBy(7_900),
            YEAR.multipliedBy(-11_000));

    private final Storage store = new MemoryStorage();

    /** The right time. */
    private final HandClock time = new HandClock();

    /** A registry whose clock is wrong by this. */
    private Workspace ana(Duration error) {
        return on(() -> time.instant().plus(error));
    }

    private Workspace on(InstantSource clock) {
        return Stet.on(store)
                .pipeline(Pipeline.of("sandbox", "live").entries("sandbox", "live"))
                .clock(clock)
                .build()
                .workspace(ACME, Actor.of("ana"));
    }

    private static Version published(Workspace ana, AgentId agent) {
        long latest = ana.agents().get(agent).head().latestVersion();
        Draft draft = ana.drafts(agent).open(NewDraft.blank("Next"));
        Edit edit = Edit.section("number", JsonValue.of(latest + 1));
        draft = ana.drafts(agent).save(draft.ref(), edit).draft();
        Publish publish = Publish.draft(draft.ref());
        return ana.drafts(agent)
                .publish(latest == 0 ? publish : publish.superseding(latest))
                .version();
    }

    private static void deploy(Workspace ana, AgentId agent) {
        ana.environments(agent).deploy(Deploy.version(published(ana, agent).number(), "live"));
    }

    private static void archive(Workspace ana, AgentId agent, long version) {
        ana.versions(agent).annotate(version, 1, Annotate.nothing().archived(true));
    }

    @Promise({6, 17})
    @Test
    void whatServesNowIsWhatIsResolvedWhoeverDeployedItAndWhoeverAsks() {
        for (int i = 0; i < ERRORS.size(); i++) {
            AgentId agent = AgentId.of("desk-" + i);
            Workspace right = ana(Duration.ZERO);
            Instant born = time.instant();
            right.agents().create(NewAgent.named("Desk").id(agent));
            time.move(Duration.ofMinutes(10));
            deploy(right, agent);
            time.move(Duration.ofMinutes(10));
            deploy(ana(ERRORS.get(i)), agent);
            time.move(Duration.ofMinutes(10));
            nowAndLatestAgree(agent, 2);
            deploy(right, agent);
            time.move(Duration.ofMinutes(10));
            nowAndLatestAgree(agent, 3);
            assertEquals(Optional.empty(), right.environments(agent).servedAt("live", born));
            assertEquals(Optional.empty(), right.environments(agent).servedAt("live", Instant.MIN));
        }
    }

    private void nowAndLatestAgree(AgentId agent, long deployment) {
        for (Duration error : ERRORS) {
            Environments environments = ana(error).environments(agent);
            Instant now = time.instant().plus(error);
            assertEquals(
                    deployment, environments.findActive("live").orElseThrow().number());
            for (Instant instant : List.of(now, now.plusNanos(1), now.plus(YEAR), Instant.MAX)) {
                assertEquals(deployment, served(environments, instant), () -> "by a clock " + error + " wrong");
            }
        }
        assertEquals(
                deployment,
                served(ana(Duration.ZERO).environments(agent), time.instant().minusMillis(1)));
    }

    private static long served(Environments environments, Instant instant) {
        return environments.servedAt("live", instant).map(Deployment::number).orElse(0L);
    }

    @Promise({6, 17})
    @Test
    void whatServedBeforeAClockWentWrongIsToldAsBefore() {
        Workspace right = ana(Duration.ZERO);
        right.agents().create(NewAgent.named("Desk").id(DESK));
        deploy(right, DESK);
        Instant first = time.instant();
        time.move(Duration.ofHours(1));
        right.agents().edit(DESK, 1, AgentEdit.nothing().name("Front desk"));
        time.move(Duration.ofHours(1));
        deploy(ana(YEAR), DESK);
        time.move(DAY.multipliedBy(3));
        deploy(right, DESK);
        Instant third = time.instant();
        time.move(DAY.multipliedBy(3));
        Environments environments = right.environments(DESK);
        assertEquals(1, served(environments, first));
        assertEquals(1, served(environments, first.plus(Duration.ofMinutes(59))));
        assertEquals(2, served(environments, first.plus(Duration.ofHours(2))));
        assertEquals(2, served(environments, third.minusMillis(1)));
        assertEquals(3, served(environments, third));
    }

    @Promise(17)
    @Test
    void aChangeOnADoubtfulClockNamesBothTimes() {
        Workspace right = ana(Duration.ZERO);
        right.agents().create(NewAgent.named("Desk").id(DESK));
        deploy(right, DESK);
        Instant before = right.agents().get(DESK).head().at();
        time.move(Duration.ofHours(20));
        deploy(right, DESK);
        assertTrue(entries(right).stream().allMatch(entry -> entry.earliest().isEmpty()));
        Instant last = right.agents().get(DESK).head().at();
        assertTrue(last.isAfter(before));
        ana(YEAR).agents().edit(DESK, 1, AgentEdit.nothing().name("Ahead"));
        Instant ahead = right.agents().get(DESK).head().at();
        assertEquals(Optional.of(last), entries(right).get(0).earliest());
        time.move(Duration.ofHours(1));
        deploy(right, DESK);
        Instant now = right.environments(DESK)
                .findActive("live")
                .orElseThrow()
                .earliest()
                .orElseThrow();
        assertEquals(Duration.ofHours(1), Duration.between(last, now));
        assertEquals(
                ahead, right.environments(DESK).findActive("live").orElseThrow().at());
        Instant previous = Instant.MAX;
        for (AuditEntry entry : entries(right)) {
            assertFalse(entry.at().isAfter(previous), "history is in order");
            previous = entry.at();
        }
    }

    private static List<AuditEntry> entries(Workspace ana) {
        return ana.audit().of(DESK, Range.first(99)).items();
    }

    private static RetentionPolicy younger(Duration age) {
        return RetentionPolicy.keepingAll()
                .archivedVersions(Keep.young(age))
                .draftRevisions(Keep.young(age))
                .servedWithin(age);
    }

    /** Version 1 is archived a minute after it was published. What these clocks do then drops nothing. */
    private void dropsNothing(AgentId agent, Duration... errors) {
        Workspace right = ana(Duration.ZERO);
        right.agents().create(NewAgent.named("Desk").id(agent));
        deploy(right, agent);
        time.move(Duration.ofMinutes(1));
        deploy(right, agent);
        archive(right, agent, 1);
        for (Duration error : errors) {
            published(ana(error), agent);
            time.move(Duration.ofMinutes(1));
            ana(error).retention(agent).apply(younger(Duration.ofHours(1)));
        }
        right.retention(agent).apply(younger(Duration.ofHours(1)));
        published(right, agent);
        right.retention(agent).apply(younger(Duration.ofHours(1)));
        assertTrue(right.versions(agent).find(1).isPresent());
        assertEquals(
                2,
                right.drafts(agent)
                        .revisions(
                                right.versions(agent).get(1).lineage().draft().id(), Range.first(9))
                        .items()
                        .size());
    }

    @Promise(17)
    @Test
    void aWrongClockMakesNothingOlder() {
        for (int i = 0; i < ERRORS.size(); i++) {
            Duration error = ERRORS.get(i);
            if (error.abs().compareTo(DAY) > 0) {
                dropsNothing(AgentId.of("once-" + i), error);
                dropsNothing(AgentId.of("twice-" + i), error, error, error);
            }
        }
        dropsNothing(AgentId.of("going-on"), YEAR, YEAR.plusDays(2), YEAR.plusDays(4), YEAR.plusDays(6));
        dropsNothing(AgentId.of("further-on"), YEAR, YEAR.multipliedBy(7));
        dropsNothing(AgentId.of("there-and-back"), YEAR, Duration.ZERO, YEAR, YEAR.negated(), YEAR.multipliedBy(2));
    }

    /** Whoever retains: what is dropped is at least half as old as the policy says, whatever the clocks of the others are. */
    @Promise(17)
    @Test
    void inAnyHistoryOnlyWhatIsOldIsDropped() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            live(AgentId.of("agent-" + seed), new Random(seed));
        }
    }

    private void live(AgentId agent, Random random) {
        Map<Long, Instant> made = new HashMap<>();
        ana(Duration.ZERO).agents().create(NewAgent.named("Desk").id(agent));
        for (int i = 0; i < CALLS; i++) {
            time.move(Duration.ofHours(random.nextInt(72)));
            boolean right = random.nextInt(3) > 0;
            Workspace ana = ana(right ? Duration.ZERO : ERRORS.get(random.nextInt(ERRORS.size())));
            Version version = published(ana, agent);
            made.put(version.number(), time.instant());
            if (version.number() > 1) {
                archive(ana, agent, version.number() - 1);
            }
            ana.retention(agent).apply(younger(Duration.ofDays(30)));
            List<Long> there = ana.versions(agent).listFrom(0, VersionFilter.all(), 999).stream()
                    .map(Version::number)
                    .toList();
            made.forEach((number, at) -> assertTrue(
                    there.contains(number) || !at.plus(Duration.ofDays(15)).isAfter(time.instant()),
                    () -> "version " + number + " is too young to go"));
            made.keySet().retainAll(there);
        }
    }

    @Promise(7)
    @Test
    void onRightClocksThingsGrowOld() {
        Workspace right = ana(Duration.ZERO);
        right.agents().create(NewAgent.named("Desk").id(DESK));
        published(right, DESK);
        time.move(DAY.multipliedBy(10));
        List<Long> ages = new ArrayList<>();
        for (int week = 1; week <= 8; week++) {
            published(right, DESK);
            archive(right, DESK, week);
            right.retention(DESK).apply(younger(Duration.ofDays(14)));
            ages.add(right.versions(DESK).findLatest().orElseThrow().number()
                    - right.versions(DESK).listFrom(0, VersionFilter.all(), 99).size());
            time.move(DAY.multipliedBy(7));
        }
        assertTrue(ages.get(7) >= 3, () -> "what is older than a fortnight goes, but went only " + ages);
    }

    @Promise({10, 17})
    @Test
    void aTimeThatNoStoreCanKeepIsRefused() {
        Workspace right = ana(Duration.ZERO);
        right.agents().create(NewAgent.named("Desk").id(DESK));
        deploy(right, DESK);
        for (Instant impossible : List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.parse("-9999-01-01T00:00:00Z").minusNanos(1),
                Instant.parse("+10000-01-01T00:00:00Z"))) {
            Workspace wrong = on(() -> impossible);
            for (InvalidInputException refusal : List.of(
                    assertThrows(
                            InvalidInputException.class, () -> wrong.agents().create(NewAgent.named("New"))),
                    assertThrows(
                            InvalidInputException.class,
                            () -> wrong.agents()
                                    .edit(DESK, 1, AgentEdit.nothing().name("No"))),
                    assertThrows(
                            InvalidInputException.class,
                            () -> wrong.environments(DESK).servedAt("live", impossible)))) {
                assertEquals("time of the clock", refusal.argument());
            }
            assertEquals(1, wrong.resolve(DESK, "live").version().orElseThrow());
        }
        for (Instant possible : List.of(
                Instant.parse("-9999-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z"), Instant.EPOCH)) {
            Workspace odd = on(() -> possible);
            AgentId born = odd.agents().create(NewAgent.named("Odd")).agent().id();
            deploy(odd, born);
            assertEquals(1, served(odd.environments(born), possible));
            deploy(ana(Duration.ZERO), born);
            assertEquals(2, served(ana(Duration.ZERO).environments(born), time.instant()));
            assertEquals(
                    1,
                    ana(Duration.ZERO)
                            .contents(born)
                            .read(Ref.version(1))
                            .sections()
                            .size());
        }
    }
}
