package dev.stet.storage.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.StorageContract;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the kit, and for the tests of rules beside it, as a whole. */
class KitTest {
    /** The promises of Stet that a store can break: these are borne on every store. */
    private static final Set<Integer> BY_STORES = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 17);

    /** Those that a rule can break, whatever the store. */
    private static final Set<Integer> BY_RULES = Set.of(2, 3, 4, 5, 6, 7, 9, 10, 12, 17, 18);

    private static final int DOMAINS = 14;

    /** By these, in the constants of a class, a test could end without a verdict, or hope that something is over. */
    private static final List<String> EVASIONS = List.of(
            "org/junit/jupiter/api/Assumptions",
            "org/opentest4j/TestAbortedException",
            "org/opentest4j/TestSkippedException",
            "org/junit/jupiter/api/Disabled",
            "org/junit/jupiter/api/condition/",
            "net/jqwik/api/Disabled",
            "net/jqwik/api/Assume",
            "\u0001\u0000\u0005sleep",
            "\u0001\u0000\u0009parkNanos");

    @Test
    void everyPromiseThatAStoreCanBreakIsBorneByASuiteOfTheKit() {
        assertEquals(Set.of(), missing(BY_STORES, suites()), "promises without a test on every store");
    }

    @Test
    void everyPromiseThatARuleCanBreakIsBorneByATestOfTheRegistry() throws IOException, URISyntaxException {
        List<Class<?>> tests = new ArrayList<>();
        for (String name : compiledWith(FrontDesk.class).keySet()) {
            if (name.endsWith("Test.class")) {
                tests.add(named(name));
            }
        }
        assertEquals(Set.of(), missing(BY_RULES, tests.stream()), "promises without a test of their rules");
        assertTrue(
                tests.stream().map(Class::getPackage).distinct().count() >= DOMAINS,
                () -> "domains that are tested: " + tests);
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException("what was compiled beside this test can be loaded", impossible);
        }
    }

    private static Set<Integer> missing(Set<Integer> promises, Stream<? extends Class<?>> tests) {
        Set<Integer> missing = new TreeSet<>(promises);
        tests.flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Promise.class)))
                .forEach(promise -> Arrays.stream(promise.value()).forEach(missing::remove));
        return missing;
    }

    @Test
    void noTestCanSkipOrSleep() throws IOException, URISyntaxException {
        Map<String, String> classes = new TreeMap<>(compiledWith(StorageContract.class));
        assertTrue(classes.size() > suites().count(), () -> "classes of the kit: " + classes.keySet());
        classes.putAll(compiledWith(FrontDesk.class));
        List<String> evading = new ArrayList<>();
        classes.forEach((name, compiled) -> EVASIONS.stream()
                .filter(compiled::contains)
                .forEach(evasion -> evading.add(name + " uses " + evasion)));
        assertEquals(List.of(), evading);
    }

    private static Stream<Class<?>> suites() {
        return Arrays.stream(StorageContract.class.getDeclaredClasses()).map(Class::getSuperclass);
    }

    /** The bytes of every class in the package of one, or below it, by file: from a directory or from an archive. */
    private static Map<String, String> compiledWith(Class<?> one) throws IOException, URISyntaxException {
        URI location = one.getProtectionDomain().getCodeSource().getLocation().toURI();
        String folder = one.getPackageName().replace('.', '/');
        Path root = Path.of(location);
        if (Files.isDirectory(root)) {
            return compiledIn(root, folder);
        }
        try (FileSystem archive = FileSystems.newFileSystem(root)) {
            return compiledIn(archive.getPath("/"), folder);
        }
    }

    private static Map<String, String> compiledIn(Path root, String folder) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                classes.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return classes;
    }
}
