package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Deletes the head with the agent: the id can be given again. */
public final class ForgetsTheDeleted {
    private final MemoryStorage first = new MemoryStorage();
    private final Map<AgentKey, MemoryStorage> afterDeletion = new ConcurrentHashMap<>();

    private ForgetsTheDeleted() {}

    public static Storage store() {
        ForgetsTheDeleted forgetful = new ForgetsTheDeleted();
        return (Storage) Proxy.newProxyInstance(
                ForgetsTheDeleted.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> forgetful.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (arguments[0] instanceof Changeset change) {
            ApplyResult result = storeOf(change.key()).apply(change, (Duration) arguments[1]);
            if (change.agent().isEmpty() && result instanceof ApplyResult.Applied) {
                afterDeletion.put(change.key(), new MemoryStorage());
            }
            return result;
        }
        try {
            return method.invoke(arguments[0] instanceof AgentKey key ? storeOf(key) : first, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private MemoryStorage storeOf(AgentKey key) {
        return afterDeletion.getOrDefault(key, first);
    }
}
