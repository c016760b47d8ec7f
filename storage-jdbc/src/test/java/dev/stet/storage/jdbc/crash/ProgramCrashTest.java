package dev.stet.storage.jdbc.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.witness.Finding;
import dev.stet.storage.jdbc.witness.Manner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged to a program outlives its death by signal 9, on every engine that keeps anything: nothing that it
 * was told is lost or changed, what it was not told is there whole or not at all, and the store goes on working.
 */
class ProgramCrashTest {
    private static final int ANSWERS_BEFORE_A_LOSS = 400;
    private static final int MOST_ATTEMPTS_AT_A_LOSS = 20;
    private static final List<Engine> ENGINES =
            List.of(Engine.H2_FILE, Engine.SQLITE, Engine.POSTGRESQL, Engine.MARIADB);

    /**
     * On stores that grow old side by side: some engines begin to do after a while what they do not do to a new file. Until
     * they are old enough, rounds go on and are not counted.
     */
    @Test
    void everyAcknowledgedChangeOutlivesTheProgram() {
        Settings settings = Settings.ofThisRun();
        Map<String, CrashRounds> stores = new LinkedHashMap<>();
        try {
            for (Engine engine : ENGINES) {
                stores.put(engine + ", owning", rounds(engine, Manner.OWNING, settings));
                stores.put(engine + ", joining", rounds(engine, Manner.JOINING, settings));
            }
            // H2 closes a database with its last connection, and forgets then what was set while it was open.
            stores.put("H2_FILE, closed meanwhile", rounds(Engine.H2_FILE, Manner.RENEWING, settings));
            mustHarmNone(stores, settings);
        } finally {
            stores.values().forEach(CrashRounds::close);
        }
    }

    private static void mustHarmNone(Map<String, CrashRounds> stores, Settings settings) {
        stores.values().forEach(rounds -> rounds.mustHarmNothingOnce(CrashRounds::onProgram));
        long born = System.nanoTime();
        while (System.nanoTime() - born < settings.age().toNanos()) {
            stores.values().forEach(rounds -> rounds.mustHarmNothingOnce(CrashRounds::onProgram));
        }
        stores.forEach((store, rounds) -> {
            Figures young = rounds.figures();
            rounds.mustHarmNothing(settings.rounds(), CrashRounds::onProgram);
            young.tell("a program on " + store + ", young");
            rounds.figures().tell("a program on " + store + ", old");
            assertEquals(0, rounds.figures().unmade(), "calls that failed while the store was there: " + store);
        });
    }

    private static CrashRounds rounds(Engine engine, Manner manner, Settings settings) {
        return new CrashRounds(engine.fresh(Flushing.EVERY_COMMIT), Durability.FULL, manner, settings.seed());
    }

    /** Also that the check sees a loss where there is one. */
    @Test
    void acknowledgedChangesAreLostOnH2AsItComes() {
        List<Finding> lost = new ArrayList<>();
        for (int i = 0; i < MOST_ATTEMPTS_AT_A_LOSS && lost.isEmpty(); i++) {
            try (CrashRounds rounds =
                    new CrashRounds(Engine.H2_FILE.fresh(), Durability.AS_CONFIGURED, Manner.OWNING, i)) {
                rounds.round(new Moment(ANSWERS_BEFORE_A_LOSS), CrashRounds::onProgram).stream()
                        .filter(finding -> finding.kind() == Finding.Kind.LOST)
                        .forEach(lost::add);
            }
        }
        assertTrue(!lost.isEmpty(), "H2 writes what it acknowledged half a second later, yet nothing was lost");
    }
}
