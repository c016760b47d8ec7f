package dev.stet.benchmarks;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.ContentionException;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many saves a second the writers of one agent make together, each on a draft of their own: 2, 8, 16 and 32 of them in turns
 * with one, on the same database, durable. Other work on the machine comes and goes by the second, so that a ratio is the median
 * of those of neighbouring turns. Prints a Markdown table.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.ContentionFigures
 * }</pre>
 *
 * <p>An argument is how many pairs of turns there are of each number, 9 without one; a turn takes a second. A second one is the
 * name of the only engine to measure.
 */
public final class ContentionFigures {
    private static final int PAIRS = 9;
    private static final int[] WRITERS = {2, 8, 16, 32};
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double LATE = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final AgentId AGENT = AgentId.of("front-desk");

    private final Workspace workspace;

    private ContentionFigures(Database database) {
        Stet stet = Stet.on(JdbcStorage.on(database.dataSource()).open()).build();
        workspace = stet.workspace(WorkspaceId.of("w"), Actor.of("ana"));
        Document document = new Document();
        workspace.agents().create(NewAgent.named("Front desk").id(AGENT).content(document.content));
        for (int i = 0; i < WRITERS[WRITERS.length - 1]; i++) {
            workspace
                    .drafts(AGENT)
                    .open(NewDraft.from(Ref.content(document.content), "Draft").id(draft(i)));
        }
    }

    private static DraftId draft(int writer) {
        return DraftId.of("draft-" + writer);
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length == 0 ? PAIRS : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.println("| engine | writers | saves a second | one writer between | ratio | p99, ms | given up |");
        out.println("|---|---|---|---|---|---|---|");
        List<Engine> engines = arguments.length < 2 ? List.of(Engine.values()) : List.of(Engine.valueOf(arguments[1]));
        for (Engine engine : engines) {
            try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
                ContentionFigures figures = new ContentionFigures(database);
                figures.measure(1);
                figures.measure(WRITERS[WRITERS.length - 1]);
                for (int writers : WRITERS) {
                    out.println("| " + engine + " | " + writers + figures.measured(writers, pairs));
                }
            }
        }
    }

    private String measured(int writers, int pairs) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        Measured all = Measured.nothing();
        for (int i = 0; i < pairs; i++) {
            double one = measure(1).rate();
            Measured many = measure(writers);
            alone.add(one);
            together.add(many.rate());
            ratios.add(many.rate() / one);
            all = all.with(many);
        }
        return String.format(
                Locale.ROOT,
                " | %,.0f | %,.0f | %.2f | %,.1f | %d |",
                median(together),
                median(alone),
                median(ratios),
                all.late(),
                all.givenUp());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private Measured measure(int writers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long until = System.nanoTime() + NANOS;
            List<Future<Measured>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                DraftId draft = draft(i);
                all.add(threads.submit(() -> write(draft, until)));
            }
            Measured measured = Measured.nothing();
            for (Future<Measured> each : all) {
                measured = measured.with(each.get());
            }
            return measured;
        } finally {
            threads.shutdown();
        }
    }

    private Measured write(DraftId id, long until) {
        Document document = new Document();
        Draft draft = workspace.drafts(AGENT).get(id);
        List<Long> times = new ArrayList<>();
        int givenUp = 0;
        for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
            Edit edit = Edit.section(Document.SECTION, document.nextSection());
            try {
                draft = workspace.drafts(AGENT).save(draft.ref(), edit).draft();
                times.add(System.nanoTime() - begun);
            } catch (ContentionException lost) {
                givenUp++;
            }
        }
        return new Measured(times, givenUp);
    }

    /** The saves of one turn, or of several. */
    private record Measured(List<Long> times, int givenUp) {
        static Measured nothing() {
            return new Measured(new ArrayList<>(), 0);
        }

        Measured with(Measured other) {
            times.addAll(other.times);
            return new Measured(times, givenUp + other.givenUp);
        }

        /** Of one turn, in saves a second. */
        double rate() {
            return times.size();
        }

        /** Of a hundred saves, the slowest but one took no longer, in milliseconds. */
        double late() {
            return times.stream()
                            .sorted()
                            .skip((long) (times.size() * LATE))
                            .findFirst()
                            .orElse(0L)
                    / NANOS_PER_MILLI;
        }
    }
}
