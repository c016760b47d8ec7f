package dev.stet.storage.tck.stage;

import dev.stet.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * A store on which something else happens right before one of its calls: by choosing which one, every place where two
 * callers can meet is tried, one after another and without any threads.
 */
public final class Interruption {
    private final Storage store;
    private Optional<Runnable> event = Optional.empty();
    private int callsLeft;

    public Interruption(Storage store) {
        this.store = store;
    }

    /** Makes an event happen, once, right before the call with this number from now on. */
    public void before(int call, Runnable given) {
        callsLeft = call;
        event = Optional.of(given);
    }

    /** Whether the event is still to come. */
    public boolean pending() {
        return event.isPresent();
    }

    /** The store as those use it who can be interrupted. */
    public Storage storage() {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    count();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void count() {
        if (pending() && --callsLeft == 0) {
            Runnable due = event.orElseThrow();
            event = Optional.empty();
            due.run();
        }
    }
}
