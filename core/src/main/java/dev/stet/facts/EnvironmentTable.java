package dev.stet.facts;

import dev.stet.environment.Environment;
import dev.stet.environment.Freeze;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.util.Optional;

/** What each environment of an agent is like now. */
public final class EnvironmentTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "environment");
    private static final Column NAME = COLUMNS.text("name", 64);
    static final Column DEPLOYMENT = COLUMNS.optionalNumber("deployment");
    static final Column VERSION = COLUMNS.optionalNumber("version");
    private static final Column SNAPSHOT_HASH = COLUMNS.optionalHash("snapshot_hash");
    private static final Column PUBLISHED_AT = COLUMNS.optionalNumber("published_at");
    static final Column PAGE = COLUMNS.number("page");
    private static final Column VARIABLES_HASH = COLUMNS.optionalHash("variables_hash");
    private static final Column SCHEMA_HASH = COLUMNS.optionalHash("schema_hash");
    private static final Column PAGE_AT = COLUMNS.optionalNumber("page_at");
    private static final ActorColumns FROZEN_BY = ActorColumns.optional(COLUMNS, "frozen_by");
    private static final Column FROZEN_AT = COLUMNS.optionalNumber("frozen_at");
    private static final Column FROZEN_REASON = COLUMNS.optionalText("frozen_reason");

    /** The table. */
    public static final Table TABLE = COLUMNS.key(NAME.ascending()).build();

    private EnvironmentTable() {}

    static Key key(AgentKey agent, String name) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), name);
    }

    public static Row row(AgentKey agent, Serving serving) {
        Environment environment = serving.environment();
        Row.Builder row =
                Cells.owned(TABLE, agent).set(NAME, environment.name()).set(PAGE, environment.page());
        Cells.set(row, DEPLOYMENT, environment.deployment());
        Cells.set(row, VERSION, environment.version());
        serving.snapshot()
                .ifPresent(snapshot -> row.set(SNAPSHOT_HASH, Cells.bytes(snapshot.hash()))
                        .set(PUBLISHED_AT, Micros.of(snapshot.publishedAt())));
        serving.page()
                .ifPresent(page -> row.set(VARIABLES_HASH, Cells.bytes(page.variables()))
                        .set(SCHEMA_HASH, Cells.bytes(page.schema()))
                        .set(PAGE_AT, Micros.of(page.at())));
        environment.freeze().ifPresent(freeze -> {
            FROZEN_BY.write(row, freeze.by());
            row.set(FROZEN_AT, Micros.of(freeze.at())).set(FROZEN_REASON, freeze.reason());
        });
        return row.build();
    }

    public static Serving serving(Row row) {
        return row.as(EnvironmentTable::read);
    }

    private static Serving read(Row row) {
        Optional<Freeze> freeze =
                FROZEN_BY.find(row).map(by -> new Freeze(by, Cells.time(row, FROZEN_AT), row.text(FROZEN_REASON)));
        return new Serving(
                new Environment(
                        row.text(NAME), row.findNumber(DEPLOYMENT), row.findNumber(VERSION), row.number(PAGE), freeze),
                Cells.findHash(row, SNAPSHOT_HASH)
                        .map(hash -> new Serving.Snapshot(hash, Cells.time(row, PUBLISHED_AT))),
                Cells.findHash(row, VARIABLES_HASH)
                        .map(hash -> new Serving.Page(hash, Cells.hash(row, SCHEMA_HASH), Cells.time(row, PAGE_AT))));
    }
}
