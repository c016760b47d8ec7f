package host.kit;

import dev.stet.ref.AgentKey;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.storage.tck.StorageContract;
import java.lang.reflect.Method;

/** A store's test as it is loaded by the engines: every suite with the annotations of its tests. */
public final class Program {
    public static void main(String[] arguments) {
        int tests = 0;
        for (Class<?> suite : StorageContract.class.getDeclaredClasses()) {
            for (Method test : suite.getSuperclass().getDeclaredMethods()) {
                tests += test.getAnnotations().length > 0 ? 1 : 0;
            }
        }
        boolean nobody = new ForwardingStorage(new MemoryStorage())
                .findAgent(AgentKey.of("acme", "desk"))
                .isEmpty();
        System.out.println(tests > 100 && nobody ? "version 1 runs" : "only " + tests + " tests");
    }
}
