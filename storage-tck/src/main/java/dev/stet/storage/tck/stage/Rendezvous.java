package dev.stet.storage.tck.stage;

import dev.stet.storage.tck.oracle.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Threads that meet. Nothing here sleeps: whoever waits, waits for an event, and fails when it does not come. */
public final class Rendezvous {
    private static final long PATIENCE_SECONDS = 30;

    private Rendezvous() {}

    /** Makes calls at the same time, each in a thread of its own, and tells what became of each. */
    public static List<Outcome> together(List<? extends Supplier<?>> calls) {
        return atOnce(calls.stream()
                .<Callable<Outcome>>map(call -> () -> Outcome.of(call))
                .toList());
    }

    /** Does things that all begin at the same time, each in a thread of its own. */
    public static <T> List<T> atOnce(List<Callable<T>> tasks) {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        return inThreads(tasks.stream()
                .<Callable<T>>map(task -> () -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return task.call();
                })
                .toList());
    }

    /** Does things at the same time, each in a thread of its own, and waits for all of them. */
    public static <T> List<T> inThreads(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(await(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a call returned that another thread made, within that time, or what it threw. */
    public static <T> T within(Duration time, Supplier<T> call) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(call::get).get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(failure.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a call must end within " + time + ", but did not", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        } finally {
            thread.shutdownNow();
        }
    }

    /** What a task of another thread returned. */
    public static <T> T await(Future<T> task) {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError("a task must not fail, but one did: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a task must end within " + PATIENCE_SECONDS + " seconds, but one did not", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    /** Waits for an event. */
    public static void await(CountDownLatch event) {
        try {
            if (!event.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("an event must come within " + PATIENCE_SECONDS + " seconds, but did not");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
