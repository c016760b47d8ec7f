package dev.stet.storage.jdbc;

import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the calling thread changed in transactions of the host's. Nobody tells a store when such a transaction ends: as long as
 * its connection looks as if one were open, and nothing that was seen since says otherwise, it may hold the head.
 */
final class JoinedChanges {
    private static final int MOST = 64;

    private final ThreadLocal<Map<Key, Change>> ofThread = ThreadLocal.withInitial(Latest::new);

    void add(Changeset changeset, Connection connection) {
        Map<Key, Change> changes = ofThread.get();
        changes.remove(changeset.head());
        changes.put(changeset.head(), new Change(new WeakReference<>(connection), changeset.expected() + 1));
    }

    /** Whether another change of that head, by this thread and outside of any such transaction, may wait for one. */
    boolean mayBeInTheWayOf(Changeset changeset) {
        Map<Key, Change> changes = ofThread.get();
        Change joined = changes.get(changeset.head());
        if (joined == null) {
            return false;
        }
        boolean seen = changeset.expected() >= joined.revision();
        if (seen || !joined.looksOpen()) {
            changes.remove(changeset.head());
            return false;
        }
        return true;
    }

    /** @param revision that to which it moved the head: whoever sees that sees it committed */
    private record Change(WeakReference<Connection> connection, long revision) {
        boolean looksOpen() {
            Connection found = connection.get();
            try {
                return found != null && !found.isClosed() && !found.getAutoCommit();
            } catch (SQLException failure) {
                return false;
            }
        }
    }

    /** Forgets what is older than the latest changes. */
    private static final class Latest extends LinkedHashMap<Key, Change> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Change> eldest) {
            return size() > MOST;
        }
    }
}
