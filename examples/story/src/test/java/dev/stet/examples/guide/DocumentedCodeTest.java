package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every Java block in README and docs stands, line for line, in this package or in the store over RocksDB, where it is compiled
 * and run.
 */
final class DocumentedCodeTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of("../..");
    private static final Path CODE = Path.of("src/test/java/dev/stet/examples/guide");
    private static final Path STORE = Path.of("../rocksdb/src");

    @TestFactory
    List<DynamicTest> everyBlockIsCompiledCode() throws IOException {
        String compiled = read(Stream.concat(files(CODE, ".java"), files(STORE, ".java")));
        List<DynamicTest> tests = Stream.concat(
                        Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"))
                .flatMap(document -> blocks(document).map(block -> test(document, block, compiled)))
                .toList();
        assertFalse(tests.isEmpty(), "the documents hold no code");
        return tests;
    }

    private static DynamicTest test(Path document, String block, String compiled) {
        String name = document.getFileName() + ": " + block.lines().findFirst().orElse("");
        return DynamicTest.dynamicTest(
                name, () -> assertTrue(compiled.contains(unindented(block)), "not among the compiled code:\n" + block));
    }

    private static Stream<String> blocks(Path document) {
        return JAVA_BLOCK.matcher(read(Stream.of(document))).results().map(result -> result.group(1));
    }

    private static String read(Stream<Path> files) {
        return files.map(DocumentedCodeTest::readOne).collect(Collectors.joining("\n"));
    }

    private static String readOne(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".java") ? unindented(text) : text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
