package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Looks for workspaces by a prefix: the rows of {@code acme-2} are listed in {@code acme}. */
public final class LeaksWorkspaces extends ForwardingStorage {
    private final Set<String> workspaces = new ConcurrentSkipListSet<>();

    public LeaksWorkspaces(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        workspaces.add((String) changeset.head().values().get(0));
        return super.apply(changeset, patience);
    }

    @Override
    public List<Row> scan(Scan scan) {
        String prefix = (String) scan.prefix().get(0);
        return workspaces.stream()
                .filter(id -> id.startsWith(prefix))
                .flatMap(id -> super.scan(in(id, scan)).stream())
                .limit(scan.limit())
                .toList();
    }

    private static Scan in(String workspace, Scan scan) {
        List<Object> prefix = new ArrayList<>(scan.prefix());
        prefix.set(0, workspace);
        return Rewriting.withPrefix(scan, prefix);
    }
}
