package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Workspace;
import dev.stet.error.StetException;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.operation.Questions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/** Every change there is, and what every question is answered before and after it. */
final class Lifecycle {
    /** On a database that nothing was set on. */
    private static final List<String> EXPECTED = expected();

    private Lifecycle() {}

    /** Fails when anything comes out otherwise than on a database that nothing was set on. */
    static void on(Storage store) {
        assertEquals(EXPECTED, outcomes(store));
    }

    private static List<String> expected() {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:lifecycle;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=64", "sa", "");
        try {
            return outcomes(JdbcStorage.on(pool).open());
        } finally {
            pool.dispose();
        }
    }

    private static List<String> outcomes(Storage store) {
        AtomicInteger ids = new AtomicInteger();
        Workspace workspace = FrontDesk.stet(store, () -> "id" + ids.incrementAndGet())
                .build()
                .workspace(WorkspaceId.of("w"), FrontDesk.ADA);
        FrontDesk.build(workspace);
        return Stream.of(Questions.all(), FrontDesk.changes(), Questions.all())
                .flatMap(List::stream)
                .map(operation -> operation + ": " + outcome(operation, workspace))
                .toList();
    }

    /** What came before may rule a change out; a database may not. */
    private static String outcome(Operation operation, Workspace workspace) {
        try {
            return String.valueOf(operation.on(workspace));
        } catch (StorageException | ContentionException failure) {
            throw failure;
        } catch (StetException refusal) {
            return refusal.getMessage();
        }
    }
}
