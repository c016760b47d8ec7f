package dev.stet.storage.memory.broken;

import dev.stet.facts.PageTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Looks for the page of an environment by its revision alone. */
public final class MixesUpPages extends ForwardingStorage {
    public MixesUpPages(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys).stream()
                .map(row -> row.map(found -> found.table().equals(PageTable.TABLE) ? mixedUp(found) : found))
                .toList();
    }

    private Row mixedUp(Row page) {
        return super.scan(Rewriting.all(PageTable.TABLE, page.head())).stream()
                .filter(other -> Rewriting.find(other, "number").equals(Rewriting.find(page, "number")))
                .findFirst()
                .orElseThrow();
    }
}
