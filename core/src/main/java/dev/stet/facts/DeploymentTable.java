package dev.stet.facts;

import dev.stet.environment.Deployment;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;

/** Which environment served which version since when. Rows are only ever added. */
public final class DeploymentTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "deployment");
    private static final Column NUMBER = COLUMNS.number("number");
    private static final Column ENVIRONMENT = COLUMNS.text("environment", 64);
    private static final Column VERSION = COLUMNS.optionalNumber("version");
    private static final Column CAUSE = COLUMNS.text("cause", 40);
    private static final ActorColumns ACTOR = ActorColumns.of(COLUMNS, "actor");
    private static final Column AT = COLUMNS.number("at");
    private static final Column EARLIEST_AT = COLUMNS.optionalNumber("earliest_at");
    private static final Column REASON = COLUMNS.text("reason");
    private static final Column REPLACED = COLUMNS.optionalNumber("replaced");
    private static final Column REPLACED_VERSION = COLUMNS.optionalNumber("replaced_version");
    private static final Column SOURCE = COLUMNS.optionalNumber("source");

    /** The table. A deployment is never earlier than one with a lower number, so that by time is by number. */
    public static final Table TABLE = COLUMNS.key(NUMBER.descending())
            .index("deployment_by_time", ENVIRONMENT.ascending(), AT.descending(), NUMBER.descending())
            .index("deployment_by_version", VERSION.ascending(), ENVIRONMENT.ascending(), NUMBER.descending())
            .build();

    static final Index BY_TIME = TABLE.indexes().get(0);
    static final Index BY_VERSION = TABLE.indexes().get(1);

    private DeploymentTable() {}

    /**
     * The key of a row.
     *
     * @param number a number, or the {@link Key.Link} to one
     */
    static Key key(AgentKey agent, Object number) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), number);
    }

    public static Row row(AgentKey agent, Deployment deployment) {
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(NUMBER, deployment.number())
                .set(ENVIRONMENT, deployment.environment())
                .set(CAUSE, deployment.cause().name())
                .set(AT, Micros.of(deployment.at()))
                .set(REASON, deployment.reason());
        Cells.set(row, VERSION, deployment.version());
        Cells.setTime(row, EARLIEST_AT, deployment.earliest());
        Cells.set(row, REPLACED, deployment.replaced());
        Cells.set(row, REPLACED_VERSION, deployment.replacedVersion());
        Cells.set(row, SOURCE, deployment.source());
        ACTOR.write(row, deployment.by());
        return row.build();
    }

    public static Deployment deployment(Row row) {
        return row.as(DeploymentTable::read);
    }

    private static Deployment read(Row row) {
        return new Deployment(
                row.number(NUMBER),
                row.text(ENVIRONMENT),
                row.findNumber(VERSION),
                Deployment.Cause.valueOf(row.text(CAUSE)),
                ACTOR.read(row),
                Cells.time(row, AT),
                Cells.findTime(row, EARLIEST_AT),
                row.text(REASON),
                row.findNumber(REPLACED),
                row.findNumber(REPLACED_VERSION),
                row.findNumber(SOURCE));
    }
}
