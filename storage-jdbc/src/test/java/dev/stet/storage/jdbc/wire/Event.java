package dev.stet.storage.jdbc.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was asked of a database.
 *
 * @param kind what was asked
 * @param text the statement; empty where it was asked by a method of the connection
 * @param arguments what was bound to the statement's parameters, in their order; an empty {@link java.util.Optional} for NULL
 */
public record Event(Kind kind, String text, List<Object> arguments) {
    /** What can be asked. Whether a transaction is begun and ended by a method or by a statement makes no difference. */
    public enum Kind {
        /** A connection was asked for. */
        CONNECT,
        BEGIN,
        STATEMENT,
        COMMIT,
        ROLLBACK,
        AUTO_COMMIT_ON,
        AUTO_COMMIT_OFF,
        SAVEPOINT,
        ROLLBACK_TO_SAVEPOINT,
        RELEASE_SAVEPOINT,
        /** A connection was given back. */
        CLOSE
    }

    static Event of(Kind kind) {
        return new Event(kind, "", List.of());
    }

    static Event statement(String text, List<Object> arguments) {
        return new Event(kindOf(text.strip().toUpperCase(Locale.ROOT)), text, arguments);
    }

    private static Kind kindOf(String text) {
        if (text.startsWith("BEGIN") || text.startsWith("START TRANSACTION")) {
            return Kind.BEGIN;
        }
        if (text.startsWith("SAVEPOINT")) {
            return Kind.SAVEPOINT;
        }
        if (text.startsWith("RELEASE SAVEPOINT")) {
            return Kind.RELEASE_SAVEPOINT;
        }
        return switch (text) {
            case "COMMIT" -> Kind.COMMIT;
            case "ROLLBACK" -> Kind.ROLLBACK;
            default -> Kind.STATEMENT;
        };
    }

    /** Whether it writes rows. */
    public boolean writes() {
        return kind == Kind.STATEMENT
                && !setsLockTimeout()
                && Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .anyMatch(each -> !each.startsWith("SELECT") && !each.startsWith("WITH"));
    }

    /** Whether it asks or tells the session how long to wait for a lock. */
    public boolean setsLockTimeout() {
        return text.startsWith("PRAGMA busy_timeout") || text.startsWith("SET LOCK_TIMEOUT");
    }

    /** How many statements it is. Those of one text are separated by semicolons. */
    public int statements() {
        return kind == Kind.STATEMENT ? text.split(";", -1).length : 0;
    }
}
