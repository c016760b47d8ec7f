package dev.stet.storage.jdbc;

import dev.stet.ref.AgentKey;
import dev.stet.storage.Changeset;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the calling thread changed in transactions of the host's. Nobody tells a store when such a transaction ends: as long as
 * its connection looks as if one were open, and nothing that was seen since says otherwise, it may hold the agent.
 */
final class JoinedChanges {
    private static final int MOST = 64;

    private final ThreadLocal<Map<AgentKey, Change>> ofThread = ThreadLocal.withInitial(Latest::new);

    void add(Changeset changeset, Connection connection) {
        Map<AgentKey, Change> changes = ofThread.get();
        changes.remove(changeset.key());
        changes.put(changeset.key(), new Change(new WeakReference<>(connection), changeset.expectedHead() + 1));
    }

    /** Whether another change of that agent, by this thread and outside of any such transaction, may wait for one. */
    boolean mayBeInTheWayOf(Changeset changeset) {
        Map<AgentKey, Change> changes = ofThread.get();
        Change joined = changes.get(changeset.key());
        if (joined == null) {
            return false;
        }
        boolean seen = changeset.expectedHead() >= joined.head();
        if (seen || !joined.looksOpen()) {
            changes.remove(changeset.key());
            return false;
        }
        return true;
    }

    /** @param head the revision to which it moved the agent's head: whoever sees that sees it committed */
    private record Change(WeakReference<Connection> connection, long head) {
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
    private static final class Latest extends LinkedHashMap<AgentKey, Change> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AgentKey, Change> eldest) {
            return size() > MOST;
        }
    }
}
