package dev.stet.storage.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the kit as a whole. */
class KitTest {
    /** The promises of Stet that can be borne without a database. */
    private static final Set<Integer> WITHOUT_A_DATABASE = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 17, 18);

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
    void everyPromiseThatNeedsNoDatabaseIsBorneByATest() {
        Set<Integer> borne = suites().flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Promise.class)))
                .flatMap(promise -> Arrays.stream(promise.value()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> missing = new TreeSet<>(WITHOUT_A_DATABASE);
        missing.removeAll(borne);
        assertEquals(Set.of(), missing, "promises without a test");
    }

    @Test
    void noTestCanSkipOrSleep() throws IOException, URISyntaxException {
        List<String> evading = new ArrayList<>();
        int scanned = 0;
        for (Map.Entry<String, String> compiled : classes().entrySet()) {
            scanned++;
            EVASIONS.stream()
                    .filter(compiled.getValue()::contains)
                    .forEach(evasion -> evading.add(compiled.getKey() + " uses " + evasion));
        }
        assertEquals(List.of(), evading);
        assertTrue(scanned > suites().count(), "classes scanned: " + scanned);
    }

    private static Stream<Class<?>> suites() {
        return Arrays.stream(StorageContract.class.getDeclaredClasses()).map(Class::getSuperclass);
    }

    /** The bytes of every class of the kit, by its name: from a directory or from an archive, wherever the kit lies. */
    private static Map<String, String> classes() throws IOException, URISyntaxException {
        URI location = StorageContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path kit = Path.of(location);
        if (Files.isDirectory(kit)) {
            return classesIn(kit);
        }
        try (FileSystem archive = FileSystems.newFileSystem(kit)) {
            return classesIn(archive.getPath("/"));
        }
    }

    private static Map<String, String> classesIn(Path root) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return classes;
    }
}
