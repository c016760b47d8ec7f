package dev.stet.storage.jdbc.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server as a process of its own, with all processes it makes. It ends with this JVM even when this JVM is killed: a
 * shell on a leash, which is a pipe that the end of this JVM breaks, sends the server a signal. What the server prints is
 * not shown, but the end of it is told when the server does not start.
 */
final class ServerProcess {
    private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long PATIENCE_SECONDS = 120;
    private static final long PATIENCE_WITH_ORDER_SECONDS = 20;
    private static final int LINES_KEPT = 60;

    private final Process server;
    private final Process leash;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    private ServerProcess(Process server, Process leash) {
        this.server = server;
        this.leash = leash;
    }

    /**
     * Starts a server and waits for it.
     *
     * @param readyText what is in the line that the server prints when it can be used
     * @param endSignal the signal that shuts it down in order
     */
    static ServerProcess start(List<String> command, String readyText, String endSignal) {
        ServerProcess process;
        try {
            Process server =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String atTheEnd = "trap '' HUP INT TERM; read -r line; kill -s " + endSignal + " " + server.pid();
            Process leash = new ProcessBuilder("sh", "-c", atTheEnd)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = new ServerProcess(server, leash);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        RUNNING.add(process);
        Thread reader = new Thread(() -> process.read(readyText), "output of " + command.get(0));
        reader.setDaemon(true);
        reader.start();
        process.awaitReady();
        return process;
    }

    /** Ends all servers that were started here, side by side. */
    static void endAll() {
        RUNNING.forEach(ServerProcess::letGo);
        RUNNING.forEach(ServerProcess::end);
    }

    /** Whether the server still runs. */
    boolean isRunning() {
        return !ended.isDone();
    }

    /** Kills the server and all processes it made with signal 9, and waits until none is left. */
    void kill() {
        Stream.concat(Stream.of(server.toHandle()), server.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        await(ended);
    }

    /** Shuts the server down in order, or kills it when that takes too long, and waits until no process is left. */
    void end() {
        letGo();
        try {
            ended.get(PATIENCE_WITH_ORDER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            kill();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private void letGo() {
        try {
            leash.getOutputStream().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The output ends when the last process that could write to it is gone. */
    private void read(String readyText) {
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains(readyText)) {
                    ready.complete(true);
                }
            }
        } catch (IOException failure) {
            keep(failure.toString());
        }
        // Until somebody has asked for its exit code, a process that ended keeps its id, and a server believes it runs.
        server.onExit().join();
        ready.completeExceptionally(new IllegalStateException("the server ended"));
        leash.destroyForcibly();
        RUNNING.remove(this);
        ended.complete(true);
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.remove();
            }
        }
    }

    private void awaitReady() {
        try {
            await(ready);
        } catch (IllegalStateException failure) {
            kill();
            throw failure;
        }
    }

    private void await(CompletableFuture<Boolean> event) {
        try {
            event.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("server " + server.info() + " printed last:\n" + lastLines(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for server " + server.info(), interruption);
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }
}
