package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.wire.Event.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a call cost.
 *
 * @param events what was asked of the database
 * @param roundTrips how often somebody waited for the network; empty where there is none
 */
record Measured(List<Event> events, OptionalInt roundTrips) {
    private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(
            Kind.BEGIN, "begin",
            Kind.COMMIT, "commit",
            Kind.ROLLBACK, "rollback",
            Kind.SAVEPOINT, "savepoint",
            Kind.ROLLBACK_TO_SAVEPOINT, "back to savepoint",
            Kind.RELEASE_SAVEPOINT, "release"));

    int statements() {
        return events.stream().mapToInt(Event::statements).sum();
    }

    int commits() {
        return (int)
                events.stream().filter(event -> event.kind() == Kind.COMMIT).count();
    }

    /** For a table: {@code 6 + commit (4)}. */
    String cell() {
        StringBuilder cell = new StringBuilder().append(statements());
        events.stream()
                .filter(event -> WORDS.containsKey(event.kind()))
                .forEach(event -> cell.append(" + ").append(WORDS.get(event.kind())));
        roundTrips.ifPresent(trips -> cell.append(" (").append(trips).append(')'));
        return cell.toString();
    }
}
