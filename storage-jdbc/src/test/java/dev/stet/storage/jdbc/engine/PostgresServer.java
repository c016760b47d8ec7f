package dev.stet.storage.jdbc.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** PostgreSQL. Its databases are schemas of one database: a schema is made and dropped many times faster. */
public final class PostgresServer implements ServerSoftware {
    private static final Map<Flushing, DatabaseServer> SHARED = new ConcurrentHashMap<>();

    private final PostgresInstallation installation = PostgresInstallation.installed();

    private PostgresServer() {}

    /** A server of the caller's own that flushes with every commit, its data in a folder that goes with this JVM. */
    public static DatabaseServer start() {
        return start(EngineFolder.fresh("postgresql"), Flushing.EVERY_COMMIT);
    }

    /** A server of the caller's own on a data directory; one that is empty or missing is filled. */
    public static DatabaseServer start(Path dataDirectory, Flushing flushing) {
        return DatabaseServer.start(new PostgresServer(), dataDirectory, flushing);
    }

    /** The one that the tests of this JVM share. */
    static DatabaseServer shared(Flushing flushing) {
        return SHARED.computeIfAbsent(flushing, how -> start(EngineFolder.fresh("postgresql"), how));
    }

    @Override
    public Path pristineData() {
        return installation.pristineData();
    }

    @Override
    public List<String> command(Path dataDirectory, int port, Flushing flushing) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to be run by root, but not by root in a user namespace where nobody has a name.
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                installation.programs().resolve("postgres").toString(),
                "-D",
                dataDirectory.toString(),
                "-p",
                Integer.toString(port)));
        String flushes = flushing == Flushing.EVERY_COMMIT ? "on" : "off";
        List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "dynamic_shared_memory_type=mmap",
                        "max_connections=300",
                        "fsync=" + flushes,
                        "synchronous_commit=" + flushes,
                        "full_page_writes=" + flushes)
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    @Override
    public String readyText() {
        return "database system is ready to accept connections";
    }

    @Override
    public String endSignal() {
        return "INT";
    }

    @Override
    public Emptying emptying() {
        return Emptying.POSTGRESQL;
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String administrationUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?options=-c%20lock_timeout=10s";
    }

    @Override
    public String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?currentSchema=" + database;
    }

    @Override
    public String creationOf(String database) {
        return "CREATE SCHEMA " + database;
    }

    @Override
    public String removalOf(String database) {
        return "DROP SCHEMA " + database + " CASCADE";
    }
}
