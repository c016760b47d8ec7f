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
 * How many saves a second the writers of one agent make together, each on a draft of their own: one of them, and then 2, 8, 16
 * and 32, in the same run on the same database, durable. Prints a Markdown table.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.ContentionFigures
 * }</pre>
 *
 * <p>An argument is how many seconds each takes, 5 without one. A second one is the name of the only engine to measure.
 */
public final class ContentionFigures {
    private static final int SECONDS = 5;
    private static final int[] WRITERS = {1, 2, 8, 16, 32};
    private static final double LATE = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final AgentId AGENT = AgentId.of("front-desk");

    private final Workspace workspace;
    private final long nanos;

    private ContentionFigures(Database database, int seconds) {
        Stet stet = Stet.on(JdbcStorage.on(database.dataSource()).open()).build();
        workspace = stet.workspace(WorkspaceId.of("w"), Actor.of("ana"));
        nanos = TimeUnit.SECONDS.toNanos(seconds);
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
        int seconds = arguments.length == 0 ? SECONDS : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.println("| engine | writers | saves a second | ratio to one writer | p99, ms | given up |");
        out.println("|---|---|---|---|---|---|");
        List<Engine> engines = arguments.length < 2 ? List.of(Engine.values()) : List.of(Engine.valueOf(arguments[1]));
        for (Engine engine : engines) {
            try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
                ContentionFigures figures = new ContentionFigures(database, seconds);
                figures.measure(1);
                double one = 0;
                for (int writers : WRITERS) {
                    Measured measured = figures.measure(writers);
                    one = writers == 1 ? measured.rate() : one;
                    out.printf(
                            Locale.ROOT,
                            "| %s | %d | %,.0f | %.2f | %,.1f | %d |%n",
                            engine,
                            writers,
                            measured.rate(),
                            measured.rate() / one,
                            measured.late(),
                            measured.givenUp());
                }
            }
        }
    }

    private Measured measure(int writers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long until = System.nanoTime() + nanos;
            List<Future<Measured>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                DraftId draft = draft(i);
                all.add(threads.submit(() -> write(draft, until)));
            }
            Measured measured = new Measured(new ArrayList<>(), 0, nanos);
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
        return new Measured(times, givenUp, nanos);
    }

    private record Measured(List<Long> times, int givenUp, long nanos) {
        Measured with(Measured other) {
            times.addAll(other.times);
            return new Measured(times, givenUp + other.givenUp, nanos);
        }

        double rate() {
            return times.size() * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
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
