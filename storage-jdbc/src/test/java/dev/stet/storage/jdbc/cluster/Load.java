package dev.stet.storage.jdbc.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writers at work, each in a thread of its own. Nobody runs far ahead of the others, so that all have a share in the load. */
final class Load implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int ROUNDS_AHEAD = 2;

    private final List<Writer> writers;
    private final ExecutorService threads;
    private final List<Integer> rounds;
    private Optional<Throwable> failure = Optional.empty();
    private boolean ending;

    private Load(List<Writer> writers) {
        this.writers = writers;
        this.threads = Executors.newFixedThreadPool(writers.size());
        this.rounds = new ArrayList<>(Collections.nCopies(writers.size(), 0));
    }

    /** Sets writers to work. */
    static Load of(List<Writer> writers) {
        Load load = new Load(writers);
        for (int writer = 0; writer < writers.size(); writer++) {
            int number = writer;
            load.threads.execute(() -> load.work(number));
        }
        return load;
    }

    /** Waits until every writer has begun and finished this many rounds more; fails when one of them is stuck. */
    synchronized void awaitRounds(int more) {
        // The round a writer is in does not count: it may have begun before what the caller did.
        List<Integer> wanted =
                rounds.stream().map(finished -> finished + more + 1).toList();
        if (!becomes(() -> reached(wanted))) {
            throw new AssertionError("every writer must get on, but " + writers + " have finished " + rounds
                    + " rounds, expected " + wanted);
        }
    }

    /** Lets every writer finish the round it is in. */
    @Override
    public void close() {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new AssertionError("every writer must come to an end");
            }
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            requireNoFailure();
        }
    }

    private boolean reached(List<Integer> wanted) {
        requireNoFailure();
        for (int writer = 0; writer < writers.size(); writer++) {
            if (rounds.get(writer) < wanted.get(writer)) {
                return false;
            }
        }
        return true;
    }

    private void requireNoFailure() {
        failure.ifPresent(thrown -> {
            throw new AssertionError("no writer must fail, but one did: " + thrown, thrown);
        });
    }

    /** Waits until something is so, with patience. */
    private synchronized boolean becomes(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private void work(int writer) {
        try {
            while (goesOn(writer)) {
                writers.get(writer).round();
                finished(writer);
            }
        } catch (RuntimeException | Error thrown) {
            failed(thrown);
        }
    }

    /** Whether there is another round, for which those that lag behind may have to be waited for. */
    private synchronized boolean goesOn(int writer) {
        return becomes(() -> isOver() || rounds.get(writer) < Collections.min(rounds) + ROUNDS_AHEAD) && !isOver();
    }

    private boolean isOver() {
        return ending || failure.isPresent();
    }

    private synchronized void finished(int writer) {
        rounds.set(writer, rounds.get(writer) + 1);
        notifyAll();
    }

    private synchronized void failed(Throwable thrown) {
        failure = failure.or(() -> Optional.of(thrown));
        notifyAll();
    }
}
