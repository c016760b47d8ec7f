package dev.stet.storage.jdbc;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.version.Publish;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One agent with a history of any length, among any number of others. The first of everything is made through the API; the
 * rest are copies of those rows, made by the database itself.
 */
final class LongHistory {
    static final AgentKey DESK = AgentKey.of("w", "desk");

    private final Database database;
    private final Dialect dialect;
    private final Draft draft;

    LongHistory(Database database, JdbcStorage storage) {
        this.database = database;
        this.dialect = storage.schema().dialect();
        Workspace workspace = workspace(storage);
        draft = workspace
                .agents()
                .create(NewAgent.named("Desk").id(DESK.agent()).content(Content.parse("{\"prompt\":\"Greet.\"}")))
                .draft();
        workspace.drafts(DESK.agent()).publish(Publish.draft(draft.ref()));
        workspace.agents().create(NewAgent.named("Other").id(AgentId.of("other-1")));
    }

    static Workspace workspace(JdbcStorage storage) {
        return Stet.on(storage)
                .pipeline(Pipeline.of("live").publishTo("live"))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WorkspaceId.of("w"), Actor.of("ana"));
    }

    /** The draft that was published, as it was. */
    Draft draft() {
        return draft;
    }

    /** Copies until there are so many versions (and deployments, revisions, drafts, audit entries, pages) and agents. */
    void growTo(long versions, long agents) throws SQLException {
        String desk = "agent = 'desk' AND ";
        copy(
                "version",
                desk + "number = 1",
                versions,
                Map.of("number", "n", "id", "CONCAT('v', n)", "parent", "n - 1"));
        copy("deployment", desk + "number = 1", versions, Map.of("number", "n", "at", "at + n", "version", "n"));
        copy("draft_revision", desk + "number = 1", versions, Map.of("number", "n"));
        copy("draft", "agent = 'desk'", versions, Map.of("draft", "CONCAT('d', n)", "created_at", "created_at + n"));
        copy(
                "audit",
                desk + "number = 2",
                versions,
                Map.of("number", "n + 1", "at", "at + n", "request", "CONCAT('r', n)"));
        copy(
                "agent",
                "agent = 'other-1'",
                agents,
                Map.of("agent", "CONCAT('other-', n)", "created_at", "created_at + n"));
        copy("environment", "agent = 'desk'", agents, Map.of("agent", "CONCAT('other-', n)"));
        copy("content", "agent = 'desk'", agents, Map.of("agent", "CONCAT('other-', n)"));
        copy("content", "agent = 'desk'", versions, Map.of("hash", hash("n"), "base", hash("n - 1")));
        turnPages("e.agent = 'desk'", "numbers.n", ", " + numbers(versions));
        turnPages("e.agent <> 'desk'", "1", "");
        // Before the heads move, so that a database knows as little of long histories as it does among many short ones.
        execute(
                switch (dialect) {
                    case H2, SQLITE, POSTGRESQL -> List.of("ANALYZE");
                    case MARIADB ->
                        Stet.catalogue().tables().stream()
                                .map(table -> "ANALYZE TABLE stet_" + table.name())
                                .toList();
                });
        long head = versions + 1;
        execute(List.of(
                "UPDATE stet_agent SET head_revision = " + head + ", latest_version = " + versions
                        + ", latest_deployment = " + versions + " WHERE agent = 'desk'",
                "UPDATE stet_environment SET deployment = " + versions + ", version = " + versions + ", page = "
                        + versions + ", variables_hash = snapshot_hash, schema_hash = snapshot_hash,"
                        + " page_at = published_at WHERE agent = 'desk'",
                "UPDATE stet_draft SET revision = " + versions + ", base = " + versions + " WHERE draft = '"
                        + draft.id() + "'"));
    }

    /** Revisions of config pages that say what the first version does. */
    private void turnPages(String environments, String number, String numbers) throws SQLException {
        execute(List.of("INSERT INTO stet_page_revision (workspace, agent, environment, number, cause, variables_hash,"
                + " schema_hash, changed_variables, actor, actor_name, actor_email, at) SELECT e.workspace, e.agent,"
                + " e.name, " + number + ", 'EDITED', v.hash, v.hash, '[]', v.published_by, v.published_by_name,"
                + " v.published_by_email, v.published_at FROM stet_environment e, stet_version v" + numbers
                + " WHERE e.workspace = 'w' AND " + environments
                + " AND v.workspace = 'w' AND v.agent = 'desk' AND v.number = 1"));
    }

    private void copy(String table, String original, long until, Map<String, String> differing) throws SQLException {
        List<String> columns = Layout.of(table(table), dialect).columns().stream()
                .map(Layout.Stored::name)
                .toList();
        String values = columns.stream()
                .map(column -> differing.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        execute(List.of("INSERT INTO stet_" + table + " (" + String.join(", ", columns) + ") SELECT " + values
                + " FROM stet_" + table + ", " + numbers(until) + " WHERE workspace = 'w' AND " + original));
    }

    static Table table(String name) {
        return Stet.catalogue().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The hash of the content of a version: its number in decimal digits. That of the version before is its base. */
    static ContentHash hash(long version) {
        return ContentHash.of(String.format(Locale.ROOT, "%032d", version).getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(String number) {
        return switch (dialect) {
            case H2 -> "STRINGTOUTF8(LPAD(" + number + ", 32, '0'))";
            case POSTGRESQL -> "convert_to(lpad((" + number + ")::text, 32, '0'), 'UTF8')";
            case MARIADB -> "LPAD(" + number + ", 32, '0')";
            case SQLITE -> "CAST(printf('%032d', " + number + ") AS BLOB)";
        };
    }

    /** A table of the numbers from 2 on, in the column n. */
    private String numbers(long until) {
        return switch (dialect) {
            case H2 -> "(SELECT X AS n FROM SYSTEM_RANGE(2, " + until + ")) numbers";
            case POSTGRESQL -> "generate_series(2, " + until + ") AS numbers (n)";
            case MARIADB -> "(SELECT seq AS n FROM seq_2_to_" + until + ") numbers";
            case SQLITE ->
                "(WITH RECURSIVE s (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM s WHERE n < " + until
                        + ") SELECT n FROM s) numbers";
        };
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
