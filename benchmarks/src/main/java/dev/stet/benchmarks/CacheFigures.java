package dev.stet.benchmarks;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often each cache has what is asked for, when it may hold a part of all.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests exec:java -Dexec.mainClass=dev.stet.benchmarks.CacheFigures
 * }</pre>
 */
public final class CacheFigures {
    private static final int ACCESSES = 400_000;
    private static final int DIFFERENT = 10_000;

    private CacheFigures() {}

    public static void main(String... args) {
        long all = IntStream.range(0, DIFFERENT)
                .mapToLong(Trace.WEIGHT::applyAsInt)
                .sum();
        for (Trace trace : Trace.values()) {
            int[] asked = trace.of(ACCESSES, DIFFERENT, new Random(7));
            for (int percent : new int[] {2, 10, 50}) {
                StringBuilder line = new StringBuilder("%-8s %2d %% of all".formatted(trace, percent));
                for (Caches cache : Caches.values()) {
                    line.append("  %s %.1f %%".formatted(cache, hits(cache, asked, all * percent / 100)));
                }
                System.out.println(line);
            }
        }
    }

    private static double hits(Caches caches, int[] asked, long most) {
        Caches.Bounded cache = caches.bounded(most, Trace.WEIGHT);
        int hits = 0;
        for (int key : asked) {
            if (cache.find(key) != null) {
                hits++;
            } else {
                cache.put(key, "content");
            }
        }
        return 100.0 * hits / asked.length;
    }
}
