package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Turns are those of one agent on one store, and nothing is left of them when nobody has or wants one. */
class TurnsTest {
    private static final AgentKey DESK = AgentKey.of("w", "desk");
    private static final AgentKey OTHER = AgentKey.of("w", "other");
    private static final long LONG = TimeUnit.SECONDS.toNanos(30);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(20);

    /** Equal to everything, and asked for nothing. */
    private static Storage store() {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (self, method, arguments) -> {
                    throw new AssertionError("a store must be left alone, but was asked to " + method.getName());
                });
    }

    private final Turns turns = Turns.of(store());

    private static <T> T elsewhere(Callable<T> call) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return call.call();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .join();
    }

    @Test
    void areThoseOfOneStoreObject() {
        Storage store = store();
        assertSame(Turns.of(store), Turns.of(store));
        assertNotSame(Turns.of(store), Turns.of(store()));
    }

    @Test
    void oneAtATimeAndNoOtherAgentWaits() throws InterruptedException {
        assertTrue(turns.take(DESK, LONG));
        assertFalse(elsewhere(() -> turns.take(DESK, SHORT)));
        assertTrue(elsewhere(() -> {
            boolean taken = turns.take(OTHER, SHORT);
            turns.giveBack(OTHER);
            return taken;
        }));
        assertEquals(1, turns.size());
        turns.giveBack(DESK);
        assertEquals(0, turns.size());
    }

    @Test
    void aChangeInTheMidstOfAnotherIsPartOfIt() throws InterruptedException {
        assertTrue(turns.take(DESK, LONG));
        assertTrue(turns.take(DESK, SHORT));
        turns.giveBack(DESK);
        assertFalse(elsewhere(() -> turns.take(DESK, SHORT)));
        turns.giveBack(DESK);
        assertEquals(0, turns.size());
    }

    @Test
    void anInterruptedThreadLeavesTheQueue() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> turns.take(DESK, LONG));
        assertEquals(0, turns.size());
    }
}
