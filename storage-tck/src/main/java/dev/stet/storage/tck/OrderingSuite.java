package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Freeze;
import dev.stet.facts.AgentPosition;
import dev.stet.facts.AgentQuery;
import dev.stet.facts.AuditQuery;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DeploymentQuery.From;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Serving;
import dev.stet.facts.VersionQuery;
import dev.stet.ref.DraftId;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Annotation;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every list is in the order that its query defines, shows what its filter accepts, and no more than its limit. */
public abstract class OrderingSuite extends StorageSuite {
    private static final WorkspaceId W = WorkspaceId.of("w");
    private static final int ALL = 100;
    /** The last two are in one order by code point, and in the other by UTF-16 unit. */
    private static final List<String> NAMES =
            List.of("Abe", "abe b", "Zoe", "_z", "ast", "Éclair", "éclair!", "Ωmega", "\uFFFDx", "\uD83D\uDE00y");

    private static final List<String> IN_ORDER = NAMES.stream()
            .sorted((a, b) -> {
                int[] x = Agent.foldName(a).codePoints().toArray();
                int[] y = Agent.foldName(b).codePoints().toArray();
                return Arrays.compare(x, y);
            })
            .toList();

    private void create(String id, Agent agent) {
        Rows.of("w", id).change(0).agent(agent).applyTo(facts());
    }

    private List<String> names(AgentFilter filter, AgentOrder order, long offset, int limit) {
        return facts().listAgents(new AgentQuery(W, filter, order, Optional.empty(), offset, limit)).stream()
                .map(Agent::name)
                .toList();
    }

    @Test
    void agentsAreListedByCodePointsOfTheirFoldedNames() {
        for (int i = 0; i < NAMES.size(); i++) {
            int shuffled = (i * 7) % NAMES.size();
            String id = "agent-" + shuffled;
            create(id, Rows.of("w", id).agent(NAMES.get(shuffled), 1));
        }
        assertEquals(IN_ORDER, names(AgentFilter.all(), AgentOrder.BY_NAME, 0, ALL));
        assertEquals(IN_ORDER.subList(3, 5), names(AgentFilter.all(), AgentOrder.BY_NAME, 3, 2));
        assertEquals(List.of(), names(AgentFilter.all(), AgentOrder.BY_NAME, 100, 2));
        assertEquals(List.of(), names(AgentFilter.all(), AgentOrder.BY_NAME, 0, 0));
        assertEquals(IN_ORDER.size(), facts().countAgents(W, AgentFilter.all()));
        for (AgentOrder order : AgentOrder.values()) {
            positionsLeadOn(order);
        }
    }

    /** From the position of every agent on, the list is the rest of the list. */
    private void positionsLeadOn(AgentOrder order) {
        List<Agent> all = facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, Optional.empty(), 0, ALL));
        for (int i = 0; i < all.size(); i++) {
            Optional<AgentPosition> position = Optional.of(AgentPosition.of(all.get(i)));
            assertEquals(
                    all.subList(i + 1, all.size()),
                    facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, position, 0, ALL)));
            assertEquals(
                    all.subList(Math.min(i + 2, all.size()), Math.min(i + 4, all.size())),
                    facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, position, 1, 2)));
        }
    }

    @Test
    void agentsOfOneInstantOrOfOneNameAreListedById() {
        List<String> ids = List.of("B", "a", "a/b", "b", "c");
        for (String id : List.of("b", "a/b", "c", "B", "a")) {
            create(id, Rows.of("w", id).agent("Same", 1));
        }
        create("later", Rows.of("w", "later").agent("same", 1, Rows.START.plus(1, ChronoUnit.MICROS)));
        List<String> newestFirst = ids(AgentOrder.NEWEST_FIRST);
        assertEquals("later", newestFirst.get(0));
        assertEquals(ids, newestFirst.subList(1, 6));
        List<String> byName = ids(AgentOrder.BY_NAME);
        assertEquals("later", byName.get(5));
        assertEquals(ids, byName.subList(0, 5));
        for (AgentOrder order : AgentOrder.values()) {
            positionsLeadOn(order);
        }
    }

    @Test
    void agentsAreFilteredByEveryCondition() {
        create("plain", Rows.of("w", "plain").agent("Straße", 1));
        create("full", full(Rows.of("w", "full").agent("İstanbul ÉCLAIR", 1)));
        Rows served = Rows.of("w", "served");
        served.change(0)
                .agent(Rows.servedIn(served.agent("served", 1), "live"))
                .version(served.version(1))
                .deploy(served.deployment(1, "live", 1))
                .deploy(served.deployment(2, "sandbox", OptionalLong.empty(), Rows.at(1)))
                .applyTo(facts());
        AgentFilter all = AgentFilter.all();
        assertEquals(List.of("full"), ids(all.status(AgentStatus.ARCHIVED)));
        assertEquals(List.of("plain", "served"), ids(all.status(AgentStatus.ACTIVE)));
        assertEquals(List.of("full"), ids(all.kind("Support")));
        assertEquals(List.of(), ids(all.kind("support")));
        assertEquals(List.of("plain", "served"), ids(all.kind("")));
        assertEquals(List.of("full"), ids(all.tag("über")));
        assertEquals(List.of(), ids(all.tag("Über")));
        assertEquals(List.of("full"), ids(all.nameText("e\u0301CLAIR")));
        assertEquals(List.of(), ids(all.nameText("_")));
        assertEquals(List.of(), ids(all.nameText("%")));
        assertEquals(List.of("full"), ids(all.hasVersion(true)));
        assertEquals(List.of("plain", "served"), ids(all.hasVersion(false)));
        assertEquals(List.of("served"), ids(all.servedIn("live")));
        assertEquals(List.of(), ids(all.servedIn("sandbox")));
        assertEquals(List.of("full"), ids(all.tag("blue").kind("Support").hasVersion(true)));
        assertEquals(List.of(), ids(all.tag("blue").servedIn("live")));
    }

    private static Agent full(Agent plain) {
        return new Agent(
                plain.key(),
                plain.name(),
                "",
                "Support",
                new TreeSet<>(List.of("blue", "über")),
                AgentStatus.ARCHIVED,
                1,
                Optional.empty(),
                plain.createdBy(),
                plain.createdAt(),
                plain.updatedBy(),
                plain.updatedAt(),
                new Head(1, Rows.at(1), 3, 0, 0, new TreeSet<>(), Optional.empty()));
    }

    private List<String> ids(AgentOrder order) {
        return facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, Optional.empty(), 0, ALL)).stream()
                .map(agent -> agent.id().value())
                .toList();
    }

    private List<String> ids(AgentFilter filter) {
        List<String> ids =
                facts()
                        .listAgents(new AgentQuery(W, filter, AgentOrder.NEWEST_FIRST, Optional.empty(), 0, ALL))
                        .stream()
                        .map(agent -> agent.id().value())
                        .toList();
        assertEquals(ids.size(), facts().countAgents(W, filter), filter::toString);
        return ids;
    }

    @Test
    void draftsAreListedLatestFirstAndById() {
        Rows desk = Rows.of("w", "desk");
        Changes change = desk.named("desk", 0);
        List<String> ids = List.of("z", "B", "a", "b", "y");
        List<Instant> opened = List.of(Rows.at(9), Rows.at(5), Rows.at(5), Rows.at(5), Rows.at(1));
        for (int i : List.of(3, 0, 4, 2, 1)) {
            DraftStatus status = i % 2 == 0 ? DraftStatus.OPEN : DraftStatus.DISCARDED;
            change.draft(desk.draft(ids.get(i), 1, status, opened.get(i)));
        }
        change.applyTo(facts());
        List<Draft> all = facts().listDrafts(desk.key(), new DraftQuery(Optional.empty(), Optional.empty(), ALL));
        assertEquals(ids, all.stream().map(draft -> draft.id().value()).toList());
        for (int i = 0; i < all.size(); i++) {
            Optional<DraftQuery.Position> position = Optional.of(DraftQuery.Position.of(all.get(i)));
            assertEquals(
                    all.subList(i + 1, all.size()),
                    facts().listDrafts(desk.key(), new DraftQuery(Optional.empty(), position, ALL)));
            List<Draft> open = all.subList(i + 1, all.size()).stream()
                    .filter(draft -> draft.status() == DraftStatus.OPEN)
                    .limit(1)
                    .toList();
            assertEquals(
                    open, facts().listDrafts(desk.key(), new DraftQuery(Optional.of(DraftStatus.OPEN), position, 1)));
        }
    }

    @Test
    void revisionsAndVersionsAreListedNewestFirst() {
        Rows desk = Rows.of("w", "desk");
        Changes change = desk.named("desk", 0).draft(desk.draft("d", 12, DraftStatus.OPEN, Rows.START));
        for (long number : List.of(10L, 2L, 12L, 1L, 3L, 11L, 4L, 5L, 9L, 8L, 7L, 6L)) {
            change.revision(desk.revision("d", number));
            boolean odd = number % 2 == 1;
            change.version(desk.version(number)
                    .withAnnotation(new Annotation(1, odd ? "odd" : "", "", odd, number > 9, Rows.ADA, Rows.START)));
        }
        change.applyTo(facts());
        assertEquals(List.of(12L, 11L, 10L), revisions(desk, Long.MAX_VALUE, 3));
        assertEquals(List.of(9L, 8L), revisions(desk, 10, 2));
        assertEquals(List.of(2L, 1L), revisions(desk, 3, ALL));
        VersionFilter all = VersionFilter.all();
        assertEquals(List.of(12L, 11L, 10L), versions(desk, all, Long.MAX_VALUE, 0, 3));
        assertEquals(List.of(7L, 6L), versions(desk, all, 10, 2, 2));
        assertEquals(List.of(11L, 9L, 7L), versions(desk, all.pinned(true), Long.MAX_VALUE, 0, 3));
        assertEquals(List.of(8L, 6L, 4L, 2L), versions(desk, all.label(""), 10, 0, ALL));
        assertEquals(List.of(9L, 8L, 7L), versions(desk, all.archived(false), Long.MAX_VALUE, 0, 3));
        assertEquals(List.of(5L, 3L, 1L), versions(desk, all.label("odd"), 10, 2, ALL));
        assertEquals(List.of(), versions(desk, all.label("ODD"), 10, 0, ALL));
        assertEquals(List.of(12L, 10L), versions(desk, all.archived(true).pinned(false), Long.MAX_VALUE, 0, ALL));
    }

    private List<Long> revisions(Rows rows, long before, int limit) {
        return facts().listRevisions(rows.key(), DraftId.of("d"), before, limit).stream()
                .map(revision -> revision.number())
                .toList();
    }

    private List<Long> versions(Rows rows, VersionFilter filter, long before, long offset, int limit) {
        return facts().listVersions(rows.key(), new VersionQuery(filter, before, offset, limit)).stream()
                .map(Version::number)
                .toList();
    }

    @Test
    void environmentsAreListedByName() {
        Rows desk = Rows.of("w", "desk");
        Changes change = desk.named("desk", 0);
        List<String> names = List.of("-", ".a", "10", "9", "_", "a", "a-b", "a.b", "ab", "b");
        for (int i = 0; i < names.size(); i++) {
            change.environment(Serving.untouched(names.get((i * 3) % names.size()))
                    .withFreeze(Optional.of(new Freeze(Rows.ADA, Rows.START, "so"))));
        }
        change.applyTo(facts());
        assertEquals(
                names,
                facts().listEnvironments(desk.key()).stream().map(Serving::name).toList());
    }

    @Promise(6)
    @Test
    void deploymentsAreListedNewestFirstAndUpToAnInstant() {
        Rows desk = Rows.of("w", "desk");
        Changes change = desk.named("desk", 0);
        for (long number = 1; number <= 12; number++) {
            String environment = number % 3 == 0 ? "live" : "sandbox";
            change.deploy(desk.deployment(number, environment, OptionalLong.of(1 + number % 4), madeAt(number)));
        }
        change.applyTo(facts());
        assertEquals(downFrom(12), deployments(desk, DeploymentQuery.all(Optional.empty(), ALL)));
        assertEquals(
                downFrom(8), deployments(desk, DeploymentQuery.all(Optional.of(new From.After(madeAt(9), 9)), ALL)));
        assertEquals(
                List.of(9L, 6L),
                deployments(desk, DeploymentQuery.in("live", Optional.of(new From.After(madeAt(12), 12)), 2)));
        assertEquals(List.of(11L, 7L), deployments(desk, ofVersion(4, "sandbox", 2)));
        assertEquals(List.of(3L), deployments(desk, ofVersion(4, "live", ALL)));
        for (long micros = -1; micros <= 7; micros++) {
            Instant instant = Rows.START.plus(micros, ChronoUnit.MICROS);
            List<Long> live = downFrom(Math.min(12, 2 * micros + 1)).stream()
                    .filter(number -> number % 3 == 0)
                    .toList();
            assertEquals(live, deployments(desk, DeploymentQuery.in("live", Optional.of(new From.At(instant)), ALL)));
            assertEquals(live.stream().limit(1).toList(), deployments(desk, DeploymentQuery.activeAt(instant, "live")));
        }
    }

    private static Instant madeAt(long number) {
        return Rows.START.plus(number / 2, ChronoUnit.MICROS);
    }

    private static DeploymentQuery ofVersion(long version, String environment, int limit) {
        return new DeploymentQuery(Optional.of(environment), OptionalLong.of(version), Optional.empty(), limit);
    }

    private static List<Long> downFrom(long number) {
        return LongStream.iterate(number, next -> next > 0, next -> next - 1)
                .boxed()
                .toList();
    }

    private List<Long> deployments(Rows rows, DeploymentQuery query) {
        return facts().listDeployments(rows.key(), query).stream()
                .map(Deployment::number)
                .toList();
    }

    /** Through all the time that a clock may tell, which is not the order of its digits. */
    @Promise({6, 17})
    @Test
    void instantsAreInTheOrderOfTime() {
        List<Instant> ages = Stream.of(
                        "-9999-01-01T00:00:00Z",
                        "-0044-03-15T12:00:00Z",
                        "0001-01-01T00:00:00Z",
                        "1969-12-31T23:59:59.999999Z",
                        "1970-01-01T00:00:00.000001Z",
                        "2026-01-01T00:00:00Z",
                        "9999-12-31T23:59:59.999999Z")
                .map(Instant::parse)
                .toList();
        for (int i : List.of(4, 0, 2, 1, 6, 3, 5)) {
            Rows rows = Rows.of("w", "agent-" + (i + 1));
            rows.change(0)
                    .agent(rows.agent("agent", 1, ages.get(i)))
                    .at(ages.get(i))
                    .applyTo(facts());
        }
        List<String> latestFirst = named("agent-", downFrom(ages.size()));
        assertEquals(latestFirst, ids(AgentOrder.NEWEST_FIRST));
        assertEquals(
                latestFirst,
                Picture.audit(facts(), "w").stream()
                        .map(entry -> entry.agent().agent().value())
                        .toList());
        servedThrough(ages);
    }

    private static List<String> named(String prefix, List<Long> numbers) {
        return numbers.stream().map(number -> prefix + number).toList();
    }

    private void servedThrough(List<Instant> ages) {
        Rows desk = Rows.of("v", "desk");
        Changes change = desk.named("desk", 0);
        for (int i = 0; i < ages.size(); i++) {
            change.draft(desk.draft("draft-" + (i + 1), 1, DraftStatus.OPEN, ages.get(i)));
            change.deploy(desk.deployment(i + 1L, "live", OptionalLong.of(1), ages.get(i)));
        }
        change.applyTo(facts());
        assertEquals(
                named("draft-", downFrom(ages.size())),
                facts().listDrafts(desk.key(), new DraftQuery(Optional.empty(), Optional.empty(), ALL)).stream()
                        .map(draft -> draft.id().value())
                        .toList());
        for (int i = 1; i < ages.size(); i++) {
            for (Instant instant : List.of(ages.get(i - 1), ages.get(i).minus(1, ChronoUnit.MICROS))) {
                assertEquals(List.of((long) i), deployments(desk, DeploymentQuery.activeAt(instant, "live")));
            }
        }
    }

    @Test
    void theAuditTrailIsListedLatestFirstThenByAgent() {
        Rows a = Rows.of("w", "a");
        Rows upper = Rows.of("w", "B");
        Instant same = Rows.START;
        a.named("a", 0).at(same).applyTo(facts());
        upper.named("B", 0).at(same).applyTo(facts());
        a.named("a", 1).at(same).applyTo(facts());
        upper.named("B", 1).at(same.plusSeconds(1)).applyTo(facts());
        a.named("a", 2).at(same.minusSeconds(1).plusSeconds(1)).applyTo(facts());
        List<String> all = List.of("w/B 2", "w/B 1", "w/a 3", "w/a 2", "w/a 1");
        assertEquals(all, audit(Optional.empty(), ALL));
        List<AuditEntry> entries = Picture.audit(facts(), "w");
        for (int i = 0; i < entries.size(); i++) {
            Optional<AuditQuery.Position> position = Optional.of(AuditQuery.Position.of(entries.get(i)));
            assertEquals(all.subList(i + 1, all.size()), audit(position, ALL));
            assertEquals(all.subList(i + 1, Math.min(i + 3, all.size())), audit(position, 2));
        }
    }

    private List<String> audit(Optional<AuditQuery.Position> after, int limit) {
        return facts().listAudit(new AuditQuery(W, Optional.empty(), after, limit)).stream()
                .map(entry -> entry.agent() + " " + entry.number())
                .toList();
    }
}
