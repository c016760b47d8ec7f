package dev.stet.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The same rows in the same tables, written and read by the plainest JDBC: one connection that is never given back, on which
 * each statement was prepared once, and a commit. It knows what it writes beforehand: it reads nothing before, decides
 * nothing, hashes nothing, and refuses nothing.
 */
final class HandWritten implements AutoCloseable {
    private static final String WORKSPACE = "by-hand";
    private static final String AGENT = "front-desk";
    private static final String WHO = "ana";
    private static final long NOW = 1_700_000_000_000_000L;
    private static final String OWNED = " WHERE workspace = ? AND agent = ?";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final byte[] content = new Document().json;
    private long head = 1;
    private long revision = 1;
    private long version;

    HandWritten(DataSource connections) throws SQLException {
        connection = connections.getConnection();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    void create() throws SQLException {
        connection.setAutoCommit(false);
        insert(
                "stet_agent (workspace, agent, head_revision, head_at, latest_version, latest_deployment, open_drafts,"
                        + " served_in, name, name_folded, name_order, description, kind, tags, status, revision, created_by,"
                        + " created_by_name, created_by_email, created_at, updated_by, updated_by_name,"
                        + " updated_by_email, updated_at)",
                WORKSPACE,
                AGENT,
                head,
                NOW,
                0L,
                0L,
                1L,
                "[]",
                "Front desk",
                "front desk",
                "front desk".getBytes(StandardCharsets.UTF_8),
                "",
                "",
                "[]",
                "ACTIVE",
                1L,
                WHO,
                "",
                "",
                NOW,
                WHO,
                "",
                "",
                NOW);
        insert(
                "stet_draft (workspace, agent, draft, name, status, revision, hash, created_by, created_by_name,"
                        + " created_by_email, created_at, updated_by, updated_by_name, updated_by_email, updated_at)",
                WORKSPACE,
                AGENT,
                "draft",
                "Draft",
                "OPEN",
                revision,
                hash(0),
                WHO,
                "",
                "",
                NOW,
                WHO,
                "",
                "",
                NOW);
        insert("stet_environment (workspace, agent, name, page)", WORKSPACE, AGENT, "live", 0);
        connection.commit();
        connection.setAutoCommit(true);
    }

    void save() throws SQLException {
        connection.setAutoCommit(false);
        moveHead();
        revision++;
        update(
                "UPDATE stet_draft SET revision = ?, hash = ?, updated_by = ?, updated_at = ?" + OWNED
                        + " AND draft = ?",
                revision,
                hash(revision),
                WHO,
                NOW,
                WORKSPACE,
                AGENT,
                "draft");
        insert(
                "stet_draft_revision (workspace, agent, draft, number, cause, hash, size, base, changed_sections, actor,"
                        + " actor_name, actor_email, at)",
                WORKSPACE,
                AGENT,
                "draft",
                revision,
                "SAVED",
                hash(revision),
                (long) content.length,
                version,
                "[\"model\"]",
                WHO,
                "",
                "",
                NOW);
        insert(
                "stet_content (workspace, agent, hash, encoding, length, bytes)",
                WORKSPACE,
                AGENT,
                hash(revision),
                1L,
                (long) content.length,
                content);
        audit("SAVE_DRAFT");
        connection.commit();
        connection.setAutoCommit(true);
    }

    void publish() throws SQLException {
        connection.setAutoCommit(false);
        moveHead();
        version++;
        update(
                "UPDATE stet_draft SET base = ?, published_as = ?" + OWNED + " AND draft = ?",
                version,
                version,
                WORKSPACE,
                AGENT,
                "draft");
        insert(
                "stet_version (workspace, agent, number, id, hash, size, changed_sections, parent, base, draft,"
                        + " draft_revision, published_by, published_by_name, published_by_email, published_at,"
                        + " annotation_revision, label, description, pinned, archived, annotated_by,"
                        + " annotated_by_name, annotated_by_email, annotated_at)",
                WORKSPACE,
                AGENT,
                version,
                "id-" + version,
                hash(revision),
                (long) content.length,
                "[\"model\"]",
                version - 1,
                version - 1,
                "draft",
                revision,
                WHO,
                "",
                "",
                NOW,
                1L,
                "",
                "",
                false,
                false,
                WHO,
                "",
                "",
                NOW);
        insert(
                "stet_deployment (workspace, agent, number, environment, version, cause, actor, actor_name,"
                        + " actor_email, at, reason, replaced, replaced_version)",
                WORKSPACE,
                AGENT,
                version,
                "live",
                version,
                "PUBLISHED",
                WHO,
                "",
                "",
                NOW,
                "",
                version - 1,
                version - 1);
        update(
                "UPDATE stet_environment SET deployment = ?, version = ?, snapshot_hash = ?, published_at = ?" + OWNED
                        + " AND name = ?",
                version,
                version,
                hash(revision),
                NOW,
                WORKSPACE,
                AGENT,
                "live");
        audit("PUBLISH");
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** What serves: the same two rows by one statement, every column taken out of them. */
    int resolve() throws SQLException {
        PreparedStatement statement = prepared("SELECT a.*, e.* FROM stet_agent a JOIN stet_environment e"
                + " ON e.workspace = a.workspace AND e.agent = a.agent AND e.name = ?"
                + " WHERE a.workspace = ? AND a.agent = ?");
        statement.setString(1, "live");
        statement.setString(2, WORKSPACE);
        statement.setString(3, AGENT);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            int columns = row.getMetaData().getColumnCount();
            int found = 0;
            for (int column = 1; column <= columns; column++) {
                found += row.getString(column) == null ? 0 : 1;
            }
            return found;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void moveHead() throws SQLException {
        int moved = update(
                "UPDATE stet_agent SET head_revision = ?, head_at = ?, latest_version = ?, latest_deployment = ?"
                        + OWNED + " AND head_revision = ?",
                head + 1,
                NOW,
                version,
                version,
                WORKSPACE,
                AGENT,
                head);
        if (moved != 1) {
            throw new IllegalStateException("somebody else moved the head");
        }
        head++;
    }

    private void audit(String action) throws SQLException {
        insert(
                "stet_audit (workspace, agent, number, at, actor, actor_name, actor_email, action, draft, revision,"
                        + " changed, changes)",
                WORKSPACE,
                AGENT,
                head,
                NOW,
                WHO,
                "",
                "",
                action,
                "draft",
                revision,
                true,
                "{}");
    }

    private void insert(String tableAndColumns, Object... values) throws SQLException {
        String marks = "?" + ", ?".repeat(values.length - 1);
        update("INSERT INTO " + tableAndColumns + " VALUES (" + marks + ")", values);
    }

    private int update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private static byte[] hash(long number) {
        byte[] hash = new byte[32];
        byte[] digits = Long.toString(number * 0x9E3779B97F4A7C15L).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, hash, 0, Math.min(hash.length, digits.length));
        return Arrays.copyOf(hash, hash.length);
    }
}
