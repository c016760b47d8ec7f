package dev.stet.storage.jdbc.contention;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stet.ref.AgentId;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Different agents do not wait for each other, through one and the same store. */
@Execution(ExecutionMode.CONCURRENT)
class IndependenceTest {
    private static final long PATIENCE_SECONDS = 100;
    private static final AgentId HELD = AgentId.of("m");

    /** Those next to it on either side, in the order of ids. */
    private static final List<AgentId> NEIGHBOURS =
            Stream.of("a", "l", "n", "z").map(AgentId::of).toList();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void shutDown() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "H2_MEMORY, ROW", "H2_MEMORY, CHANGES", "H2_MEMORY, DELETION",
        "POSTGRESQL, ROW", "POSTGRESQL, CHANGES", "POSTGRESQL, DELETION",
        "MARIADB, ROW", "MARIADB, CHANGES", "MARIADB, DELETION"
    })
    void noChangeOfAnotherAgentWaitsForOneThatIsHeld(Engine engine, Hold hold) throws Exception {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            JdbcStorage storage = store(database);
            try (Connection transaction = database.unpooled().getConnection()) {
                begin(transaction);
                hold.take(transaction, storage, HELD);
                CompletableFuture<Void> waiting = run(() -> Life.in(storage).edit(HELD));
                await(CompletableFuture.allOf(NEIGHBOURS.stream()
                        .map(agent -> run(() -> liveOn(storage, agent)))
                        .toArray(CompletableFuture[]::new)));
                assertFalse(waiting.isDone(), "the agent was not held after all");
                transaction.rollback();
                await(waiting);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2_MEMORY, ROW",
        "H2_MEMORY, CHANGES",
        "POSTGRESQL, ROW",
        "POSTGRESQL, CHANGES",
        "MARIADB, ROW",
        "MARIADB, CHANGES"
    })
    void noReadWaitsForAnAgentThatIsHeld(Engine engine, Hold hold) throws Exception {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            JdbcStorage storage = store(database);
            try (Connection transaction = database.unpooled().getConnection()) {
                begin(transaction);
                hold.take(transaction, storage, HELD);
                await(run(() -> Life.in(storage).look(HELD)));
                transaction.rollback();
            }
        }
    }

    @Test
    void onSqliteOneWriterWaitsForTheOtherByNatureButNoReadDoes() throws Exception {
        try (Database database = Engine.SQLITE.fresh()) {
            JdbcStorage storage = store(database);
            try (Connection transaction = database.unpooled().getConnection();
                    Statement statement = transaction.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Hold.ROW.take(transaction, storage, HELD);
                CompletableFuture<Void> waiting = run(() -> Life.in(storage).edit(NEIGHBOURS.get(0)));
                await(run(() -> Life.in(storage).look(HELD)));
                await(run(() -> Life.in(storage).look(NEIGHBOURS.get(1))));
                assertFalse(waiting.isDone(), "SQLite has one writer at a time");
                statement.execute("ROLLBACK");
                await(waiting);
            }
        }
    }

    /** At the level that the store asks for. At a higher one, MariaDB also locks what stands beside rows that it deletes. */
    private static void begin(Connection transaction) throws SQLException {
        transaction.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        transaction.setAutoCommit(false);
    }

    /** A store with all the agents, each with some history. */
    private JdbcStorage store(Database database) {
        JdbcStorage storage = JdbcStorage.on(database.dataSource()).open();
        Life life = Life.in(storage);
        Stream.concat(Stream.of(HELD), NEIGHBOURS.stream()).forEach(agent -> {
            life.create(agent);
            life.work(agent);
        });
        return storage;
    }

    /** Changes of an agent, and the whole life of another one right beside it. */
    private static void liveOn(JdbcStorage storage, AgentId agent) {
        Life life = Life.in(storage);
        life.work(agent);
        AgentId child = AgentId.of(agent + "-child");
        life.create(child);
        life.work(child);
        life.delete(child);
        life.delete(agent);
    }

    private CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void await(CompletableFuture<?> work) throws Exception {
        work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
