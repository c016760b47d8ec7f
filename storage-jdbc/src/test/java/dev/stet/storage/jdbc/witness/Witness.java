package dev.stet.storage.jdbc.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A process of its own that runs a {@link Program}: it is ordered to change a store, everything it says is heard, and it
 * can be killed. It says each thing before it does the next, so what it said before it was killed is all that it knew. Ends
 * with the process that started it. Not for use by several threads.
 */
public final class Witness implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final Set<Saying> SIGNALS = EnumSet.of(Saying.READY, Saying.UNOPENED, Saying.END);

    private final Path folder;
    private final Process process;
    private final Thread reader = new Thread(this::listen, "listener to a witness");
    private final BlockingQueue<Optional<Saying>> signals = new LinkedBlockingQueue<>();
    private volatile List<String> lastWords = List.of();
    private volatile Consumer<List<String>> listener = words -> {};
    private boolean waiting;
    private boolean idle = true;

    private Witness(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts a process that waits for orders. */
    public static Witness start() {
        try {
            Path folder = Files.createTempDirectory(home(), "witness");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName())
                    .redirectError(errors(folder).toFile())
                    .start();
            Witness witness = new Witness(folder, process);
            witness.reader.setDaemon(true);
            witness.reader.start();
            return witness;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Beside the compiled tests, in the output of the build. */
    private static Path home() throws IOException {
        try {
            Path compiledTests = Path.of(Witness.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.createDirectories(compiledTests.resolveSibling("witnesses"));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path errors(Path folder) {
        return folder.resolve("errors.txt");
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            for (int character = lines.read(); character >= 0; character = lines.read()) {
                if (character == '\n') {
                    hear(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) character);
                }
            }
        } catch (IOException broken) {
            // It was killed; what it was saying at the time is no more than was heard.
        }
        signals.add(Optional.empty());
    }

    private void hear(String line) {
        List<String> words = Saying.words(line);
        lastWords = words;
        listener.accept(words);
        Saying saying = Saying.of(words);
        if (SIGNALS.contains(saying)) {
            signals.add(Optional.of(saying));
        }
    }

    /**
     * Gives it orders. It opens the store and waits to be told to {@link #go}.
     *
     * @param heard takes everything it says, on another thread
     */
    public void order(Orders orders, Consumer<List<String>> heard) {
        listener = heard;
        waiting = true;
        idle = false;
        write(Saying.line(orders.words()));
    }

    /** Lets it begin as soon as it is ready, if it was not let before. */
    public void go() {
        if (waiting) {
            waiting = false;
            write("go");
        }
    }

    /** Whether it was ordered, but not let go yet. */
    public boolean isWaiting() {
        return waiting;
    }

    /** Waits until it has opened the store. */
    public void awaitReady() {
        await(Saying.READY);
    }

    /** Waits until it has done what it was ordered, or has ended, or could not open the store. */
    public void awaitEnd() {
        Optional<Saying> signal = next();
        while (signal.equals(Optional.of(Saying.READY))) {
            signal = next();
        }
        idle = signal.isPresent();
    }

    /** Whether it can be given orders. */
    public boolean isIdle() {
        return idle;
    }

    /** Kills it with signal 9, if it still runs, and waits until everything it said has been heard. */
    public void kill() {
        process.toHandle().destroyForcibly();
        try {
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (reader.isAlive() || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end: " + this);
            }
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
        delete();
    }

    private void await(Saying expected) {
        Optional<Saying> signal = next();
        if (!signal.equals(Optional.of(expected))) {
            throw new IllegalStateException("should say " + expected + ": " + this);
        }
    }

    private Optional<Saying> next() {
        try {
            Optional<Saying> signal = signals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (signal == null) {
                throw new IllegalStateException("says nothing any more: " + this);
            }
            return signal;
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a process", interruption);
    }

    private void write(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new IllegalStateException("ended: " + this, failure);
        }
    }

    /** Its driver's libraries are in there, which nobody deletes who is killed. */
    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            kill();
        }
    }

    @Override
    public String toString() {
        String errors;
        try {
            errors = Files.readString(errors(folder));
        } catch (IOException none) {
            errors = none.toString();
        }
        return "process " + process.pid() + ", which said last " + lastWords + ", its errors: " + errors;
    }
}
