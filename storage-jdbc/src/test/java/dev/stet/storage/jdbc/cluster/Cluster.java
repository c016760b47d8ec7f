package dev.stet.storage.jdbc.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of three nodes on this machine, run by one of the scripts in {@code src/test/cluster}. */
final class Cluster implements AutoCloseable {
    /** The nodes by their numbers. */
    static final List<Integer> NODES = List.of(1, 2, 3);

    private static final Path SCRIPTS = Path.of("src", "test", "cluster");
    private static final int PORTS = 33;
    private static final int LAST_PORT = 32_000;
    private static final long PATIENCE_SECONDS = 120;

    private final Path script;
    private final Path home;
    private final int port;
    /** Stops the servers when the tests are broken off. */
    private final Thread emergency = new Thread(() -> run("stop"));

    private Cluster(Path script, Path home, int port) {
        this.script = script;
        this.home = home;
        this.port = port;
    }

    /** Starts three nodes of MariaDB with Galera; all of them take writes. */
    static Cluster galera() {
        return started("galera.sh", 23_300);
    }

    /** Starts a PostgreSQL primary, node 1, and two synchronous standbys. */
    static Cluster postgres() {
        return started("postgres.sh", 25_430);
    }

    /** The port on which a node listens to clients. */
    int port(int node) {
        return port + node;
    }

    /** The addresses of all nodes as a URL names them, beginning with one of them. */
    String addresses(int first) {
        List<Integer> nodes = new ArrayList<>(NODES);
        Collections.rotate(nodes, -NODES.indexOf(first));
        return String.join(
                ",", nodes.stream().map(node -> "127.0.0.1:" + port(node)).toList());
    }

    /** Kills a node with SIGKILL. */
    void kill(int node) {
        run("kill", Integer.toString(node));
    }

    /** Starts a node that was killed, waits until it has all that the others have, and tells how it got it. */
    String rejoin(int node) {
        return run("rejoin", Integer.toString(node));
    }

    /** Of PostgreSQL: keeps what the primary commits from its standbys, until it is killed. */
    void cut(int primary) {
        run("cut", Integer.toString(primary));
    }

    /** Of PostgreSQL: starts a node that was killed as what it was, and waits for no other one. */
    void restart(int node) {
        run("restart", Integer.toString(node));
    }

    /** Of PostgreSQL: which node is the primary. */
    int primary() {
        return Integer.parseInt(run("primary"));
    }

    /** Of PostgreSQL: makes the standby with the most the primary, and tells which one that is. */
    int failOver() {
        return Integer.parseInt(run("failover"));
    }

    /** Stops what runs, and removes everything but for the logs of a cluster that could not be stopped. */
    @Override
    public void close() {
        run("stop");
        Runtime.getRuntime().removeShutdownHook(emergency);
        removeAll(home);
    }

    private static Cluster started(String script, int firstPort) {
        try {
            Path home = Files.createTempDirectory("stet-cluster");
            // The servers run as users of their own, who have to get to their folders through this one.
            home.toFile().setExecutable(true, false);
            home.toFile().setReadable(true, false);
            Cluster cluster = new Cluster(SCRIPTS.resolve(script), home, freePort(firstPort));
            Runtime.getRuntime().addShutdownHook(cluster.emergency);
            cluster.run("start");
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A number after which all ports that a cluster needs are free. */
    private static int freePort(int first) {
        return IntStream.iterate(first, port -> port < LAST_PORT, port -> port + 100)
                .filter(port -> IntStream.rangeClosed(port + 1, port + PORTS).allMatch(Cluster::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there must be " + PORTS + " free ports in a row"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** What a command of the script says. A command that fails, or does not end, fails the test with all that it said. */
    private String run(String... command) {
        List<String> line = new ArrayList<>(List.of("bash", script.toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLUSTER_HOME", home.toString());
        builder.environment().put("CLUSTER_PORT", Integer.toString(port));
        try {
            Path said = Files.createTempFile(home, "said", ".log");
            Path complained = Files.createTempFile(home, "complained", ".log");
            Process process = builder.redirectOutput(said.toFile())
                    .redirectError(complained.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", line) + (ended ? " failed" : " did not end") + "; it said:\n"
                        + Files.readString(said) + Files.readString(complained));
            }
            return Files.readString(said).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private static void removeAll(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
