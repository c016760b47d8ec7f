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
import java.util.Arrays;
import java.util.EnumMap;
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
 * <p>An argument is the number of turns that are counted, 2,000 without one; a quarter as many go before to warm up.
 */
public final class StoreFigures {
    private static final int TURNS = 2_000;
    private static final int RESOLVES_PER_TURN = 5;

    private final Workspace workspace;
    private final HandWritten byHand;
    private final Document document = new Document();
    private final Map<Call, long[]> ours = new EnumMap<>(Call.class);
    private final Map<Call, long[]> theirs = new EnumMap<>(Call.class);
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
            ours.put(call, new long[turns]);
            theirs.put(call, new long[turns]);
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length == 0 ? TURNS : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.println("| engine | call | by hand, µs | Stet, µs | ratio |");
        out.println("|---|---|---|---|---|");
        for (Engine engine : Engine.values()) {
            try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
                new StoreFigures(database, turns)
                        .measure(turns / 4)
                        .measure(turns)
                        .print(engine, out);
            }
        }
    }

    private StoreFigures measure(int turns) throws Exception {
        for (int turn = 0; turn < turns; turn++) {
            boolean first = turn % 2 == 0;
            for (Call call : Call.values()) {
                if (first) {
                    times(ours, call)[turn] = ours(call);
                    times(theirs, call)[turn] = theirs(call);
                } else {
                    times(theirs, call)[turn] = theirs(call);
                    times(ours, call)[turn] = ours(call);
                }
            }
        }
        return this;
    }

    private long ours(Call call) {
        Edit edit = Edit.section(Document.SECTION, document.nextSection());
        long begun = System.nanoTime();
        switch (call) {
            case SAVE -> draft = workspace.drafts(agent).save(draft.ref(), edit).draft();
            case PUBLISH -> workspace.drafts(agent).publish(Publish.draft(draft.ref()));
            case RESOLVE -> {
                for (int i = 0; i < RESOLVES_PER_TURN; i++) {
                    require(workspace.resolve(agent, "live").version().isPresent());
                }
            }
        }
        return System.nanoTime() - begun;
    }

    private long theirs(Call call) throws Exception {
        long begun = System.nanoTime();
        switch (call) {
            case SAVE -> byHand.save();
            case PUBLISH -> byHand.publish();
            case RESOLVE -> {
                for (int i = 0; i < RESOLVES_PER_TURN; i++) {
                    require(byHand.resolve() > 0);
                }
            }
        }
        return System.nanoTime() - begun;
    }

    private static void require(boolean found) {
        if (!found) {
            throw new IllegalStateException("nothing serves");
        }
    }

    private void print(Engine engine, PrintStream out) {
        for (Call call : Call.values()) {
            int calls = call == Call.RESOLVE ? RESOLVES_PER_TURN : 1;
            double plain = micros(times(theirs, call), calls);
            double stet = micros(times(ours, call), calls);
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,.0f | %.2f |%n",
                    engine,
                    call.name().toLowerCase(Locale.ROOT),
                    plain,
                    stet,
                    stet / plain);
        }
    }

    private static double micros(long[] nanos, int calls) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1_000.0 / calls;
    }

    private static long[] times(Map<Call, long[]> times, Call call) {
        return Objects.requireNonNull(times.get(call));
    }
}
