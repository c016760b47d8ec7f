package dev.stet.storage.memory;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * The store is linearizable per head: what concurrent callers are told could have been told to them one after another.
 *
 * <p>Two heads run through the same short life: each change adds a row, makes another row tell of it and renames the head, so
 * that it changes its place in the list by name; the last one deletes it. Everything a read returns follows from the
 * revision, and a read that mixes two states shows a combination that {@link OneByOne} never gives.
 */
@Param(name = "head", gen = IntGen.class, conf = "0:1")
@Param(name = "revision", gen = IntGen.class, conf = "0:3")
public class MemoryStorageLincheckTest {
    private static final Table.Builder HEAD_COLUMNS = Table.head("thing");
    private static final Column NAME = HEAD_COLUMNS.text("name", 10);
    private static final Table HEAD = HEAD_COLUMNS
            .workspaceIndex("thing_by_name", NAME.ascending(), HEAD_COLUMNS.id().ascending())
            .build();
    private static final Column REVISION = HEAD.columns().get(2);

    private static final Table.Builder ROW_COLUMNS = Table.ownedBy(HEAD, "numbered");
    private static final Column NUMBER = ROW_COLUMNS.number("number");
    private static final Table ROW = ROW_COLUMNS.key(NUMBER.descending()).build();

    private static final Table.Builder SLOT_COLUMNS = Table.ownedBy(HEAD, "slot");
    private static final Column SLOT_NAME = SLOT_COLUMNS.text("name", 10);
    private static final Column SHOWN = SLOT_COLUMNS.number("shown");
    private static final Table SLOT = SLOT_COLUMNS.key(SLOT_NAME.ascending()).build();

    private static final Table.Builder TRAIL_COLUMNS = Table.ownedBy(HEAD, "trail");
    private static final Column ENTRY = TRAIL_COLUMNS.number("entry");
    private static final Table TRAIL = TRAIL_COLUMNS
            .key(ENTRY.descending())
            .workspaceIndex(
                    "trail_newest", ENTRY.descending(), TRAIL_COLUMNS.id().ascending())
            .outlivesOwner()
            .build();

    private static final String LIVE = "live";
    private static final int LAST_SHOWN = 3;
    private static final List<Key> KEYS = List.of(Key.of(HEAD, "w", "x"), Key.of(HEAD, "w", "y"));
    private static final Scan BY_NAME =
            Scan.of(HEAD, HEAD.indexes().get(0), "w").limit(10);
    private static final Scan TRAIL_OF_WORKSPACE =
            Scan.of(TRAIL, TRAIL.indexes().get(0), "w").limit(20);
    private static final Set<String> SHARING = Set.of(
            MemoryStorage.class.getName(),
            Heads.class.getName(),
            Workspace.class.getName(),
            HeadCell.class.getName(),
            Page.class.getName(),
            MemoryStorageLincheckTest.class.getName());

    /** By head, then by the revision that they follow. */
    private static final List<List<Changeset>> CHANGES = KEYS.stream()
            .map(key -> IntStream.rangeClosed(0, LAST_SHOWN)
                    .mapToObj(revision -> change(key, revision))
                    .toList())
            .toList();

    private final Storage storage = new MemoryStorage(Catalogue.of(List.of(HEAD, ROW, SLOT, TRAIL)));

    /** Random scenarios seldom bring two callers to the same head at the same time; these all do. */
    @Test
    void everyInterleavingThatTheModelCheckerTriesIsLinearizable() {
        Actor advance = step("advance", 0);
        Actor advanceOther = step("advance", 1);
        Actor readHead = step("read", 0, Read.HEAD);
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(100)
                .addGuarantee(forClasses(MemoryStorageLincheckTest::sharesNothing)
                        .allMethods()
                        .ignore())
                .loopBound(1_000)
                .sequentialSpecification(OneByOne.class);
        options.addCustomScenario(scenario(List.of(), List.of(advance), List.of(advance)));
        options.addCustomScenario(scenario(List.of(advance), List.of(advance), List.of(advance, readHead)));
        for (Read read : List.of(Read.HEADS_BY_NAME, Read.SHOWN, Read.TRAIL)) {
            options.addCustomScenario(scenario(
                    List.of(advance, advanceOther), List.of(advance), List.of(readHead, step("read", 0, read))));
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
                .sequentialSpecification(OneByOne.class)
                .check(MemoryStorageLincheckTest.class);
    }

    @Operation
    public String apply(@Param(name = "head") int head, @Param(name = "revision") int revision) {
        ApplyResult result = storage.apply(CHANGES.get(head).get(revision), Duration.ofSeconds(1));
        return result instanceof ApplyResult.Stale stale ? "stale, at " + stale.actualHead() : "applied";
    }

    /** What a caller does who cannot lose: the change that is next, whichever that is. */
    @Operation
    public long advance(@Param(name = "head") int head) {
        long revision = 0;
        while (revision <= LAST_SHOWN) {
            ApplyResult result = storage.apply(CHANGES.get(head).get((int) revision), Duration.ofSeconds(1));
            if (!(result instanceof ApplyResult.Stale stale)) {
                return revision + 1;
            }
            revision = stale.actualHead();
        }
        return revision;
    }

    @Operation
    public String read(@Param(name = "head") int head, Read read) {
        Key key = KEYS.get(head);
        return switch (read) {
            case HEAD -> find(key).map(MemoryStorageLincheckTest::told).orElse("absent");
            case HEADS_BY_NAME ->
                storage.scan(BY_NAME).stream()
                        .filter(row -> row.key().equals(key))
                        .map(MemoryStorageLincheckTest::told)
                        .toList()
                        .toString();
            case ROW -> find(owned(key, ROW, 2L)).isPresent() ? "present" : "absent";
            case ROWS ->
                numbers(storage.scan(Scan.of(ROW, ROW.key(), key.values().toArray())), NUMBER);
            case SHOWN ->
                shown(storage.read(List.of(key, owned(key, SLOT, LIVE), owned(key, ROW, new Key.Link(1, SHOWN)))));
            case TRAIL ->
                numbers(
                        storage.scan(TRAIL_OF_WORKSPACE).stream()
                                .filter(row -> row.head().equals(key))
                                .toList(),
                        ENTRY);
        };
    }

    private Optional<Row> find(Key key) {
        return storage.read(List.of(key)).get(0);
    }

    private static Key owned(Key head, Table table, Object last) {
        return Key.of(table, head.values().get(0), head.values().get(1), last);
    }

    private static String numbers(List<Row> rows, Column column) {
        return rows.stream().map(row -> row.number(column)).toList().toString();
    }

    private static String shown(List<Optional<Row>> rows) {
        return rows.get(0)
                .map(head -> head.number(REVISION) + " shows "
                        + rows.get(1).orElseThrow().number(SHOWN) + " as "
                        + rows.get(2).orElseThrow().number(NUMBER))
                .orElse("absent");
    }

    private static String told(Row head) {
        return head.text(NAME) + " at " + head.number(REVISION);
    }

    /** What can be asked about a head. */
    public enum Read {
        HEAD,
        HEADS_BY_NAME,
        ROW,
        ROWS,
        SHOWN,
        TRAIL
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

    /** The one change that can follow a revision. */
    private static Changeset change(Key head, int revision) {
        long next = revision + 1L;
        Write entry = new Write.Add(row(head, TRAIL).set(ENTRY, next).build());
        if (next > LAST_SHOWN) {
            return new Changeset(head, revision, Optional.empty(), List.of(entry));
        }
        Row row = row(head, HEAD).set(REVISION, next).set(NAME, name(next)).build();
        Write added = new Write.Add(row(head, ROW).set(NUMBER, next).build());
        Write shown = new Write.Put(
                row(head, SLOT).set(SLOT_NAME, LIVE).set(SHOWN, next).build());
        return new Changeset(head, revision, Optional.of(row), List.of(added, shown, entry));
    }

    private static Row.Builder row(Key head, Table table) {
        return Row.of(table)
                .set(table.workspace(), head.values().get(0))
                .set(table.id(), head.values().get(1));
    }

    /** Alternates between the front and the back of the list by name. */
    private static String name(long revision) {
        return revision % 2 == 0 ? "front" : "rear";
    }

    /** What a store says of these heads that is asked one thing at a time. */
    public static class OneByOne {
        private final long[] revisions = new long[KEYS.size()];

        public String apply(int head, int revision) {
            if (revisions[head] != revision) {
                return "stale, at " + revisions[head];
            }
            revisions[head]++;
            return "applied";
        }

        public long advance(int head) {
            revisions[head] = Math.min(revisions[head], LAST_SHOWN) + 1;
            return revisions[head];
        }

        public String read(int head, Read read) {
            long revision = revisions[head];
            boolean there = 1 <= revision && revision <= LAST_SHOWN;
            return switch (read) {
                case HEAD -> there ? name(revision) + " at " + revision : "absent";
                case HEADS_BY_NAME -> there ? "[" + name(revision) + " at " + revision + "]" : "[]";
                case ROW -> there && revision >= 2 ? "present" : "absent";
                case ROWS -> downFrom(there ? revision : 0);
                case SHOWN -> there ? revision + " shows " + revision + " as " + revision : "absent";
                case TRAIL -> downFrom(revision);
            };
        }

        private static String downFrom(long revision) {
            return Arrays.toString(LongStream.iterate(revision, number -> number > 0, number -> number - 1)
                    .toArray());
        }
    }
}
