package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.Changeset;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import dev.stet.storage.tck.table.Drawn;
import dev.stet.storage.tck.table.DrawnChange;
import dev.stet.storage.tck.table.KitTables;
import dev.stet.storage.tck.table.TableModel;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of changes of tables that no part of Stet knows, on this store and in a map at once: every answer and everything
 * that can be read is the same after every change, whether or not the store was closed in between.
 */
public abstract class RandomChangeSuite {
    /** A fixture whose store is empty when it is opened first. */
    protected abstract StorageFixture fixture();

    @Promise({1, 2, 3, 4, 7, 9})
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anySequenceOfChangesDoesWhatAMapDoes(@ForAll("sequences") List<DrawnChange> changes) {
        try (StorageFixture fixture = fixture()) {
            Storage store = fixture.open(KitTables.CATALOGUE);
            TableModel model = new TableModel(KitTables.CATALOGUE);
            for (DrawnChange drawn : changes) {
                if (drawn.kind() == DrawnChange.Kind.REOPEN) {
                    store = fixture.open(KitTables.CATALOGUE);
                    model = fixture.declaration().survivesReopen() ? model : new TableModel(KitTables.CATALOGUE);
                    compare(model, store);
                }
                make(drawn.on(model), model, store);
                compare(model, store);
            }
        }
    }

    private static void make(Changeset change, TableModel model, Storage store) {
        List<Key> written = change.writes().stream().map(RandomChangeSuite::key).toList();
        assertEquals(
                model.apply(change, Changes.PATIENCE),
                Changes.insist(() -> store.apply(change, Changes.PATIENCE)),
                change::toString);
        assertEquals(model.read(List.of(change.head())), store.read(List.of(change.head())), change::toString);
        assertEquals(model.read(written), store.read(written), change::toString);
    }

    private static Key key(Write write) {
        if (write instanceof Write.Put put) {
            return put.row().key();
        }
        if (write instanceof Write.Add add) {
            return add.row().key();
        }
        return write instanceof Write.AddIfAbsent add ? add.row().key() : ((Write.Delete) write).key();
    }

    private static void compare(TableModel model, Storage store) {
        List<Key> keys = model.keys();
        assertEquals(model.read(keys), store.read(keys));
        for (Table table : KitTables.ALL) {
            for (Index index : KitTables.indexes(table)) {
                for (String workspace : Drawn.WORKSPACES) {
                    Scan scan = Scan.of(table, index, workspace);
                    assertEquals(model.scan(scan), store.scan(scan), scan::toString);
                    assertEquals(model.count(scan), store.count(scan), scan::toString);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<DrawnChange>> sequences() {
        return DrawnChange.sequences();
    }
}
