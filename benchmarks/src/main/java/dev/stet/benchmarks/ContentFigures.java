package dev.stet.benchmarks;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.encoding.Base;
import dev.stet.encoding.ContentEncoding;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What it takes to encode a content of 100 KB, and to read it from SQLite with nothing in memory: as a whole copy, and after
 * one to fifty deltas. Prints the medians of the time on the clock and of the thread's CPU time, and the least CPU time, which on a
 * busy machine is closest to what it takes on an idle one.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.ContentFigures -Dexec.args=FOLDER
 * }</pre>
 *
 * <p>The folder holds JSON documents of agents, at any depth; the one that is closest to 100 KB is taken.
 */
public final class ContentFigures {
    private static final int BYTES = 100_000;
    private static final int TURNS = 400;
    private static final AgentKey AGENT = AgentKey.of("w", "large");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Content> contents = new ArrayList<>();
    private final PrintStream out;

    private ContentFigures(Content first, PrintStream out) {
        this.out = out;
        Random random = new Random(7);
        contents.add(first);
        while (contents.size() < ContentEncoding.MOST_ROWS) {
            contents.add(changed(contents.get(contents.size() - 1), random));
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        try (Database database = Engine.SQLITE.fresh()) {
            Content first = SampleHistory.sized(Path.of(arguments[0]), BYTES);
            System.out.println("A content of " + first.size() + " bytes:\n");
            ContentFigures figures = new ContentFigures(first, System.out);
            figures.print(JdbcStorage.on(database.dataSource())
                    .durability(Durability.AS_CONFIGURED)
                    .open());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A few words more in one of its texts. */
    private static Content changed(Content before, Random random) {
        String json = before.toJson();
        int text = json.indexOf("\":\"", random.nextInt(json.length() / 2)) + "\":\"".length();
        return Content.parse(
                json.substring(0, text) + "now " + random.nextInt(BYTES) + " times " + json.substring(text));
    }

    private void print(JdbcStorage storage) {
        published(storage);
        out.println("| | µs on the clock | µs of CPU | least µs of CPU |");
        out.println("|---|---|---|---|");
        StoredContent whole = ContentEncoding.encoded(contents.get(0));
        measure("encode as a delta, the base given", turn -> {
            Base base = Base.of(whole, contents.get(0)).orElseThrow();
            ContentEncoding.encoded(contents.get(1 + turn % 10), base);
        });
        measure("encode as a whole copy", turn -> ContentEncoding.encoded(contents.get(turn % 10)));
        List<byte[]> texts = contents.stream().map(Content::toBytes).toList();
        measure(
                "parse and hash, for comparison",
                turn -> Content.parse(texts.get(turn % 10), ContentLimits.DEFAULT)
                        .hash());
        for (int deltas : new int[] {0, 1, 10, 25, contents.size() - 1}) {
            measure(
                    "cold read after " + deltas + " deltas",
                    turn -> workspace(storage).contents(AGENT.agent()).read(Ref.version(1 + deltas)));
        }
    }

    private void published(JdbcStorage storage) {
        Workspace workspace = workspace(storage);
        AgentId agent = AGENT.agent();
        Draft draft = workspace
                .agents()
                .create(NewAgent.named("Large").id(agent).content(contents.get(0)))
                .draft();
        for (Content content : contents) {
            draft = workspace
                    .drafts(agent)
                    .save(draft.ref(), Edit.content(content))
                    .draft();
            workspace.drafts(agent).publish(Publish.draft(draft.ref()));
        }
    }

    private static Workspace workspace(JdbcStorage storage) {
        return Stet.on(storage)
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(AGENT.workspace(), Actor.of("ana"));
    }

    private interface Work {
        void turn(int number);
    }

    private void measure(String name, Work work) {
        long[] clock = new long[TURNS];
        long[] cpu = new long[TURNS];
        for (int round = 0; round < 2; round++) {
            for (int turn = 0; turn < TURNS; turn++) {
                long begun = System.nanoTime();
                long begunCpu = THREADS.getCurrentThreadCpuTime();
                work.turn(turn);
                cpu[turn] = THREADS.getCurrentThreadCpuTime() - begunCpu;
                clock[turn] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(clock);
        Arrays.sort(cpu);
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d |%n",
                name,
                clock[TURNS / 2] / 1_000,
                cpu[TURNS / 2] / 1_000,
                cpu[0] / 1_000);
    }
}
