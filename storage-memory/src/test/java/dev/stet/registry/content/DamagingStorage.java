package dev.stet.registry.content;

import dev.stet.facts.ContentTable;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.function.UnaryOperator;

/** Returns contents that are not what was stored, as a broken disk might. */
final class DamagingStorage extends ForwardingStorage {
    private final UnaryOperator<List<StoredContent>> damage;

    /** @param damage makes of a chain what is returned in its place */
    DamagingStorage(Storage store, UnaryOperator<List<StoredContent>> damage) {
        super(store);
        this.damage = damage;
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        AgentKey agent = AgentKey.of(
                (String) first.values().get(0), (String) first.values().get(1));
        List<StoredContent> found = super.chain(first, next, limit).stream()
                .map(ContentTable::content)
                .toList();
        return damage.apply(found).stream()
                .map(content -> ContentTable.row(agent, content))
                .toList();
    }
}
