package dev.stet.storage.jdbc;

import dev.stet.error.StetException;
import dev.stet.storage.Catalogue;
import dev.stet.storage.JoinedStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A store in the host's database: H2, SQLite, PostgreSQL, MariaDB, or a cluster that speaks the protocol of one of them.
 *
 * <pre>{@code
 * Stet stet = Stet.on(JdbcStorage.on(dataSource).open()).build();
 * }</pre>
 *
 * <p>It takes a connection for each call, and gives it back with auto-commit as it was: a read is one statement, unless it is
 * of many rows or of several heads, and every change one transaction. The data source should be a pool whose connections have
 * auto-commit on; with it off, each call takes a round trip more. The isolation level READ COMMITTED is enough, and a higher
 * one does no harm.
 *
 * <p>It never ends a transaction that it did not begin. A connection on which one is open, such as Spring's
 * {@code TransactionAwareDataSourceProxy} hands out, is refused with {@link ForeignTransactionException} before anything was
 * done on it. Give it the pool itself.
 *
 * <p>To make a change part of a transaction of the host's own, join it:
 *
 * <pre>{@code
 * stet.within(storage.joining(connection)).workspace(...)
 * }</pre>
 *
 * <p>What it promises depends on the database, see {@link Durability} for what survives what. Any number of instances, in
 * any number of processes, may share one database. Safe for use by any number of threads. It holds nothing that would have
 * to be closed: the data source stays the host's.
 */
public final class JdbcStorage extends TableStorage {
    private final Schema schema;
    private final OpenTransaction openTransaction;
    private final FirstSight firstSight;
    private final JoinedChanges joined;

    private JdbcStorage(
            Tables tables,
            Connections connections,
            OpenTransaction openTransaction,
            FirstSight firstSight,
            JoinedChanges joined) {
        super(connections, StoreSql.of(tables));
        this.schema = tables.declared();
        this.openTransaction = openTransaction;
        this.firstSight = firstSight;
        this.joined = joined;
    }

    /** Begins the declaration of a store on a database. */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /** Where its tables are, as it was declared. */
    public Schema schema() {
        return schema;
    }

    /**
     * This store inside the transaction that is open on a connection of the host's. It never commits, rolls back or
     * touches auto-commit: its changes are there when the host commits. A change that throws has left nothing behind in the
     * transaction; on PostgreSQL it has made the transaction unusable, as every failed statement does there.
     *
     * <p>A transaction that was begun by an SQL statement, or by a transaction manager over XA, is joined as well, though
     * auto-commit may be on there; of other drivers than those of the four databases it must be off. Where no transaction is
     * open and auto-commit is on, there is none to join, and each change is one of its own on that connection.
     *
     * <p>With {@link Durability#FULL}, a connection that was not seen before is looked at with the first call, by one
     * statement: its session must keep what is acknowledged, too ({@link UnsafeSettingException}).
     *
     * <p>Costs nothing else; as thread-safe as the connection, and of use for as long. To be given to
     * {@link dev.stet.Stet#within}.
     */
    public JoinedStorage joining(Connection connection) {
        Handle handle = Session.prepared(Jdbi.create(() -> connection)).open();
        return joined(new HostConnection(handle, schema.dialect(), openTransaction, firstSight, joined));
    }

    /**
     * As {@link #joining}, for the connection of a JDBI handle; how the handle is configured plays no part. It has a name of
     * its own, so that hosts without JDBI on their class path can compile calls of the other.
     */
    public JoinedStorage joiningHandle(Handle handle) {
        return joining(handle.getConnection());
    }

    /** What a host may declare of a store. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private Optional<Schema> schema = Optional.empty();
        private Optional<Catalogue> catalogue = Optional.empty();
        private SchemaMode schemaMode = SchemaMode.CREATE;
        private Durability durability = Durability.FULL;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * The tables, and with them the dialect. By default those of {@link Schema#of} for the {@link Dialect} that the
         * database has by its product name.
         */
        public Builder schema(Schema given) {
            schema = Optional.of(given);
            return this;
        }

        /** Which tables the store keeps. By default those of the {@link Schema}: {@link dev.stet.Stet#catalogue}. */
        public Builder catalogue(Catalogue given) {
            catalogue = Optional.of(given);
            return this;
        }

        /** What to do about the tables. By default {@link SchemaMode#CREATE}. */
        public Builder schemaMode(SchemaMode given) {
            schemaMode = given;
            return this;
        }

        /** How sure an acknowledged change must be. By default {@link Durability#FULL}. */
        public Builder durability(Durability given) {
            durability = given;
            return this;
        }

        /**
         * Looks at the database as declared, and opens the store. Where the schema has no name, it is the one that a
         * connection is in now: the tables in it are those of the store from then on, whatever schema a later connection,
         * or one that is joined, is in.
         *
         * @throws UnknownDatabaseException when no schema was given and the database is none that Stet knows
         * @throws ForeignTransactionException when the data source hands out a connection inside a transaction, or none that
         *     the store may end one on
         * @throws UnsafeSettingException when the database is set up to lose what was acknowledged, or to take one text for
         *     another
         * @throws SchemaMismatchException when tables are missing or otherwise than expected, or in another schema
         * @throws OlderFormatException when they were made by an older release of Stet
         * @throws NewerFormatException when they were made by a newer one
         * @throws dev.stet.storage.StorageException when the database fails
         */
        public JdbcStorage open() {
            Schema placed = schema.orElseGet(() -> Schema.of(reached(Dialect::of)));
            Schema declared = catalogue.map(placed::withCatalogue).orElse(placed);
            if (durability == Durability.FULL) {
                reached(connection -> new Settings(declared.dialect(), connection).makeDurable());
                // Once more on another connection: what its URL sets comes after what was set on the first.
                reached(connection -> new Settings(declared.dialect(), connection).requireDurable());
            }
            Tables tables = reached(connection -> new SchemaSetUp(declared, connection).run(schemaMode));
            return reached(connection -> opened(tables, turns(tables.dialect(), connection)));
        }

        private Turns turns(Dialect dialect, Connection connection) throws SQLException {
            return switch (dialect) {
                case H2 ->
                    durability == Durability.FULL && Settings.isH2File(connection)
                            ? Turns.onH2(connection.getMetaData().getURL())
                            : Turns.none();
                case SQLITE -> Turns.ofWriters();
                case POSTGRESQL, MARIADB -> Turns.none();
            };
        }

        private JdbcStorage opened(Tables tables, Turns turns) {
            Dialect dialect = tables.dialect();
            Driver driver = new Driver(dialect);
            OpenTransaction openTransaction = new OpenTransaction(dialect, driver);
            FirstSight firstSight = new FirstSight(driver, connection -> {
                if (durability == Durability.FULL) {
                    new Settings(dialect, connection).makeSessionDurable();
                }
            });
            JoinedChanges joined = new JoinedChanges();
            Jdbi jdbi = Session.prepared(Jdbi.create(dataSource));
            if (dialect.preparesAnew()) {
                jdbi.setStatementBuilderFactory(new KeptStatements());
            }
            Connections own = new OwnConnections(
                    jdbi, dialect, turns, new ForeignTransactions(openTransaction), firstSight, joined);
            return new JdbcStorage(tables, own, openTransaction, firstSight, joined);
        }

        private <R> R reached(OnConnection<R> work) {
            try (Connection connection = dataSource.getConnection()) {
                Dialect dialect = schema.map(Schema::dialect).orElseGet(() -> Dialect.of(connection));
                new ForeignTransactions(new OpenTransaction(dialect, new Driver(dialect)))
                        .refuse("opening the store", connection);
                return withAutoCommit(connection, work);
            } catch (StetException refusal) {
                throw refusal;
            } catch (SQLException | RuntimeException failure) {
                // Pools throw what they like where no connection can be had.
                throw Failures.reading("opening the store", failure);
            }
        }

        /** Switching it on would commit a transaction; here none is open. */
        private static <R> R withAutoCommit(Connection connection, OnConnection<R> work) throws SQLException {
            if (connection.getAutoCommit()) {
                return work.on(connection);
            }
            connection.setAutoCommit(true);
            try {
                return work.on(connection);
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(false);
                }
            }
        }

        private interface OnConnection<R> {
            R on(Connection connection) throws SQLException;
        }
    }
}
