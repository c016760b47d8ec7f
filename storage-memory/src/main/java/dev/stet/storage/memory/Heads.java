package dev.stet.storage.memory;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The heads of one table, by workspace, and how what belongs to them is kept. */
final class Heads {
    private final Map<String, Shape> byTable = new HashMap<>();
    private final List<Shape> shapes;
    private final ConcurrentHashMap<Object, Workspace> workspaces = new ConcurrentHashMap<>();

    private Heads(Catalogue catalogue, Table head) {
        List<Shape> all = new ArrayList<>();
        for (Table table : catalogue.tables()) {
            if (table.owner().equals(head)) {
                Shape shape = Shape.of(table, all.size());
                all.add(shape);
                byTable.put(table.name(), shape);
            }
        }
        this.shapes = List.copyOf(all);
    }

    /** Those of a catalogue, by the name of each of their tables. */
    static Map<String, Heads> of(Catalogue catalogue) {
        Map<String, Heads> heads = new HashMap<>();
        catalogue
                .tables()
                .forEach(table -> heads.put(
                        table.name(),
                        table.isHead()
                                ? new Heads(catalogue, table)
                                : heads.get(table.owner().name())));
        return Map.copyOf(heads);
    }

    /** First that of the heads themselves, which a catalogue has before those of what belongs to them. */
    List<Shape> shapes() {
        return shapes;
    }

    Shape shape(Table table) {
        return Optional.ofNullable(byTable.get(table.name())).orElseThrow();
    }

    Optional<Workspace> workspace(Object id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    /** @param key of the head, or of a row that belongs to it */
    @Nullable
    HeadCell cell(Key key) {
        Workspace found = workspaces.get(key.values().get(0));
        return found == null ? null : found.cell(key.values().get(1));
    }

    /** The cell of a head that may not have one yet. */
    HeadCell entered(Key head) {
        Object id = head.values().get(0);
        return workspace(id)
                .orElseGet(() -> workspaces.computeIfAbsent(id, absent -> new Workspace(this)))
                .entered(head);
    }
}
