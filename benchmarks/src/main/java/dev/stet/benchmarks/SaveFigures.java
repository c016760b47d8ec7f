package dev.stet.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The calls of {@link EverydaySaveBenchmark} in turns, by the processor's time of the thread: on a machine that has other work, too,
 * where JMH's clock tells little. Of all rounds the least is taken.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.SaveFigures -Dstet.shared=FOLDER
 * }</pre>
 */
public final class SaveFigures {
    private static final int ROUNDS = 60;
    private static final int CALLS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SaveFigures() {}

    private static final class Measured {
        private final String name;
        private final Callable<?> call;
        private final double[] micros = new double[ROUNDS];

        Measured(String name, Callable<?> call) {
            this.name = name;
            this.call = call;
        }

        void round(int number) throws Exception {
            long begun = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                if (call.call() == null) {
                    throw new IllegalStateException(name + " returned nothing");
                }
            }
            micros[number] = (THREADS.getCurrentThreadCpuTime() - begun) / 1_000.0 / CALLS;
        }

        double least() {
            return Arrays.stream(micros).min().orElseThrow();
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("| history | spelling | call | µs | times readTree |");
        System.out.println("|---|---|---|---|---|");
        for (String history : List.of("langflow-knowledge-retrieval", "langflow-diet-analysis", "flowise-api-agent")) {
            for (EverydaySaveBenchmark.Spelling spelling : EverydaySaveBenchmark.Spelling.values()) {
                print(history, spelling);
            }
        }
    }

    private static void print(String history, EverydaySaveBenchmark.Spelling spelling) throws Exception {
        List<Measured> all = measured(EverydaySaveBenchmark.Edits.of(history, spelling));
        for (int round = 0; round < ROUNDS; round++) {
            for (Measured each : all) {
                each.round(round);
            }
        }
        for (Measured each : all) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f | %.2f |%n",
                    history,
                    spelling.name().toLowerCase(Locale.ROOT),
                    each.name,
                    each.least(),
                    each.least() / all.get(0).least());
        }
    }

    private static List<Measured> measured(EverydaySaveBenchmark.Edits edits) {
        EverydaySaveBenchmark calls = new EverydaySaveBenchmark();
        List<Measured> all = new ArrayList<>();
        all.add(new Measured("Jackson's readTree", () -> calls.jacksonReadTree(edits)));
        all.add(new Measured("save: parse, hash and encode", () -> calls.save(edits)));
        all.add(new Measured("parse and hash", () -> calls.saveParsedAndHashed(edits)));
        all.add(new Measured("parse", () -> calls.saveParsed(edits)));
        all.add(new Measured("SHA-256 of the bytes", () -> calls.floorOfSaveSha256(edits)));
        return all;
    }
}
