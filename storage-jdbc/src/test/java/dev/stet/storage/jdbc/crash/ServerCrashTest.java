package dev.stet.storage.jdbc.crash;

import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.engine.DatabaseServer;
import dev.stet.storage.jdbc.engine.MariadbServer;
import dev.stet.storage.jdbc.engine.PostgresServer;
import dev.stet.storage.jdbc.witness.Manner;
import dev.stet.storage.jdbc.witness.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * What was acknowledged outlives the death of the whole server by signal 9; what was said not to have been made is not
 * there, and what was said to be unknown is there whole or not at all.
 */
class ServerCrashTest {
    @Test
    void everyAcknowledgedChangeOutlivesPostgresql(TestReporter reporter) {
        try (DatabaseServer server = PostgresServer.start()) {
            reporter.publishEntry(
                    "crashes of PostgreSQL", mustHarmNothing(server).toString());
        }
    }

    @Test
    void everyAcknowledgedChangeOutlivesMariadb(TestReporter reporter) {
        try (DatabaseServer server = MariadbServer.start()) {
            reporter.publishEntry("crashes of MariaDB", mustHarmNothing(server).toString());
        }
    }

    private static Figures mustHarmNothing(DatabaseServer server) {
        Settings settings = Settings.ofThisRun();
        try (CrashRounds rounds = new CrashRounds(server.fresh(), Durability.FULL, Manner.OWNING, settings.seed())) {
            return rounds.mustHarmNothing(settings.rounds(), program -> killed(server, program));
        }
    }

    /** A program that makes calls is told by their failure, and by nobody else. */
    private static Witness killed(DatabaseServer server, Witness program) {
        server.kill();
        Witness next = program;
        if (program.isWaiting()) {
            next = CrashRounds.onProgram(program);
        } else {
            program.awaitEnd();
        }
        server.restart();
        return next;
    }
}
