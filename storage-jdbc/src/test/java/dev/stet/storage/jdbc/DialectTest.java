package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A database is known by the name of its product, and its failures by their codes. */
class DialectTest {
    @Test
    void aDatabaseIsKnownByItsProduct() {
        assertEquals(Dialect.H2, Dialect.of("H2", "2.4.240 (2025-09-22)"));
        assertEquals(Dialect.SQLITE, Dialect.of("SQLite", "3.54.1"));
        assertEquals(Dialect.POSTGRESQL, Dialect.of("PostgreSQL", "18.6"));
        assertEquals(Dialect.MARIADB, Dialect.of("MariaDB", "11.4.5-MariaDB"));
        assertEquals(Dialect.MARIADB, Dialect.of("MySQL", "5.5.5-10.11.6-MariaDB-0+deb12u1"));
    }

    @Test
    void anUnknownDatabaseIsRefusedWithThoseThatAreKnown() {
        UnknownDatabaseException refusal =
                assertThrows(UnknownDatabaseException.class, () -> Dialect.of("Oracle", "23"));
        assertThrows(UnknownDatabaseException.class, () -> Dialect.of("MySQL", "8.4.3"));
        for (Dialect dialect : Dialect.values()) {
            assertTrue(refusal.getMessage().contains(dialect.name()), refusal::getMessage);
        }
        assertTrue(refusal.getMessage().contains("Oracle 23"), refusal::getMessage);
    }

    @Test
    void failuresThatCallForAnotherAttemptAreTold() {
        Map<Dialect, List<SQLException>> contention = Map.of(
                Dialect.POSTGRESQL, List.of(failure("40001", 0), failure("40P01", 0), failure("55P03", 0)),
                Dialect.MARIADB, List.of(failure("40001", 1213), failure("HY000", 1205), failure("HY000", 1020)),
                Dialect.H2, List.of(failure("40001", 40001), failure("HYT00", 50200), failure("90131", 90131)),
                Dialect.SQLITE, List.of(new SQLException("busy", null, 5), new SQLException("snapshot", null, 517)));
        assertEquals(new TreeSet<>(List.of(Dialect.values())), new TreeSet<>(contention.keySet()));
        contention.forEach((dialect, failures) -> failures.forEach(failure -> {
            assertTrue(dialect.isContention(failure), dialect + " " + failure.getSQLState());
            assertFalse(dialect.isDuplicate(failure), dialect + " " + failure.getSQLState());
        }));
    }

    @Test
    void lostConnectionsAreNeitherContentionNorRefusal() {
        for (Dialect dialect : Dialect.values()) {
            for (String state : List.of("08006", "57P01", "25S03", "08S01", "90067", "40003")) {
                assertFalse(dialect.isContention(failure(state, 0)), dialect + " " + state);
                assertFalse(dialect.isRefusedCommit(failure(state, 0)), dialect + " " + state);
            }
        }
    }

    /** Where the driver does not tell where a warning comes from, a warning leaves doubt, and what is less does not. */
    @Test
    void aWarningAtACommitOfWhichNobodyTellsMoreLeavesDoubt() {
        for (Dialect dialect : Dialect.values()) {
            assertEquals(
                    dialect == Dialect.POSTGRESQL, dialect.saysNotWaitedFor(new SQLWarning("not waited", "01000")));
            assertFalse(dialect.saysNotWaitedFor(new SQLWarning("notice", "00000")));
        }
    }

    private static SQLException failure(String state, int code) {
        return new SQLException("failed", state, code);
    }
}
