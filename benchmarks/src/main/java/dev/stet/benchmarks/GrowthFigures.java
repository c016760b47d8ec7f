package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.error.StetException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How the cost of every operation on contents grows, over several shapes of content: the processor's time of the thread for n, 2n,
 * 4n and 8n bytes, and how many times longer each doubling takes. Near 2 is linear; 4 is a cliff. Of each size the least of
 * several turns is taken, which on a busy machine is closest to what it takes on an idle one.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.GrowthFigures
 * }</pre>
 *
 * <p>8n is 256 KiB, which takes some three minutes; another with {@code -Dstet.growth.bytes=4194304}, which is what contents are
 * limited to by default. {@code -Dstet.growth.only=WORDS} measures the operations whose name begins so, and prints each shape.
 */
public final class GrowthFigures {
    private static final int LARGEST = Integer.getInteger("stet.growth.bytes", 256 << 10);
    private static final String ONLY = System.getProperty("stet.growth.only", "");
    private static final int SIZES = 4;
    private static final int MOST_TURNS = 5;
    private static final double MICROS = 1_000.0;

    /** Of what takes less than this, how it grows cannot be told. */
    private static final double TELLING = 300;

    /** What takes more than this is not tried with twice as much. */
    private static final double TOO_LONG = 20_000_000;

    private static final double REFUSED = Double.MAX_VALUE;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private GrowthFigures() {}

    /** What one operation takes on one shape, by size, in µs. */
    private record Row(GrowthCall call, GrowthShape shape, List<Double> micros) {
        double last() {
            return micros.isEmpty() ? 0 : micros.get(micros.size() - 1);
        }

        double ratio(int doubling) {
            return micros.get(doubling) / micros.get(doubling - 1);
        }

        /** How many times longer a doubling takes, over all of them that take long enough to tell. */
        double growth() {
            int first = 0;
            while (first < micros.size() - 1 && micros.get(first) < TELLING) {
                first++;
            }
            int doublings = micros.size() - 1 - first;
            return doublings <= 0 ? 0 : Math.pow(last() / micros.get(first), 1.0 / doublings);
        }

        String cells() {
            StringBuilder cells = new StringBuilder();
            micros.forEach(each -> cells.append(String.format(Locale.ROOT, " %,.2f |", each / MICROS)));
            cells.append(" – |".repeat(SIZES - micros.size()));
            for (int i = 1; i < SIZES; i++) {
                cells.append(i < micros.size() ? String.format(Locale.ROOT, " %.2f |", ratio(i)) : " – |");
            }
            return cells.toString();
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "Contents of %,d, %,d, %,d and %,d bytes, ms of CPU:%n%n",
                LARGEST / 8,
                LARGEST / 4,
                LARGEST / 2,
                LARGEST);
        System.out.println("| operation | shape | n | 2n | 4n | 8n | 2n/n | 4n/2n | 8n/4n |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (GrowthCall call : GrowthCall.all()) {
            if (call.name().startsWith(ONLY)) {
                print(rows(call));
            }
        }
    }

    private static void print(List<Row> rows) {
        Row slowest = rows.get(0);
        Row steepest = rows.get(0);
        for (Row row : rows) {
            slowest = row.last() > slowest.last() ? row : slowest;
            steepest = row.growth() > steepest.growth() ? row : steepest;
        }
        for (Row row : rows) {
            String mark = (row.equals(slowest) ? " (slowest)" : "") + (row.equals(steepest) ? " (steepest)" : "");
            if (!ONLY.isEmpty() || !mark.isEmpty()) {
                System.out.println("| " + row.call().name() + " | " + row.shape() + mark + " |" + row.cells());
            }
        }
    }

    private static List<Row> rows(GrowthCall call) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GrowthShape shape : GrowthShape.values()) {
            micros(call, shape, LARGEST / 8);
        }
        for (GrowthShape shape : GrowthShape.values()) {
            List<Double> micros = new ArrayList<>();
            double before = 0;
            for (int size = 0; size < SIZES && before < TOO_LONG; size++) {
                before = micros(call, shape, LARGEST >> (SIZES - 1 - size));
                if (before < REFUSED) {
                    micros.add(before);
                }
            }
            rows.add(new Row(call, shape, List.copyOf(micros)));
        }
        return rows;
    }

    /** What it takes; {@link #REFUSED} where a declared limit is passed. */
    private static double micros(GrowthCall call, GrowthShape shape, int bytes) throws Exception {
        try {
            return measured(call, shape, bytes);
        } catch (StetException refused) {
            return REFUSED;
        }
    }

    private static double measured(GrowthCall call, GrowthShape shape, int bytes) throws Exception {
        Content base = shape.base(bytes);
        Callable<?> prepared = call.preparation().of(base, shape.ours(bytes), shape.theirs(bytes));
        double least = Double.MAX_VALUE;
        double spent = 0;
        for (int turn = 0; turn < MOST_TURNS && (turn < 2 || spent < 100 * MICROS); turn++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            Object result = prepared.call();
            double micros = (THREADS.getCurrentThreadCpuTime() - begun) / MICROS;
            if (result == null) {
                throw new IllegalStateException(call.name() + " returned nothing");
            }
            least = Math.min(least, micros);
            spent += micros;
        }
        return least;
    }
}
