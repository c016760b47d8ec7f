package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.operation.Questions;
import dev.stet.storage.jdbc.wire.Event;
import dev.stet.storage.jdbc.wire.Event.Kind;
import dev.stet.storage.jdbc.wire.Injection.Moment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operation does when nothing goes wrong.
 *
 * @param operation which
 * @param events in their order
 * @param outcome what it returns
 * @param after what is stored then
 */
record Course(Operation operation, List<Event> events, Object outcome, State after) {
    private static final Set<Kind> TRANSACTION = EnumSet.of(Kind.BEGIN, Kind.AUTO_COMMIT_OFF, Kind.SAVEPOINT);

    /** With this property set to {@code true}, everything is tried that can go wrong at each event of every operation. */
    private static final boolean EVERYTHING = Boolean.getBoolean("stet.faults.everything");

    /** Those of which everything is tried anyway. */
    private static final Set<String> CENTRAL = Set.of(
            FrontDesk.create().name(),
            FrontDesk.publishAndDeploy().name(),
            Questions.resolve().name());

    /** Whether everything is tried that can go wrong; otherwise it is something at each statement, by turns. */
    boolean isTriedWhole() {
        return EVERYTHING || CENTRAL.contains(operation.name());
    }

    /** What can go wrong on the way, as far as it is tried. */
    List<Mishap> mishaps() {
        List<Mishap> mishaps = new ArrayList<>();
        for (int number = 1; number <= events.size(); number++) {
            List<Mishap> before = mishaps(number, Moment.BEFORE);
            List<Mishap> after = mishaps(number, Moment.AFTER);
            if (isTriedWhole()) {
                mishaps.addAll(before);
                mishaps.addAll(after);
            } else if (number >= begin()) {
                byTurns(number, before).ifPresent(mishaps::add);
                byTurns(number, after).ifPresent(mishaps::add);
            } else if (events.get(number - 1).kind() == Kind.STATEMENT) {
                // After a read is like before it.
                byTurns(number, before).ifPresent(mishaps::add);
            }
        }
        return mishaps;
    }

    private List<Mishap> mishaps(int number, Moment moment) {
        return Stream.of(Trouble.values())
                .filter(trouble -> trouble.happensAt(events.get(number - 1), moment))
                .map(trouble -> new Mishap(this, number, moment, trouble))
                .toList();
    }

    /** Another one with every event and every operation. */
    private Optional<Mishap> byTurns(int number, List<Mishap> mishaps) {
        int turn = number + operation.name().length();
        return mishaps.isEmpty() ? Optional.empty() : Optional.of(mishaps.get(turn % mishaps.size()));
    }

    /** The number of the first event of the transaction that changes something. */
    private int begin() {
        for (int i = 0; i < events.size(); i++) {
            if (TRANSACTION.contains(events.get(i).kind()) || events.get(i).writes()) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether an event is the question whether the store may end transactions on a connection that it has just got. */
    boolean asksAt(int number) {
        return number > 1
                && events.get(number - 1).kind() == Kind.ROLLBACK
                && events.get(number - 2).kind() == Kind.CONNECT;
    }

    /** The number of the event that commits; beyond all events where none does. */
    int commit() {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.COMMIT) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    boolean commits() {
        return commit() <= events.size();
    }
}
