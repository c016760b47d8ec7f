package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of each physical connection prepared, for a driver that would compile them anew each time. They are
 * prepared on what a pool's connection unwraps to, the driver's own: what is prepared on the pool's ends with the lease. Only for connections of the
 * store's own; those of a host are left as they were.
 *
 * <p>A statement is in use by one caller at a time, and with all others of its connection is closed when one fails: SQLite's are
 * of no use after that. Connections that were closed are forgotten when one appears that was not seen before.
 */
final class KeptStatements implements StatementBuilderFactory {
    /** More than the store has texts, but for lists with many combinations of filters. */
    private static final int MOST = 100;

    private final IdentityHashMap<Connection, OfConnection> kept = new IdentityHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection lent) {
        try {
            return of(lent.unwrap(Connection.class));
        } catch (SQLException notReached) {
            return new DefaultStatementBuilder();
        }
    }

    private synchronized OfConnection of(Connection physical) throws SQLException {
        OfConnection known = kept.get(physical);
        if (known == null) {
            for (Iterator<Connection> each = kept.keySet().iterator(); each.hasNext(); ) {
                if (each.next().isClosed()) {
                    each.remove();
                }
            }
            known = new OfConnection(physical);
            kept.put(physical, known);
        }
        return known;
    }

    /** How many connections there are that statements are kept for. */
    synchronized int connections() {
        return kept.size();
    }

    /** After a failure: closes what is kept for the connection of a handle, if anything is. */
    static void forget(Handle handle) {
        if (handle.getStatementBuilder() instanceof OfConnection ofConnection) {
            ofConnection.closeAll();
        }
    }

    /** Those of one connection, which is used by one thread at a time. */
    private static final class OfConnection extends DefaultStatementBuilder {
        private final Connection physical;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

        private OfConnection(Connection physical) {
            this.physical = physical;
        }

        @Override
        public PreparedStatement create(Connection lent, String sql, StatementContext context) throws SQLException {
            PreparedStatement statement = idle.remove(sql);
            return statement == null || statement.isClosed() ? physical.prepareStatement(sql) : statement;
        }

        @Override
        public void close(Connection lent, String sql, Statement statement) throws SQLException {
            if (!(statement instanceof PreparedStatement prepared) || idle.containsKey(sql)) {
                super.close(lent, sql, statement);
                return;
            }
            idle.put(sql, prepared);
            if (idle.size() > MOST) {
                Iterator<PreparedStatement> eldest = idle.values().iterator();
                eldest.next().close();
                eldest.remove();
            }
        }

        private void closeAll() {
            List<PreparedStatement> all = List.copyOf(idle.values());
            idle.clear();
            all.forEach(OfConnection::close);
        }

        private static void close(PreparedStatement statement) {
            try {
                statement.close();
            } catch (SQLException alreadyOfNoUse) {
                // Nobody will use it again.
                return;
            }
        }
    }
}
