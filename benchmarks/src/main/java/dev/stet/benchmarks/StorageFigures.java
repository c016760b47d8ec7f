package dev.stet.benchmarks;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * What histories of real agents take in a database, when they are imported through the public API: each version saved into
 * a draft that is kept, and published. Prints two Markdown tables, one of the histories and one of the tables.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.StorageFigures -Dexec.args=FOLDER
 * }</pre>
 *
 * <p>The folder holds one folder for each history. Databases count in pages, so that a single short history would be rounded
 * up by as much as it takes: each is imported as {@value #COPIES} agents, and what a database grew by is divided by that.
 */
public final class StorageFigures {
    private static final int COPIES = 10;
    private static final List<Engine> ENGINES = List.of(Engine.SQLITE, Engine.POSTGRESQL);

    private final List<SampleHistory> histories;
    private final Map<Engine, Map<String, Long>> contentBytes = new EnumMap<>(Engine.class);
    private final Map<Engine, Map<String, Long>> tableBytes = new EnumMap<>(Engine.class);

    private StorageFigures(List<SampleHistory> histories) {
        this.histories = histories;
    }

    /** Prints the tables. */
    public static void main(String[] arguments) throws Exception {
        StorageFigures figures = new StorageFigures(SampleHistory.in(Path.of(arguments[0])));
        for (Engine engine : ENGINES) {
            figures.measure(engine);
        }
        figures.printHistories(System.out);
        figures.printTables(System.out);
    }

    private void measure(Engine engine) throws SQLException {
        Map<String, Long> grown = new TreeMap<>();
        try (Database database = engine.fresh()) {
            JdbcStorage storage = JdbcStorage.on(database.dataSource())
                    .durability(Durability.AS_CONFIGURED)
                    .open();
            Map<String, Long> empty = TableBytes.of(engine, database);
            Map<String, Long> before = empty;
            for (SampleHistory history : histories) {
                for (int copy = 0; copy < COPIES; copy++) {
                    imported(storage, history, copy);
                }
                Map<String, Long> after = TableBytes.of(engine, database);
                grown.put(history.name(), of(after, "content") - of(before, "content"));
                before = after;
            }
            Map<String, Long> all = new TreeMap<>();
            before.forEach((table, bytes) -> all.put(table, bytes - of(empty, table)));
            tableBytes.put(engine, all);
        }
        contentBytes.put(engine, grown);
    }

    private static void imported(JdbcStorage storage, SampleHistory history, int copy) {
        Workspace workspace = Stet.on(storage)
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WorkspaceId.of("imports"), Actor.of("import"));
        AgentId agent = AgentId.of(history.name() + "-" + copy);
        Draft draft = workspace
                .agents()
                .create(NewAgent.named(history.name())
                        .id(agent)
                        .content(history.contents().get(0)))
                .draft();
        for (Content content : history.contents()) {
            draft = workspace
                    .drafts(agent)
                    .save(draft.ref(), Edit.content(content))
                    .draft();
            workspace.drafts(agent).publish(Publish.draft(draft.ref()));
        }
    }

    private void printHistories(PrintStream out) throws IOException, InterruptedException {
        out.println("| history | versions | bytes each | deflated | git's pack | SQLite | PostgreSQL |");
        out.println("|---|---|---|---|---|---|---|");
        long[] sums = new long[6];
        for (SampleHistory history : histories) {
            OptionalLong pack = GitPack.bytes(history);
            long[] figures = {
                history.contents().size(),
                history.bytes(),
                deflated(history),
                pack.orElse(-1),
                of(content(Engine.SQLITE), history.name()) / COPIES,
                of(content(Engine.POSTGRESQL), history.name()) / COPIES
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += figures[i];
            }
            row(out, history.name(), figures);
        }
        row(out, "all", sums);
    }

    private static void row(PrintStream out, String name, long[] figures) {
        long versions = figures[0];
        List<String> cells = new ArrayList<>(List.of(name, Long.toString(versions)));
        for (int i = 1; i < figures.length; i++) {
            String cell = figures[i] < 0 ? "no git" : String.format(Locale.ROOT, "%,d", figures[i] / versions);
            boolean beside = i > 3 && figures[3] > 0;
            cells.add(beside ? String.format(Locale.ROOT, "%s (%.2f)", cell, figures[i] / (double) figures[3]) : cell);
        }
        out.println("| " + String.join(" | ", cells) + " |");
    }

    private void printTables(PrintStream out) {
        long versions = histories.stream()
                .mapToLong(history -> history.contents().size())
                .sum();
        out.println();
        out.println("| table, with its indexes | SQLite | PostgreSQL |");
        out.println("|---|---|---|");
        Map<String, Long> sqlite = Objects.requireNonNull(tableBytes.get(Engine.SQLITE));
        Map<String, Long> postgresql = Objects.requireNonNull(tableBytes.get(Engine.POSTGRESQL));
        long[] sums = new long[2];
        for (String table : sqlite.keySet()) {
            sums[0] += of(sqlite, table);
            sums[1] += of(postgresql, table);
            printTable(out, table, of(sqlite, table), of(postgresql, table), versions);
        }
        printTable(out, "all", sums[0], sums[1], versions);
    }

    private static void printTable(PrintStream out, String table, long sqlite, long postgresql, long versions) {
        out.printf(
                Locale.ROOT, "| %s | %,d | %,d |%n", table, sqlite / COPIES / versions, postgresql / COPIES / versions);
    }

    private Map<String, Long> content(Engine engine) {
        return Objects.requireNonNull(contentBytes.get(engine));
    }

    private static long of(Map<String, Long> bytes, String name) {
        return Objects.requireNonNull(bytes.get(name));
    }

    private static long deflated(SampleHistory history) throws IOException {
        long bytes = 0;
        for (Content content : history.contents()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (DeflaterOutputStream out =
                    new DeflaterOutputStream(all, new Deflater(Deflater.BEST_COMPRESSION, true))) {
                out.write(content.toBytes());
            }
            bytes += all.size();
        }
        return bytes;
    }
}
