package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;

/** Works in a transaction that the store has begun, and will end. */
record WithinTransaction(Session session) implements Connections {
    @Override
    public <R> R read(String doing, Function<Session, R> work) {
        try {
            return work.apply(session);
        } catch (JdbiException failure) {
            throw Failures.reading(session.dialect(), doing, failure);
        }
    }

    @Override
    public ApplyResult change(Changeset changeset, Duration patience, Function<Session, ApplyResult> work) {
        return work.apply(session);
    }

    @Override
    public Optional<ApplyResult> changeAlone(
            Key head, Duration patience, Function<Session, Optional<ApplyResult>> work) {
        return work.apply(session);
    }
}
