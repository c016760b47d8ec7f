package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.Schema;
import dev.stet.storage.jdbc.SchemaMismatchException;
import dev.stet.storage.jdbc.SchemaMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final AgentId FRONT_DESK = AgentId.of("front-desk");

    private final DataSource dataSource = HostDatabase.inMemory();

    @Test
    void aStoreIsOpenedOnADataSource() {
        JdbcStorage storage = JdbcStorage.on(dataSource).open();
        Stet stet = Stet.on(storage).pipeline(Pipeline.of("sandbox", "live")).build();

        stet.workspace(ACME, Actor.of("ana"))
                .agents()
                .create(NewAgent.named("Front desk").id(FRONT_DESK));
        Stet anotherProcess = Stet.on(JdbcStorage.on(dataSource).open()).build();
        assertTrue(anotherProcess
                .workspace(ACME, Actor.of("ben"))
                .agents()
                .find(FRONT_DESK)
                .isPresent());
    }

    @Test
    void aHostThatMigratesItsTablesItself() {
        HostDatabase.execute(dataSource, List.of("CREATE SCHEMA voice"));
        HostDatabase.execute(
                dataSource,
                Schema.of(Dialect.H2).named("voice").withPrefix("agents_").ddl());

        Schema tables = Schema.of(Dialect.H2).named("voice").withPrefix("agents_");
        JdbcStorage storage = JdbcStorage.on(dataSource)
                .schema(tables)
                .schemaMode(SchemaMode.VALIDATE)
                .durability(Durability.AS_CONFIGURED)
                .open();

        assertEquals(tables, storage.schema());
        JdbcStorage.Builder elsewhere = JdbcStorage.on(dataSource)
                .schema(tables.withPrefix("not_there_"))
                .schemaMode(SchemaMode.VALIDATE);
        assertThrows(SchemaMismatchException.class, elsewhere::open);
    }

    @Test
    void theTablesAsAMigration(@TempDir Path migrations) throws IOException {
        Schema tables = Schema.of(Dialect.POSTGRESQL).named("voice");
        Files.writeString(migrations.resolve("V7__stet.sql"), tables.ddlScript());

        String script = Files.readString(migrations.resolve("V7__stet.sql"));
        assertTrue(script.contains("CREATE TABLE IF NOT EXISTS voice.stet_"), script);
        assertFalse(script.contains("${"), script);
    }
}
