package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.wire.Event;
import dev.stet.storage.jdbc.wire.Injection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** On whose connection an operation makes transactions of its own. */
enum Mode {
    /** The store's. */
    OWNING {
        @Override
        Object run(Bench bench, Operation operation, Optional<Injection> injection) {
            bench.wire().forget(injection);
            return operation.on(bench.workspace());
        }
    },
    /** The host's, with auto-commit on. */
    ON_THE_HOSTS_CONNECTION {
        @Override
        Object run(Bench bench, Operation operation, Optional<Injection> injection) {
            try (Connection connection = bench.wire().dataSource().getConnection()) {
                bench.wire().forget(injection);
                return operation.on(bench.within(connection));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    };

    /** Runs it, while the wire takes down what happens, and harm is done where there is some. */
    abstract Object run(Bench bench, Operation operation, Optional<Injection> injection);

    /** What happened on the connections of the store's. */
    List<Event> events(Bench bench) {
        List<Event> events = bench.wire().events();
        return this == OWNING ? events : events.subList(0, events.size() - 1);
    }

    /** Whether it tries again when the database gave way to another transaction. */
    boolean retries() {
        return this == OWNING;
    }
}
