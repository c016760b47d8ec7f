package dev.stet.storage.jdbc.joining;

import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.xa.PGXADataSource;

/** A connection of a driver that takes part in global transactions, with one of which it is the only part. */
final class GlobalTransaction implements HostTransaction, AutoCloseable {
    private final XAConnection participant;
    private final Connection connection;

    GlobalTransaction(Engine engine, Database database) throws SQLException {
        participant = source(engine, database).getXAConnection();
        connection = participant.getConnection();
    }

    private static XADataSource source(Engine engine, Database database) throws SQLException {
        return switch (engine) {
            case H2_MEMORY, H2_FILE -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL(database.url());
                source.setUser(database.user());
                source.setPassword(database.password());
                yield source;
            }
            case POSTGRESQL -> {
                PGXADataSource source = new PGXADataSource();
                source.setUrl(database.url());
                source.setUser(database.user());
                yield source;
            }
            case MARIADB -> {
                MariaDbDataSource source = new MariaDbDataSource(database.url());
                source.setUser(database.user());
                yield source;
            }
            case SQLITE -> throw new IllegalArgumentException("its driver knows no global transactions");
        };
    }

    Connection connection() {
        return connection;
    }

    @Override
    public Open begin() throws SQLException {
        XAResource resource = participant.getXAResource();
        Xid id = new Id(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        attempt(() -> resource.start(id, XAResource.TMNOFLAGS));
        return new Open(connection, () -> {
            attempt(() -> resource.end(id, XAResource.TMSUCCESS));
            attempt(() -> resource.commit(id, true));
        });
    }

    private static void attempt(Step step) throws SQLException {
        try {
            step.run();
        } catch (XAException failure) {
            throw new SQLException("error " + failure.errorCode, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        participant.close();
    }

    private interface Step {
        void run() throws XAException;
    }

    /** Of a transaction with one branch. */
    @SuppressWarnings("ArrayRecordComponent") // As javax.transaction wants it.
    private record Id(byte[] getGlobalTransactionId) implements Xid {
        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {1};
        }
    }
}
