package dev.stet.storage.jdbc.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The folder of all engines, beside the compiled tests in the output of the build. What is prepared stays there for later
 * JVMs; what is fresh goes when the JVM that asked for it ends, or when a later one finds that it has ended.
 */
final class EngineFolder {
    private static final String RUN = "run-";
    private static final Path HOME = home();
    private static final Path OWN = HOME.resolve(RUN + ProcessHandle.current().pid());
    private static final AtomicLong NUMBERS = new AtomicLong();

    static {
        sweep();
        Runtime.getRuntime().addShutdownHook(new Thread(EngineFolder::end, "end of engines"));
    }

    private EngineFolder() {}

    /** Fills a folder that becomes visible when it is complete. */
    interface Preparation {
        void in(Path folder) throws IOException, InterruptedException;
    }

    private static Path home() {
        try {
            Path compiledTests = Path.of(EngineFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.createDirectories(compiledTests.resolveSibling("engines"));
        } catch (URISyntaxException | IOException failure) {
            throw new IllegalStateException("no folder for database engines", failure);
        }
    }

    private static void sweep() {
        try (Stream<Path> found = Files.list(HOME)) {
            found.filter(EngineFolder::isAbandoned).forEach(EngineFolder::deleteIfPossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(RUN)
                && ProcessHandle.of(Long.parseLong(name.substring(RUN.length())))
                        .isEmpty();
    }

    private static void end() {
        ServerProcess.endAll();
        deleteIfPossible(OWN);
    }

    /** Somebody may be deleting the same, or a server that is about to end may still be writing. */
    private static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (UncheckedIOException left) {
            // A later JVM sweeps it up.
        }
    }

    /** The folder of that name, prepared by the first JVM that asks for it; others wait. */
    static synchronized Path prepared(String name, Preparation preparation) {
        Path ready = HOME.resolve(name);
        try (FileChannel lock =
                FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(ready)) {
                Path making = HOME.resolve(name + ".making");
                delete(making);
                preparation.in(Files.createDirectory(making));
                Files.move(making, ready, StandardCopyOption.ATOMIC_MOVE);
            }
            return ready;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while preparing " + name, interruption);
        }
    }

    /** A new and empty folder of this JVM. */
    static Path fresh(String name) {
        try {
            return Files.createDirectories(OWN.resolve(name + "-" + NUMBERS.incrementAndGet()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies everything in a folder, with its permissions, into another, which is made where it is missing. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(copy)) {
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a folder with everything in it; nothing to do where there is none. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
