package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/**
 * The statements of one changeset. The first moves the head, if it is at the revision expected: from then on until the end of
 * the transaction the head's row keeps all others from changing it, and the rest cannot meet anybody.
 */
final class Writes {
    private final Session session;
    private final Statements statements;
    private final Changeset changeset;
    private final HeadSql head;
    private final Key key;

    Writes(Session session, Statements statements, Changeset changeset) {
        this.session = session;
        this.statements = statements;
        this.changeset = changeset;
        this.key = changeset.head();
        this.head = statements.ofHead(key.table());
    }

    ApplyResult apply() {
        if (!moveHead()) {
            return new ApplyResult.Stale(revision());
        }
        List<Sql> deletions = changeset.row().isPresent() ? List.of() : statements.deleteOwned(key);
        List<Sql> all = new ArrayList<>(deletions);
        changeset.writes().forEach(write -> all.add(statements.of(write.table()).write(write)));
        return new ApplyResult.Applied(kept(session.updateAll(all), deletions.size()));
    }

    /** H2 looks whether a new head is there before it adds it, and fails where another transaction added it in between. */
    private boolean moveHead() {
        long expected = changeset.expected();
        try {
            return (expected == 0
                            ? session.updateWaiting(head.move(changeset))
                            : session.updateWaiting(head.move(changeset), head.revisionAt(key, expected)))
                    > 0;
        } catch (JdbiException failure) {
            if (session.isDuplicate(failure) && revision() > expected) {
                return false;
            }
            throw failure;
        }
    }

    private long revision() {
        return session.list(head.revision(key), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * The rows that were there already: those whose statement touched none.
     *
     * @param before how many counts come before those of the changeset's writes
     */
    private Set<Integer> kept(List<Integer> counts, int before) {
        Set<Integer> kept = new HashSet<>();
        List<Write> writes = changeset.writes();
        for (int i = 0; i < writes.size(); i++) {
            if (writes.get(i) instanceof Write.AddIfAbsent && counts.get(before + i) == 0) {
                kept.add(i);
            }
        }
        return kept;
    }
}
