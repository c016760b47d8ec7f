package dev.stet.storage.memory;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.content.ContentHash;
import dev.stet.environment.Deployment;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.Changeset;
import dev.stet.storage.Removed;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.StandingQuery.Beside;
import dev.stet.storage.Storage;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * The store is linearizable per agent: what concurrent callers are told could have been told to them one after another.
 *
 * <p>Two agents run through the same short life: each change publishes a version, deploys it and renames the agent, so
 * that it changes its place in the list by name; the last one deletes it. Everything a read returns follows from the
 * head, and a read that mixes two states shows a combination that {@link Heads} never gives.
 */
@Param(name = "agent", gen = IntGen.class, conf = "0:1")
@Param(name = "head", gen = IntGen.class, conf = "0:3")
public class MemoryStorageLincheckTest {
    private static final List<AgentKey> KEYS = List.of(AgentKey.of("w", "x"), AgentKey.of("w", "y"));
    private static final String LIVE = "live";
    private static final int LAST_PUBLISHED = 3;
    private static final AgentQuery BY_NAME =
            new AgentQuery(WorkspaceId.of("w"), AgentFilter.all(), AgentOrder.BY_NAME, Optional.empty(), 0, 10);
    private static final VersionQuery NEWEST_VERSIONS = new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, 0, 10);
    private static final AuditQuery AUDIT_OF_WORKSPACE =
            new AuditQuery(WorkspaceId.of("w"), Optional.empty(), Optional.empty(), Optional.empty(), 20);
    private static final Set<String> SHARING = Set.of(
            MemoryStorage.class.getName(),
            Workspace.class.getName(),
            AgentCell.class.getName(),
            AgentIndex.class.getName(),
            AgentPage.class.getName(),
            MemoryStorageLincheckTest.class.getName());
    private static final dev.stet.access.Actor ADA = dev.stet.access.Actor.of("ada");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final ContentHash HASH = new ContentHash("0".repeat(64));
    /** By agent, then by the head that they follow. */
    private static final List<List<Changeset>> CHANGES = KEYS.stream()
            .map(key -> IntStream.rangeClosed(0, LAST_PUBLISHED)
                    .mapToObj(head -> change(key, head))
                    .toList())
            .toList();

    private final Storage storage = new MemoryStorage();

    /** Random scenarios seldom bring two callers to the same agent at the same time; these all do. */
    @Test
    void everyInterleavingThatTheModelCheckerTriesIsLinearizable() {
        Actor advance = step("advance", 0);
        Actor advanceOther = step("advance", 1);
        Actor findAgent = step("read", 0, Read.AGENT);
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(100)
                .addGuarantee(forClasses(MemoryStorageLincheckTest::sharesNothing)
                        .allMethods()
                        .ignore())
                .loopBound(1_000)
                .sequentialSpecification(Heads.class);
        options.addCustomScenario(scenario(List.of(), List.of(advance), List.of(advance)));
        options.addCustomScenario(scenario(List.of(advance), List.of(advance), List.of(advance, findAgent)));
        for (Read read : List.of(Read.AGENTS_BY_NAME, Read.SERVING, Read.AUDIT)) {
            options.addCustomScenario(scenario(
                    List.of(advance, advanceOther), List.of(advance), List.of(findAgent, step("read", 0, read))));
        }
        options.check(MemoryStorageLincheckTest.class);
    }

    @Test
    void realThreadsAreLinearizable() {
        new StressOptions()
                .iterations(10)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsBefore(2)
                .actorsPerThread(3)
                .actorsAfter(1)
                .sequentialSpecification(Heads.class)
                .check(MemoryStorageLincheckTest.class);
    }

    @Operation
    public String apply(@Param(name = "agent") int agent, @Param(name = "head") int head) {
        ApplyResult result = storage.apply(CHANGES.get(agent).get(head), Duration.ofSeconds(1));
        return result instanceof ApplyResult.Stale stale ? "stale, at " + stale.actualHead() : "applied";
    }

    /** What a caller does who cannot lose: the change that is next, whichever that is. */
    @Operation
    public long advance(@Param(name = "agent") int agent) {
        long head = 0;
        while (head <= LAST_PUBLISHED) {
            ApplyResult result = storage.apply(CHANGES.get(agent).get((int) head), Duration.ofSeconds(1));
            if (!(result instanceof ApplyResult.Stale stale)) {
                return head + 1;
            }
            head = stale.actualHead();
        }
        return head;
    }

    @Operation
    public String read(@Param(name = "agent") int agent, Read read) {
        AgentKey key = KEYS.get(agent);
        return switch (read) {
            case AGENT ->
                storage.findAgent(key).map(MemoryStorageLincheckTest::told).orElse("absent");
            case AGENTS_BY_NAME ->
                storage.listAgents(BY_NAME).stream()
                        .filter(row -> row.key().equals(key))
                        .map(MemoryStorageLincheckTest::told)
                        .toList()
                        .toString();
            case VERSION -> storage.findVersion(key, 2).isPresent() ? "present" : "absent";
            case VERSIONS ->
                storage.listVersions(key, NEWEST_VERSIONS).stream()
                        .map(Version::number)
                        .toList()
                        .toString();
            case SERVING ->
                storage.findStanding(StandingQuery.of(key).with(LIVE).with(Beside.DEPLOYMENT))
                        .map(MemoryStorageLincheckTest::told)
                        .orElse("absent");
            case AUDIT ->
                storage.listAudit(AUDIT_OF_WORKSPACE).stream()
                        .filter(entry -> entry.agent().equals(key))
                        .map(AuditEntry::number)
                        .toList()
                        .toString();
        };
    }

    /** What can be asked about an agent. */
    public enum Read {
        AGENT,
        AGENTS_BY_NAME,
        VERSION,
        VERSIONS,
        SERVING,
        AUDIT
    }

    private static ExecutionScenario scenario(List<Actor> before, List<Actor> one, List<Actor> other) {
        return new ExecutionScenario(before, List.of(one, other), List.of(), null);
    }

    private static Actor step(String operation, Object... arguments) {
        Method method = Arrays.stream(MemoryStorageLincheckTest.class.getMethods())
                .filter(candidate -> candidate.getName().equals(operation))
                .findFirst()
                .orElseThrow();
        return new Actor(method, List.of(arguments));
    }

    /** Whether a class works on immutable objects alone: switching threads inside it shows nothing new. */
    private static boolean sharesNothing(String className) {
        return className.startsWith("org.pcollections.")
                || (className.startsWith("dev.stet.") && !SHARING.contains(className));
    }

    /** The one change that can follow a head. */
    private static Changeset change(AgentKey key, int head) {
        long next = head + 1L;
        Instant at = START.plusSeconds(next);
        AuditEntry entry = new AuditEntry(
                key,
                next,
                at,
                Optional.empty(),
                ADA,
                Action.PUBLISH,
                Subject.agent(),
                true,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty());
        if (next > LAST_PUBLISHED) {
            return new Changeset(
                    key,
                    head,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Removed.nothing(),
                    entry);
        }
        Version version = version(next, at);
        Deployment deployment = deployment(next, at);
        return new Changeset(
                key,
                head,
                Optional.of(agent(key, next, at)),
                List.of(),
                List.of(),
                List.of(version),
                List.of(),
                List.of(deployment),
                List.of(Serving.untouched(LIVE).after(deployment, Optional.of(version))),
                List.of(),
                List.of(),
                Removed.nothing(),
                entry);
    }

    private static Agent agent(AgentKey key, long head, Instant at) {
        return new Agent(
                key,
                name(head),
                "",
                "",
                new TreeSet<>(),
                AgentStatus.ACTIVE,
                head,
                Optional.empty(),
                ADA,
                START,
                ADA,
                at,
                new Head(head, at, head, head, 0, Optional.empty()));
    }

    private static Version version(long number, Instant at) {
        return new Version(
                number,
                VersionId.of("v" + number),
                HASH,
                2,
                new TreeSet<>(),
                new Lineage(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        DraftRef.of("d", number),
                        OptionalLong.empty(),
                        Optional.empty()),
                ADA,
                at,
                new Annotation(1, "", "", false, false, ADA, at));
    }

    private static Deployment deployment(long number, Instant at) {
        return new Deployment(
                number,
                LIVE,
                OptionalLong.of(number),
                Deployment.Cause.PUBLISHED,
                ADA,
                at,
                Optional.empty(),
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static String told(Standing standing) {
        Serving serving = standing.serving().orElseThrow();
        return standing.agent().head().revision() + " serves "
                + serving.environment().version().orElseThrow() + " by "
                + standing.deployment().orElseThrow().number();
    }

    private static String told(Agent agent) {
        return agent.name() + " at " + agent.head().revision();
    }

    /** Alternates between the front and the back of the list by name. */
    private static String name(long head) {
        return head % 2 == 0 ? "front" : "rear";
    }

    /** What a store says of these agents that is asked one thing at a time. */
    public static class Heads {
        private final long[] heads = new long[KEYS.size()];

        public String apply(int agent, int head) {
            if (heads[agent] != head) {
                return "stale, at " + heads[agent];
            }
            heads[agent]++;
            return "applied";
        }

        public long advance(int agent) {
            heads[agent] = Math.min(heads[agent], LAST_PUBLISHED) + 1;
            return heads[agent];
        }

        public String read(int agent, Read read) {
            long head = heads[agent];
            boolean there = 1 <= head && head <= LAST_PUBLISHED;
            return switch (read) {
                case AGENT -> there ? name(head) + " at " + head : "absent";
                case AGENTS_BY_NAME -> there ? "[" + name(head) + " at " + head + "]" : "[]";
                case VERSION -> there && head >= 2 ? "present" : "absent";
                case VERSIONS -> downFrom(there ? head : 0);
                case SERVING -> there ? head + " serves " + head + " by " + head : "absent";
                case AUDIT -> downFrom(head);
            };
        }

        private static String downFrom(long head) {
            return Arrays.toString(LongStream.iterate(head, number -> number > 0, number -> number - 1)
                    .toArray());
        }
    }
}
