package dev.stet.storage.jdbc;

import dev.stet.ref.AgentKey;
import dev.stet.storage.Bytes;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The query of every call that a catalogue allows: each index from its beginning and from within, with all that its range may
 * begin with; each table by its key; rows together, with links and without; and chains. What they ask for is in the middle of
 * an agent's rows.
 */
final class EveryQuery {
    private static final int WITHIN = 30;

    private final JdbcStorage storage;
    private final Catalogue catalogue;
    private final StoreSql sql;
    private final AgentKey agent;
    private final int limit;
    private final Map<String, Sql> all = new LinkedHashMap<>();

    EveryQuery(JdbcStorage storage, Catalogue catalogue, AgentKey agent, int limit) {
        this.storage = storage;
        this.catalogue = catalogue;
        this.sql = storage.sql();
        this.agent = agent;
        this.limit = limit;
    }

    /** By what they ask for. */
    Map<String, Sql> all() {
        for (Table table : catalogue.tables()) {
            Stream.concat(Stream.of(table.key()), table.indexes().stream()).forEach(index -> scans(table, index));
            add(List.of(table.isHead() ? key(table) : middle(table, table.key()).key()));
        }
        together();
        chains();
        return all;
    }

    private void scans(Table table, Index index) {
        List<Object> values = index.parts().stream()
                .map(Part::column)
                .map(middle(table, index)::value)
                .toList();
        for (int prefix = owner(table, index).length; prefix <= values.size(); prefix++) {
            if (index.equals(table.key()) && goesBothWays(index.parts().subList(prefix, values.size()))) {
                continue;
            }
            Scan scan = Scan.of(table, index, values.subList(0, prefix).toArray());
            add(scan);
            for (int to = prefix + 1; to <= values.size(); to++) {
                Object[] start = values.subList(prefix, to).toArray();
                add(scan.from(start));
                if (to == values.size()) {
                    // After a place that many rows are at, H2 passes over these one by one.
                    add(scan.after(start));
                }
            }
        }
    }

    /** But for H2, a key is kept in one direction. Stet lists no rows by one whose range goes in both. */
    private static boolean goesBothWays(List<Part> parts) {
        return parts.stream().map(Part::descending).distinct().count() > 1;
    }

    private Row middle(Table table, Index index) {
        Scan scan = Scan.of(table, index, owner(table, index)).limit(WITHIN);
        List<Row> rows = storage.scan(scan);
        return rows.get(rows.size() - 1);
    }

    private Object[] owner(Table table, Index index) {
        boolean ofAgent = !table.isHead() && index.parts().get(1).column().equals(table.id());
        Object[] owner = key(catalogue.tables().get(0)).values().toArray();
        return ofAgent ? owner : Arrays.copyOf(owner, 1);
    }

    private void add(Scan scan) {
        String start = scan.start()
                .map(place -> (place.inclusive() ? " from " : " after ")
                        + place.values().size() + " more")
                .orElse("");
        all.put(
                scan.index() + " of the first " + scan.prefix().size() + start,
                sql.scans().sql(scan.limit(limit)));
    }

    private void add(List<Key> keys) {
        all.put(
                keys.stream().map(Key::table).toList().toString(),
                sql.keys().query(keys).sql(keys));
    }

    /** As a resolve does, and what a change has to know; and rows that outlive their agent beside it. */
    private void together() {
        Key head = key("agent");
        Key environment = key("environment", "live");
        Key draft = middle(table("draft"), table("draft").key()).key();
        Key latest = key("version", new Key.Link(0, column("agent", "latest_version")));
        add(List.of(head, environment));
        add(List.of(head, draft));
        add(List.of(head, latest));
        add(List.of(head, draft, latest, environment));
        add(List.of(
                head,
                draft,
                latest,
                environment,
                key("deployment", new Key.Link(3, column("environment", "deployment"))),
                key("version", new Key.Link(3, column("environment", "version"))),
                key("page_revision", "live", new Key.Link(3, column("environment", "page")))));
        add(List.of(environment, key("version", new Key.Link(0, column("environment", "version")))));
        add(List.of(key("version", 7L), key("version", 9L)));
        add(List.of(head, key("audit", 7L)));
    }

    private void chains() {
        Column base = column("content", "base");
        for (long version : List.of(1L, 40L)) {
            Key content = key("content", Bytes.ofHex(LongHistory.hash(version).hex()));
            all.put("chain of " + version, sql.chains().sql(content, base, limit));
        }
        Key missing = key("content", Bytes.of(new byte[Column.HASH_BYTES]));
        all.put("chain that is missing", sql.chains().sql(missing, base, limit));
    }

    private Key key(Table table) {
        return Key.of(table, agent.workspace().value(), agent.agent().value());
    }

    private Key key(String table, Object... values) {
        return Key.of(
                table(table),
                Stream.concat(Stream.of(agent.workspace().value(), agent.agent().value()), Stream.of(values))
                        .toArray());
    }

    private Table table(String name) {
        return LongHistory.table(name);
    }

    private static Column column(String table, String name) {
        return LongHistory.table(table).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
