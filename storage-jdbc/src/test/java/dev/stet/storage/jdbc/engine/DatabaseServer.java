package dev.stet.storage.jdbc.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A real database server with its data directory, reached over the loopback address by any process of this machine. It
 * dies with the JVM that started it, however that ends. Not for use by several threads, apart from {@link #fresh}.
 */
public final class DatabaseServer implements AutoCloseable {
    /** Below the ports that systems give to clients: one of those could take the port while the server is down. */
    private static final int LOWEST_PORT = 16_384;

    private static final int HIGHEST_PORT = 32_767;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final ServerSoftware software;
    private final Path dataDirectory;
    private final Flushing flushing;
    private final int port = freePort();
    private final PooledDatabase administration;
    private volatile ServerProcess process;

    private DatabaseServer(ServerSoftware software, Path dataDirectory, Flushing flushing) {
        this.software = software;
        this.dataDirectory = dataDirectory.toAbsolutePath();
        this.flushing = flushing;
        this.process = launched();
        this.administration =
                new PooledDatabase(software.emptying(), software.administrationUrl(port), software.user());
    }

    /** A server on a data directory; one that is empty or missing is filled as by a new installation. */
    static DatabaseServer start(ServerSoftware software, Path dataDirectory, Flushing flushing) {
        if (isEmpty(dataDirectory)) {
            EngineFolder.copy(software.pristineData(), dataDirectory);
        }
        return new DatabaseServer(software, dataDirectory, flushing);
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        int candidate;
        do {
            candidate = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
        } while (!isFree(candidate));
        return candidate;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private ServerProcess launched() {
        return ServerProcess.start(
                software.command(dataDirectory, port, flushing), software.readyText(), software.endSignal());
    }

    /** A database without a table, its URL good for as long as the server is there, across restarts. */
    public Database fresh() {
        return make();
    }

    PooledDatabase make() {
        String name = "stet_" + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
        administration.execute(administration.dataSource(), software.creationOf(name));
        return new ServerDatabase(this, name);
    }

    /** Kills all its processes with signal 9: clients are told nothing, and nothing more is written. */
    public void kill() {
        process.kill();
        administration.reopen();
    }

    /** Starts it again where it was, after {@link #kill}, and waits until it has recovered. */
    public void restart() {
        if (isRunning()) {
            throw new IllegalStateException("the server on port " + port + " still runs: kill it first");
        }
        process = launched();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** Shuts it down in order, if it runs. The data directory stays. */
    @Override
    public void close() {
        administration.close();
        if (isRunning()) {
            process.end();
        }
    }

    private static final class ServerDatabase extends PooledDatabase {
        private final DatabaseServer server;
        private final String name;

        private ServerDatabase(DatabaseServer server, String name) {
            super(server.software.emptying(), server.software.url(server.port, name), server.software.user());
            this.server = server;
            this.name = name;
        }

        @Override
        void drop() {
            if (server.isRunning()) {
                PooledDatabase administration = server.administration;
                administration.execute(administration.dataSource(), server.software.removalOf(name));
            }
        }
    }
}
