package dev.stet.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every module that is published starts in a process of its own: as a host has it on the module path, and on the class
 * path; on this JDK, and on the newest of another version that is installed beside it.
 */
class ModulesTest {
    private static final Path SOURCES = Path.of("src/test/modules");
    private static final String LIBRARIES = System.getProperty("java.class.path");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final List<String> PROGRAMS = List.of("jdbc", "memory", "kit", "render");

    @TempDir
    Path folder;

    static List<Path> jdks() {
        Path own = Path.of(System.getProperty("java.home"));
        return Stream.concat(Stream.of(own), newestBeside(own).stream()).toList();
    }

    /** As the whole check of this project looks for it. */
    private static Optional<Path> newestBeside(Path own) {
        try (Stream<Path> all = Files.list(own.getParent())) {
            return all.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")) && version(jdk) > 0)
                    .filter(jdk -> version(jdk) != Runtime.version().feature())
                    .max(Comparator.comparingInt(ModulesTest::version));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int version(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException noJdk) {
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyModuleStarts(Path jdk) throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            Path classes = compiled(program);
            String main = "host." + program + ".Program";
            starts(
                    jdk,
                    program,
                    List.of(
                            "--module-path",
                            classes + File.pathSeparator + LIBRARIES,
                            "-m",
                            "host." + program + "/" + main));
            starts(jdk, program, List.of("-cp", classes + File.pathSeparator + LIBRARIES, main));
        }
    }

    private Path compiled(String program) throws IOException {
        Path classes = folder.resolve(program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(SOURCES.resolve(program))) {
            boolean fine = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("--release", "17", "--module-path", LIBRARIES, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    sources.filter(source -> source.toString().endsWith(".java"))
                                            .toList()))
                    .call();
            assertTrue(fine, said::toString);
        }
        return classes;
    }

    private void starts(Path jdk, String program, List<String> how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(how);
        if (program.equals("jdbc")) {
            command.add("jdbc:h2:mem:stet;DB_CLOSE_DELAY=-1");
            command.add("jdbc:sqlite:" + folder.resolve("stet-" + System.nanoTime() + ".db") + "?busy_timeout=1000");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("version 1 runs"), output);
    }
}
