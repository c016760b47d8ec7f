package dev.stet.storage.jdbc;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.StandingQuery.Beside;
import dev.stet.version.Version;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An agent and rows of other tables beside it, all in one row: a draft, the latest version, an environment with its active
 * deployment, the version it serves and its config page, each found by its primary key.
 */
final class Standings {
    private final Tables tables;
    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    Standings(Tables tables) {
        this.tables = tables;
    }

    Sql sql(StandingQuery query) {
        Arguments arguments = new Arguments();
        query.draft().ifPresent(id -> arguments.text(id.value()));
        query.environment().ifPresent(arguments::text);
        return new Sql(texts.computeIfAbsent(Shape.of(query), this::text), arguments.owner(query.key()));
    }

    /**
     * Numbers are looked up by a sum, of which no database has statistics: PostgreSQL would otherwise read an agent's whole
     * history side by side with its environments wherever most agents have but few versions.
     */
    private String text(Shape shape) {
        StringBuilder columns = new StringBuilder(Select.names("a.", Table.AGENT.columns()));
        StringBuilder joins = new StringBuilder();
        if (shape.draft()) {
            add(Table.DRAFT, "d", "d.draft = ?", columns, joins);
        }
        if (shape.latest()) {
            add(Table.VERSION, "l", "l.number = a.latest_version + 0", columns, joins);
        }
        if (shape.environment()) {
            add(Table.ENVIRONMENT, "e", "e.name = ?", columns, joins);
        }
        if (shape.asks(Beside.DEPLOYMENT)) {
            add(Table.DEPLOYMENT, "p", "p.number = e.deployment + 0", columns, joins);
        }
        if (shape.asks(Beside.VERSION)) {
            String other = shape.latest() ? " AND e.version <> a.latest_version" : "";
            add(Table.VERSION, "v", "v.number = e.version + 0" + other, columns, joins);
        }
        if (shape.asks(Beside.PAGE)) {
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
                ? Optional.of(beside(row, Table.ENVIRONMENT, Rows::serving)
                        .orElseGet(() -> Serving.untouched(query.environment().get())))
                : Optional.empty();
        Optional<Deployment> deployment = beside(query, Beside.DEPLOYMENT, row, Table.DEPLOYMENT, Rows::deployment);
        Optional<Version> version = beside(query, Beside.VERSION, row, Table.VERSION, Rows::version)
                .or(() -> serving.filter(environment -> query.asks(Beside.VERSION))
                        .flatMap(environment -> served(environment, latest)));
        Optional<PageRevision> page = beside(query, Beside.PAGE, row, Table.PAGE_REVISION, Rows::page);
        return new Standing(agent, draft, latest, serving, deployment, version, page);
    }

    /** Where the latest version is what serves, it is in the row once. */
    private static Optional<Version> served(Serving serving, Optional<Version> latest) {
        return latest.filter(version -> serving.environment().version().equals(OptionalLong.of(version.number())));
    }

    private static <T> Optional<T> beside(
            StandingQuery query, Beside asked, RowReader row, Table table, Session.RowMapper<T> mapper)
            throws SQLException {
        return query.asks(asked) ? beside(row, table, mapper) : Optional.empty();
    }

    private static <T> Optional<T> beside(RowReader row, Table table, Session.RowMapper<T> mapper) throws SQLException {
        return row.together(table.columns().size(), mapper);
    }

    /** Which rows are read with the agent's: a query without its arguments. */
    private record Shape(boolean draft, boolean latest, boolean environment, Set<Beside> beside) {
        static Shape of(StandingQuery query) {
            return new Shape(
                    query.draft().isPresent(),
                    query.latest(),
                    query.environment().isPresent(),
                    query.environment().isPresent() ? query.beside() : Set.of());
        }

        boolean asks(Beside row) {
            return beside.contains(row);
        }
    }
}
