package dev.stet.storage.jdbc.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.witness.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was acknowledged to a program outlives its death by signal 9, on every engine that keeps anything: nothing that it
 * was told is lost or changed, what it was not told is there whole or not at all, and the store goes on working.
 */
class ProgramCrashTest {
    private static final int ANSWERS_BEFORE_A_LOSS = 400;
    private static final int MOST_ATTEMPTS_AT_A_LOSS = 20;

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"H2_FILE", "SQLITE", "POSTGRESQL", "MARIADB"})
    void everyAcknowledgedChangeOutlivesTheProgram(Engine engine, TestReporter reporter) {
        Settings settings = Settings.ofThisRun();
        try (CrashRounds rounds =
                new CrashRounds(engine.fresh(Flushing.EVERY_COMMIT), Durability.FULL, false, settings.seed())) {
            Figures figures = rounds.mustHarmNothing(settings.rounds(), CrashRounds::onProgram);
            assertEquals(0, figures.unmade(), "calls that failed while the store was there");
            reporter.publishEntry("crashes of a program on " + engine, figures.toString());
        }
    }

    /** H2 closes a database with its last connection, and forgets then what was set while it was open. */
    @Test
    void everyAcknowledgedChangeOutlivesTheProgramOnH2ThatWasClosedMeanwhile(TestReporter reporter) {
        Settings settings = Settings.ofThisRun();
        try (CrashRounds rounds = new CrashRounds(Engine.H2_FILE.fresh(), Durability.FULL, true, settings.seed())) {
            Figures figures = rounds.mustHarmNothing(settings.rounds(), CrashRounds::onProgram);
            reporter.publishEntry("crashes of a program on H2 that was closed meanwhile", figures.toString());
        }
    }

    /** Also that the check sees a loss where there is one. */
    @Test
    void acknowledgedChangesAreLostOnH2AsItComes() {
        List<Finding> lost = new ArrayList<>();
        for (int i = 0; i < MOST_ATTEMPTS_AT_A_LOSS && lost.isEmpty(); i++) {
            try (CrashRounds rounds = new CrashRounds(Engine.H2_FILE.fresh(), Durability.AS_CONFIGURED, false, i)) {
                rounds.round(new Moment(ANSWERS_BEFORE_A_LOSS), CrashRounds::onProgram).stream()
                        .filter(finding -> finding.kind() == Finding.Kind.LOST)
                        .forEach(lost::add);
            }
        }
        assertTrue(!lost.isEmpty(), "H2 writes what it acknowledged half a second later, yet nothing was lost");
    }
}
