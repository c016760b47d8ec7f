package dev.stet.storage.jdbc.crash;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * When a program or its server is killed: at the moment when it begins to open the store, or when it has told of a number
 * of calls that returned, with others under way.
 */
final class Moment {
    private static final long PATIENCE_SECONDS = 120;

    private final int answers;
    private final CompletableFuture<Boolean> come = new CompletableFuture<>();
    private int heard;

    /** @param answers after how many; 0 for the opening of the store */
    Moment(int answers) {
        this.answers = answers;
    }

    /** Counts what a program says; for one thread. */
    void hear(List<String> words) {
        String saying = words.get(0);
        heard += saying.equals("TOLD") ? 1 : 0;
        boolean opening = saying.equals("OPENING") && answers == 0;
        boolean over = saying.equals("END") || saying.equals("UNOPENED") || saying.equals("FAULT");
        if (opening || over || (answers > 0 && heard >= answers)) {
            come.complete(true);
        }
    }

    boolean isOpening() {
        return answers == 0;
    }

    void await() {
        try {
            come.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException never) {
            throw new IllegalStateException("heard " + heard + " of " + answers + " answers", never);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interruption);
        }
    }

    @Override
    public String toString() {
        return answers == 0 ? "when the store was opened" : "after " + answers + " answers";
    }
}
