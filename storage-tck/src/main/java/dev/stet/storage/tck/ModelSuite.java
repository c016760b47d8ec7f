package dev.stet.storage.tck;

import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Performance;
import dev.stet.storage.tck.oracle.Script;
import dev.stet.storage.tck.table.KitTables;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of calls of the public API, on this store and on a model of plain maps at once: every answer, every
 * refusal and everything that can be read is the same after every call.
 *
 * <p>The number of tries is jqwik's: {@code jqwik.tries.default} in {@code junit-platform.properties} or as a system
 * property.
 */
public abstract class ModelSuite {
    /** A fixture whose store is empty when it is opened first. */
    protected abstract StorageFixture fixture();

    @Promise({2, 3, 4, 5, 6, 7, 9, 12})
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anySequenceOfCallsDoesWhatTheModelDoes(@ForAll("scripts") Script script) {
        try (StorageFixture fixture = fixture()) {
            Storage store = fixture.open(KitTables.CATALOGUE);
            new Performance(script.setup(), script.setup().alone() ? new LateStorage(store) : store).perform(script);
        }
    }

    @Provide
    Arbitrary<Script> scripts() {
        return Script.any();
    }
}
