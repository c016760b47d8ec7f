package host.kit;

import dev.stet.Stet;
import dev.stet.storage.Key;
import dev.stet.storage.Table;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.storage.tck.StorageContract;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** A store's test as it is loaded by the engines: every suite with the annotations of its tests. */
public final class Program {
    public static void main(String[] arguments) {
        int tests = 0;
        for (Class<?> suite : StorageContract.class.getDeclaredClasses()) {
            for (Method test : suite.getSuperclass().getDeclaredMethods()) {
                tests += test.getAnnotations().length > 0 ? 1 : 0;
            }
        }
        Table agents = Stet.catalogue().tables().get(0);
        boolean nobody = new ForwardingStorage(new MemoryStorage())
                .read(List.of(Key.of(agents, "acme", "desk")))
                .equals(List.of(Optional.empty()));
        System.out.println(tests > 100 && nobody ? "version 1 runs" : "only " + tests + " tests");
    }
}
