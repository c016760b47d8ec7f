package dev.stet.storage.jdbc.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** MariaDB as it comes, with its Latin and case-insensitive texts wherever a table does not say otherwise. */
public final class MariadbServer implements ServerSoftware {
    private static final Map<Flushing, DatabaseServer> SHARED = new ConcurrentHashMap<>();

    private final MariadbInstallation installation = MariadbInstallation.installed();
    private final Path temporary = EngineFolder.fresh("temporary");

    private MariadbServer() {}

    /** A server of the caller's own that flushes with every commit, its data in a folder that goes with this JVM. */
    public static DatabaseServer start() {
        return start(EngineFolder.fresh("mariadb"), Flushing.EVERY_COMMIT);
    }

    /** A server of the caller's own on a data directory; one that is empty or missing is filled. */
    public static DatabaseServer start(Path dataDirectory, Flushing flushing) {
        return DatabaseServer.start(new MariadbServer(), dataDirectory, flushing);
    }

    /** The one that the tests of this JVM share. */
    static DatabaseServer shared(Flushing flushing) {
        return SHARED.computeIfAbsent(flushing, how -> start(EngineFolder.fresh("mariadb"), how));
    }

    @Override
    public Path pristineData() {
        return installation.pristineData();
    }

    /** Without encryption: to make a certificate takes the server up to twelve seconds of every start. */
    @Override
    public List<String> command(Path dataDirectory, int port, Flushing flushing) {
        List<String> command = new ArrayList<>(installation.command(dataDirectory));
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=server.sock",
                "--tmpdir=" + temporary,
                "--skip-name-resolve",
                "--skip-ssl",
                "--max-connections=300"));
        if (flushing == Flushing.NEVER) {
            command.addAll(List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=0",
                    "--innodb-file-per-table=0",
                    "--debug-no-sync"));
        }
        return command;
    }

    @Override
    public String readyText() {
        return "ready for connections";
    }

    @Override
    public String endSignal() {
        return "TERM";
    }

    @Override
    public Emptying emptying() {
        return Emptying.MARIADB;
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String administrationUrl(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    @Override
    public String url(int port, String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String creationOf(String database) {
        return "CREATE DATABASE " + database;
    }

    @Override
    public String removalOf(String database) {
        return "SET STATEMENT lock_wait_timeout = 10 FOR DROP DATABASE " + database;
    }
}
