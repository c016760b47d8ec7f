package dev.stet.benchmarks;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.version.Publish;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What save, publish with deployment, and resolve cost on each engine, beside {@link HandWritten}: by turns, one call of
 * ours and one of theirs, in one thread, on the same database, durable. Prints a Markdown table of medians.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.StoreFigures
 * }</pre>
 *
 * <p>An argument is the number of turns that are counted, 2,000 without one; as many go before to warm up. A second one is the name of the
 * only engine to measure.
 */
public final class StoreFigures {
    private static final int TURNS = 2_000;
    private static final int RESOLVES_PER_TURN = 5;

    private final Workspace workspace;
    private final HandWritten byHand;
    private final Document document = new Document();
    private final Map<Call, Times> ours = new EnumMap<>(Call.class);
    private final Map<Call, Times> theirs = new EnumMap<>(Call.class);
    private final AgentId agent = AgentId.of("front-desk");
    private Draft draft;

    private enum Call {
        SAVE,
        PUBLISH,
        RESOLVE
    }

    private StoreFigures(Database database, int turns) throws Exception {
        Stet stet = Stet.on(JdbcStorage.on(database.dataSource()).open())
                .pipeline(Pipeline.of("live").publishTo("live"))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build();
        workspace = stet.workspace(WorkspaceId.of("by-stet"), Actor.of("ana"));
        draft = workspace
                .agents()
                .create(NewAgent.named("Front desk").id(agent).content(document.content))
                .draft();
        byHand = new HandWritten(database.dataSource());
        byHand.create();
        for (Call call : Call.values()) {
            ours.put(call, new Times(turns));
            theirs.put(call, new Times(turns));
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length == 0 ? TURNS : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.println("| engine | call | by hand, µs | Stet, µs | ratio | CPU by hand, µs | CPU Stet, µs |");
        out.println("|---|---|---|---|---|---|---|");
        List<Engine> engines = arguments.length < 2 ? List.of(Engine.values()) : List.of(Engine.valueOf(arguments[1]));
        for (Engine engine : engines) {
            try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
                StoreFigures figures = new StoreFigures(database, turns);
                figures.measure(turns).measure(turns).print(engine, out);
                figures.byHand.close();
            }
        }
    }

    private StoreFigures measure(int turns) throws Exception {
        for (int turn = 0; turn < turns; turn++) {
            boolean first = turn % 2 == 0;
            for (Call call : Call.values()) {
                if (first) {
                    times(ours, call).take(turn, () -> ours(call));
                    times(theirs, call).take(turn, () -> theirs(call));
                } else {
                    times(theirs, call).take(turn, () -> theirs(call));
                    times(ours, call).take(turn, () -> ours(call));
                }
            }
        }
        return this;
    }

    private void ours(Call call) {
        switch (call) {
            case SAVE -> {
                Edit edit = Edit.section(Document.SECTION, document.nextSection());
                draft = workspace.drafts(agent).save(draft.ref(), edit).draft();
            }
            case PUBLISH -> workspace.drafts(agent).publish(Publish.draft(draft.ref()));
            case RESOLVE -> {
                for (int i = 0; i < RESOLVES_PER_TURN; i++) {
                    require(workspace.resolve(agent, "live").version().isPresent());
                }
            }
        }
    }

    private void theirs(Call call) throws Exception {
        switch (call) {
            case SAVE -> byHand.save();
            case PUBLISH -> byHand.publish();
            case RESOLVE -> {
                for (int i = 0; i < RESOLVES_PER_TURN; i++) {
                    require(byHand.resolve() > 0);
                }
            }
        }
    }

    private static void require(boolean found) {
        if (!found) {
            throw new IllegalStateException("nothing serves");
        }
    }

    private void print(Engine engine, PrintStream out) {
        for (Call call : Call.values()) {
            int calls = call == Call.RESOLVE ? RESOLVES_PER_TURN : 1;
            Times plain = times(theirs, call);
            Times stet = times(ours, call);
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,.0f | %.2f | %,.0f | %,.0f |%n",
                    engine,
                    call.name().toLowerCase(Locale.ROOT),
                    plain.wall(calls),
                    stet.wall(calls),
                    stet.wall(calls) / plain.wall(calls),
                    plain.cpu(calls),
                    stet.cpu(calls));
        }
    }

    private static Times times(Map<Call, Times> times, Call call) {
        return Objects.requireNonNull(times.get(call));
    }

    /** What each turn took: on the clock, and of the calling thread's CPU, which other work on the machine does not change. */
    private static final class Times {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final long[] wall;
        private final long[] cpu;

        Times(int turns) {
            wall = new long[turns];
            cpu = new long[turns];
        }

        void take(int turn, Work work) throws Exception {
            long cpuBegun = THREADS.getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            work.run();
            wall[turn] = System.nanoTime() - begun;
            cpu[turn] = THREADS.getCurrentThreadCpuTime() - cpuBegun;
        }

        double wall(int calls) {
            return micros(wall, calls);
        }

        double cpu(int calls) {
            return micros(cpu, calls);
        }

        private static double micros(long[] nanos, int calls) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2] / 1_000.0 / calls;
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
