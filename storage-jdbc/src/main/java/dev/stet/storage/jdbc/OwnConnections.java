package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Takes a connection from the host's data source for every call, and gives it back as it was. */
final class OwnConnections implements Connections {
    private final Jdbi jdbi;
    private final Dialect dialect;

    OwnConnections(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public <R> R read(String doing, Function<Session, R> work) {
        try (Handle handle = jdbi.open()) {
            R result = work.apply(new Session(handle, dialect));
            if (!handle.getConnection().getAutoCommit()) {
                handle.getConnection().rollback();
            }
            return result;
        } catch (JdbiException | SQLException failure) {
            throw Failures.reading(dialect, doing, failure);
        }
    }

    @Override
    public ApplyResult change(String doing, Function<Session, ApplyResult> work) {
        try (Handle handle = jdbi.open()) {
            return Transaction.around(
                    handle.getConnection(), dialect, doing, () -> work.apply(new Session(handle, dialect)));
        } catch (JdbiException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }
}
