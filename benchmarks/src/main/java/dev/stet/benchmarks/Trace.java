package dev.stet.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What is asked for, in what order: numbers of contents of different weight. */
enum Trace {
    /** Few agents are asked for most of the time. */
    ZIPF {
        @Override
        int[] of(int accesses, int different, Random random) {
            return zipf(accesses, different, random);
        }
    },

    /** The same, and now and then somebody reads a long history through, once. */
    SCANS {
        @Override
        int[] of(int accesses, int different, Random random) {
            int[] all = zipf(accesses, different, random);
            int once = different;
            for (int start = 0; start + different / 2 < accesses; start += 5 * different) {
                for (int i = 0; i < different / 2; i++) {
                    all[start + i] = once++;
                }
            }
            return all;
        }
    },

    /** All in their order, over and over: a job over all agents. */
    LOOP {
        @Override
        int[] of(int accesses, int different, Random random) {
            return IntStream.range(0, accesses).map(i -> i % different).toArray();
        }
    },

    /** Conversations: an agent is asked for a while, and then another one. */
    SESSIONS {
        @Override
        int[] of(int accesses, int different, Random random) {
            int[] all = new int[accesses];
            for (int i = 0; i < accesses; i++) {
                all[i] = (i / (different / 2)) * (different / 50) + random.nextInt(different / 5);
            }
            return all;
        }
    };

    abstract int[] of(int accesses, int different, Random random);

    /** Between a kilobyte and 400, most of them small, and of each number always the same. */
    static final IntUnaryOperator WEIGHT = number -> 1_024 << Integer.bitCount(number * 0x9E3779B9 & 0xFF);

    private static int[] zipf(int accesses, int different, Random random) {
        double[] sums = new double[different];
        double sum = 0;
        for (int i = 0; i < different; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        double all = sum;
        return IntStream.range(0, accesses)
                .map(i -> {
                    int found = Arrays.binarySearch(sums, random.nextDouble() * all);
                    return found < 0 ? -found - 1 : found;
                })
                .map(i -> Math.min(i, different - 1))
                .toArray();
    }
}
