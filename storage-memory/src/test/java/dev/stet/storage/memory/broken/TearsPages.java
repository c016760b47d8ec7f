package dev.stet.storage.memory.broken;

import dev.stet.facts.EnvironmentTable;
import dev.stet.facts.PageTable;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the page of an environment at another instant than the environment: after a change, the one before. */
public final class TearsPages extends ForwardingStorage {
    private final Map<Key, Key> late = new ConcurrentHashMap<>();

    public TearsPages(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            late.remove(changeset.head());
            changeset.writes().stream()
                    .filter(write -> write.table().equals(PageTable.TABLE))
                    .flatMap(write -> Rewriting.row(write).stream())
                    .forEach(page -> late.put(changeset.head(), page.key()));
        }
        return result;
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return Rewriting.misread(
                super::read, keys, (key, row) -> row.map(found -> isLate(found) ? torn(found) : found));
    }

    private boolean isLate(Row row) {
        return row.table().equals(EnvironmentTable.TABLE)
                && Optional.ofNullable(late.get(row.head())).equals(Optional.of(page(row, number(row))));
    }

    private static long number(Row environment) {
        return environment.number(Rewriting.column(EnvironmentTable.TABLE, "page"));
    }

    private static Key page(Row environment, long number) {
        List<Object> values = new ArrayList<>(environment.key().values());
        values.add(number);
        return new Key(PageTable.TABLE, values);
    }

    private Row torn(Row row) {
        long before = number(row) - 1;
        Row bare = Rewriting.with(
                Rewriting.without(row, "variables_hash", "schema_hash", "page_at"),
                Rewriting.column(EnvironmentTable.TABLE, "page"),
                before);
        return super.read(List.of(page(row, before)))
                .get(0)
                .map(page -> of(bare, page))
                .orElse(bare);
    }

    private static Row of(Row environment, Row page) {
        Row torn = environment;
        for (Map.Entry<String, String> column : Map.of(
                        "variables_hash", "variables_hash", "schema_hash", "schema_hash", "page_at", "at")
                .entrySet()) {
            torn = Rewriting.with(
                    torn,
                    Rewriting.column(EnvironmentTable.TABLE, column.getKey()),
                    Rewriting.find(page, column.getValue()).orElseThrow());
        }
        return torn;
    }
}
