package dev.stet.storage.jdbc.engine;

import java.nio.file.Path;
import java.util.List;

/** What differs between database servers. */
interface ServerSoftware {
    /** A data directory as an installation leaves it, to be copied. */
    Path pristineData();

    /** How the server is started, in the foreground, for the loopback address alone. */
    List<String> command(Path dataDirectory, int port, Flushing flushing);

    /** What the server prints when it can be used. */
    String readyText();

    /** The signal that shuts the server down in order without waiting for its clients. */
    String endSignal();

    Emptying emptying();

    /** Who may do everything, without a password. */
    String user();

    /** To where databases are made and dropped from. */
    String administrationUrl(int port);

    /** To one of the databases. */
    String url(int port, String database);

    String creationOf(String database);

    /** Gives up after some seconds when the database is still being used. */
    String removalOf(String database);
}
