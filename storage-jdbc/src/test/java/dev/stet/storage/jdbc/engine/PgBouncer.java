package dev.stet.storage.jdbc.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pooler of Debian's package on the way to a PostgreSQL server, with two connections to it. Dies with this JVM. */
public final class PgBouncer implements AutoCloseable {
    private static final String PROGRAM = "/usr/sbin/pgbouncer";

    private final ServerProcess process;
    private final int port;

    private PgBouncer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one before the server of a database. */
    public static PgBouncer before(Database database, String poolMode) {
        int port = freePort();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        Path settings = EngineFolder.fresh("pgbouncer").resolve("pgbouncer.ini");
        try {
            Files.writeString(settings, """
                    [databases]
                    postgres = host=127.0.0.1 port=%d dbname=postgres user=%s
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = %s
                    default_pool_size = 2
                    """.formatted(server.getPort(), database.user(), port, poolMode));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> command = new ArrayList<>();
        // It refuses to be run by root, but not by root in a user namespace where nobody has a name.
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(PROGRAM, settings.toString()));
        return new PgBouncer(ServerProcess.start(command, "process up", "INT"), port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a driver connects to. */
    public String url(String parameters) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres" + parameters;
    }

    @Override
    public void close() {
        process.end();
    }
}
