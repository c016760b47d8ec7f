package dev.stet.storage.jdbc;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.version.Version;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An agent and rows of other tables beside it, all in one row: a draft, the latest version, an environment with its active
 * deployment, the version it serves and its config page, each found by its primary key.
 */
final class Standings {
    private final Tables tables;
    private final Map<Beside, String> texts = new ConcurrentHashMap<>();

    Standings(Tables tables) {
        this.tables = tables;
    }

    Sql sql(StandingQuery query) {
        Arguments arguments = new Arguments();
        query.draft().ifPresent(id -> arguments.text(id.value()));
        query.environment().ifPresent(arguments::text);
        return new Sql(texts.computeIfAbsent(Beside.of(query), this::text), arguments.owner(query.key()));
    }

    /**
     * Numbers are looked up by a sum, of which no database has statistics: PostgreSQL would otherwise read an agent's whole
     * history side by side with its environments wherever most agents have but few versions.
     */
    private String text(Beside beside) {
        StringBuilder columns = new StringBuilder(Select.names("a.", Table.AGENT.columns()));
        StringBuilder joins = new StringBuilder();
        if (beside.draft()) {
            add(Table.DRAFT, "d", "d.draft = ?", columns, joins);
        }
        if (beside.latest()) {
            add(Table.VERSION, "l", "l.number = a.latest_version + 0", columns, joins);
        }
        if (beside.environment()) {
            add(Table.ENVIRONMENT, "e", "e.name = ?", columns, joins);
            add(Table.DEPLOYMENT, "p", "p.number = e.deployment + 0", columns, joins);
            String other = beside.latest() ? " AND e.version <> a.latest_version" : "";
            add(Table.VERSION, "v", "v.number = e.version + 0" + other, columns, joins);
            add(Table.PAGE_REVISION, "c", "c.environment = e.name AND c.number = e.page + 0", columns, joins);
        }
        return "SELECT " + columns + " FROM " + tables.qualified(Table.AGENT) + " a" + joins
                + " WHERE a.workspace = ? AND a.agent = ? AND a." + Reads.IS_THERE;
    }

    private void add(Table table, String alias, String condition, StringBuilder columns, StringBuilder joins) {
        columns.append(", ").append(Select.names(alias + ".", table.columns()));
        joins.append(" LEFT JOIN " + tables.qualified(table) + " " + alias + " ON " + alias
                + ".workspace = a.workspace AND " + alias + ".agent = a.agent AND " + condition);
    }

    static Standing standing(StandingQuery query, RowReader row) throws SQLException {
        AgentKey key = query.key();
        Agent agent = Rows.agent(key, row);
        Optional<Draft> draft = query.draft().isPresent() ? beside(row, Table.DRAFT, Rows::draft) : Optional.empty();
        Optional<Version> latest = query.latest() ? beside(row, Table.VERSION, Rows::version) : Optional.empty();
        Optional<Serving> serving = query.environment().isPresent()
                ? Optional.of(serving(agent, query.environment().get(), latest, row))
                : Optional.empty();
        return new Standing(agent, draft, latest, serving);
    }

    /** Where the latest version is what serves, it is in the row once. */
    private static Serving serving(Agent agent, String name, Optional<Version> latest, RowReader row)
            throws SQLException {
        Optional<Environment> environment = beside(row, Table.ENVIRONMENT, Rows::environment);
        Optional<Deployment> deployment = beside(row, Table.DEPLOYMENT, Rows::deployment);
        Optional<Version> other = beside(row, Table.VERSION, Rows::version);
        Optional<PageRevision> page = beside(row, Table.PAGE_REVISION, Rows::page);
        Environment found = environment.orElseGet(() -> Environment.untouched(name));
        return new Serving(
                agent,
                found,
                deployment,
                other.or(() -> latest.filter(version -> found.version().equals(OptionalLong.of(version.number())))),
                page);
    }

    private static <T> Optional<T> beside(RowReader row, Table table, Session.RowMapper<T> mapper) throws SQLException {
        if (row.nothingNext()) {
            row.skip(table.columns().size());
            return Optional.empty();
        }
        return Optional.of(mapper.map(row));
    }

    /** Which rows are beside the agent's. */
    private record Beside(boolean draft, boolean latest, boolean environment) {
        static Beside of(StandingQuery query) {
            return new Beside(
                    query.draft().isPresent(),
                    query.latest(),
                    query.environment().isPresent());
        }
    }
}
