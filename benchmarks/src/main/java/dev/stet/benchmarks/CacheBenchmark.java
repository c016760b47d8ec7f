package dev.stet.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to ask a cache that holds all, and one that holds a tenth, of what two threads ask for.
 *
 * <pre>{@code
 * mvn -q package -pl benchmarks -am -DskipTests
 * java -jar benchmarks/target/benchmarks.jar CacheBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(2)
public class CacheBenchmark {
    private static final int ACCESSES = 1 << 16;
    private static final int DIFFERENT = 1_000;

    /** Which cache. */
    @Param
    Caches cache = Caches.CAFFEINE;

    /** How much it may hold of all, in percent. */
    @Param({"10", "200"})
    int percent;

    private int[] asked = {};
    private Caches.Bounded bounded = cache.bounded(0, Trace.WEIGHT);

    /** Where a thread is in what is asked for. */
    @State(Scope.Thread)
    public static class Position {
        private int next = new Random().nextInt(ACCESSES);
    }

    @Setup
    public void fill() {
        asked = Trace.ZIPF.of(ACCESSES, DIFFERENT, new Random(7));
        long all = 0;
        for (int i = 0; i < DIFFERENT; i++) {
            all += Trace.WEIGHT.applyAsInt(i);
        }
        bounded = cache.bounded(all * percent / 100, Trace.WEIGHT);
        for (int i = 0; i < DIFFERENT; i++) {
            bounded.put(i, "content");
        }
    }

    @Benchmark
    public @Nullable Object findOrPut(Position position) {
        int key = asked[position.next++ & (ACCESSES - 1)];
        Object found = bounded.find(key);
        if (found == null) {
            bounded.put(key, "content");
        }
        return found;
    }
}
