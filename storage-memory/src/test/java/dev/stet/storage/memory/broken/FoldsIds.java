package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;

/** Compares the ids of agents in a collation that does not know upper from lower case. */
public final class FoldsIds {
    private FoldsIds() {}

    public static Storage store() {
        MemoryStorage store = new MemoryStorage();
        return (Storage) Proxy.newProxyInstance(
                FoldsIds.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof AgentKey key) {
                        arguments[0] = folded(key);
                    } else if (arguments[0] instanceof Changeset change) {
                        arguments[0] = Rewriting.forKey(change, folded(change.key()));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static AgentKey folded(AgentKey key) {
        return new AgentKey(key.workspace(), AgentId.of(key.agent().value().toLowerCase(Locale.ROOT)));
    }
}
