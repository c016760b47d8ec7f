package dev.stet.storage.jdbc.crash;

import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.engine.DatabaseServer;
import dev.stet.storage.jdbc.engine.MariadbServer;
import dev.stet.storage.jdbc.engine.PostgresServer;
import dev.stet.storage.jdbc.witness.Manner;
import dev.stet.storage.jdbc.witness.Witness;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was acknowledged outlives the death of the whole server by signal 9; what was said not to have been made is not
 * there, and what was said to be unknown is there whole or not at all.
 */
@Execution(ExecutionMode.CONCURRENT)
class ServerCrashTest {
    @ParameterizedTest
    @EnumSource(names = {"OWNING", "JOINING"})
    void everyAcknowledgedChangeOutlivesPostgresql(Manner manner) {
        try (DatabaseServer server = PostgresServer.start()) {
            mustHarmNothing(server, manner).tell("PostgreSQL, " + manner);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNING", "JOINING"})
    void everyAcknowledgedChangeOutlivesMariadb(Manner manner) {
        try (DatabaseServer server = MariadbServer.start()) {
            mustHarmNothing(server, manner).tell("MariaDB, " + manner);
        }
    }

    private static Figures mustHarmNothing(DatabaseServer server, Manner manner) {
        Settings settings = Settings.ofThisRun();
        try (CrashRounds rounds = new CrashRounds(server.fresh(), Durability.FULL, manner, settings.seed())) {
            return rounds.mustHarmNothing(settings.rounds(), program -> killed(server, program));
        }
    }

    /**
     * A program that makes calls is told by their failure, and by nobody else. Calls that want a new connection then get it as
     * soon as the server is there again, and go on.
     */
    private static Witness killed(DatabaseServer server, Witness program) {
        boolean told = !program.isWaiting();
        server.kill();
        Witness next = told ? program : CrashRounds.onProgram(program);
        server.restart();
        if (told) {
            program.awaitEnd();
        }
        return next;
    }
}
