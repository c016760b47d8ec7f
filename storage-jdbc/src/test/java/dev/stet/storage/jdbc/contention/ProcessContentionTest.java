package dev.stet.storage.jdbc.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.witness.Examination;
import dev.stet.storage.jdbc.witness.Manner;
import dev.stet.storage.jdbc.witness.Orders;
import dev.stet.storage.jdbc.witness.Preparation;
import dev.stet.storage.jdbc.witness.Testimony;
import dev.stet.storage.jdbc.witness.Witness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Few processes and many save, publish and promote in one database, on one draft of one agent and on many agents:
 * none of them fails, no number has a gap or is given twice, and every acknowledged save is in the history exactly once.
 * Not on H2: its file belongs to one process.
 *
 * <p>How many agents many are: {@code -Dstet.contention.agents}; how many changes each process makes:
 * {@code -Dstet.contention.turns}.
 */
class ProcessContentionTest {
    private static final int MANY_AGENTS = Integer.getInteger("stet.contention.agents", 20);
    private static final int TURNS = Integer.getInteger("stet.contention.turns", 12);
    private static final int LONGEST_TEXT = 500;
    private static final List<Witness> WITNESSES = new ArrayList<>();

    @AfterAll
    static void dismissAll() {
        WITNESSES.forEach(Witness::close);
        WITNESSES.clear();
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, 2", "SQLITE, 8", "POSTGRESQL, 2", "POSTGRESQL, 8", "MARIADB, 4"})
    void processesNeitherFailNorLoseNorRepeatAnything(Engine engine, int processes, TestReporter reporter) {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            Testimony testimony = new Testimony();
            JdbcStorage storage = JdbcStorage.on(database.dataSource()).open();
            contend(processes, storage, orders(database, "one", 1), testimony);
            contend(processes, storage, orders(database, "many", MANY_AGENTS), testimony);
            assertEquals(List.of(), new Examination(storage, testimony).of(testimony.agents()));
            reporter.publishEntry(processes + " processes on " + engine, testimony.acknowledged() + " changes");
        }
    }

    private static Orders orders(Database database, String agents, int count) {
        return new Orders(
                database.url(),
                database.user(),
                database.password(),
                Durability.FULL,
                agents,
                1,
                TURNS,
                agents + "-",
                count,
                false,
                LONGEST_TEXT,
                Manner.OWNING,
                count);
    }

    /** All of them at the same time: none begins before all have opened the store. */
    private static void contend(int processes, JdbcStorage storage, Orders orders, Testimony testimony) {
        Preparation.make(orders, storage, testimony);
        long before = testimony.acknowledged();
        List<Witness> witnesses = witnesses(processes);
        for (int i = 0; i < processes; i++) {
            witnesses.get(i).order(orders.named(orders.name() + ".p" + i), testimony::hear);
        }
        witnesses.forEach(Witness::awaitReady);
        witnesses.forEach(Witness::go);
        witnesses.forEach(Witness::awaitEnd);
        assertEquals(List.of(), testimony.faults());
        assertEquals(List.of(), testimony.failures());
        assertEquals(List.of(), testimony.inDoubt());
        assertEquals((long) processes * TURNS, testimony.acknowledged() - before, "changes that were made");
    }

    private static List<Witness> witnesses(int count) {
        WITNESSES.stream().filter(witness -> !witness.isIdle()).forEach(Witness::close);
        WITNESSES.removeIf(witness -> !witness.isIdle());
        while (WITNESSES.size() < count) {
            WITNESSES.add(Witness.start());
        }
        return WITNESSES.subList(0, count);
    }
}
