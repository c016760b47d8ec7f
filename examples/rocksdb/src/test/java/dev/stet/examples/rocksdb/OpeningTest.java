package dev.stet.examples.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Scan;
import dev.stet.storage.StorageException;
import dev.stet.storage.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory has one store at a time, which may be opened for more tables than before. */
class OpeningTest {
    private static final AgentId DESK = AgentId.of("desk");

    @TempDir
    Path directory;

    private static Workspace ana(RocksStorage store) {
        return Stet.on(store).pipeline(Pipeline.of("live")).build().workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    }

    @Test
    void aDirectoryThatIsOpenIsRefused() {
        try (RocksStorage store = RocksStorage.open(directory)) {
            ana(store).agents().create(NewAgent.named("Desk").id(DESK));
            StorageException refused = assertThrows(StorageException.class, () -> RocksStorage.open(directory));
            assertTrue(refused.getMessage().contains(directory.toString()), refused::toString);
            assertEquals("Desk", ana(store).agents().get(DESK).name());
        }
    }

    @Test
    void whoCallsAClosedStoreIsToldSo() {
        RocksStorage store = RocksStorage.open(directory);
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> ana(store).agents().get(DESK));
    }

    @Test
    void whatIsThereStaysWhenTablesAreAdded() {
        try (RocksStorage store = RocksStorage.open(directory)) {
            ana(store).agents().create(NewAgent.named("Desk").id(DESK));
        }
        Table.Builder columns = Table.head("note");
        Column title = columns.text("title");
        Table note = columns.workspaceIndex(
                        "note_by_title", title.ascending(), columns.id().ascending())
                .build();
        Catalogue more = Stet.catalogue().with(note);
        try (RocksStorage store = RocksStorage.open(directory, more)) {
            assertEquals("Desk", ana(store).agents().get(DESK).name());
            assertEquals(List.of(), store.scan(Scan.of(note, note.indexes().get(0), "acme")));
        }
    }
}
