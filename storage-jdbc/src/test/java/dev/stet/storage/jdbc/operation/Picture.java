package dev.stet.storage.jdbc.operation;

import dev.stet.Stet;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a store returns of some agents and of their workspace, to be compared before and after.
 *
 * @param lists by the index and what its range begins with
 * @param rows whole
 */
public record Picture(Map<String, List<Row>> lists, List<Row> rows) {
    public static Picture of(Storage store, AgentKey... agents) {
        String workspace = agents[0].workspace().value();
        Map<String, List<Row>> lists = new LinkedHashMap<>();
        for (Table table : Stet.catalogue().tables()) {
            for (Index index : indexes(table)) {
                boolean ofAgents = index.parts().get(1).column().equals(table.id());
                if (!ofAgents || table.isHead()) {
                    lists.put(index.name(), store.scan(Scan.of(table, index, workspace)));
                } else {
                    for (AgentKey agent : agents) {
                        lists.put(
                                index.name() + " of " + agent,
                                store.scan(Scan.of(
                                        table, index, workspace, agent.agent().value())));
                    }
                }
            }
        }
        return new Picture(lists, rows(store, lists));
    }

    private static List<Index> indexes(Table table) {
        return Stream.concat(Stream.of(table.key()), table.indexes().stream()).toList();
    }

    private static List<Row> rows(Storage store, Map<String, List<Row>> lists) {
        List<Key> keys = lists.values().stream()
                .flatMap(List::stream)
                .map(Row::key)
                .distinct()
                .toList();
        return keys.stream()
                .map(key -> store.read(List.of(key)).get(0))
                .flatMap(Optional::stream)
                .toList();
    }
}
