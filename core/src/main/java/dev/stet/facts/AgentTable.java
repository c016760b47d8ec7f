package dev.stet.facts;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Agents, each with the head of its history. */
public final class AgentTable {
    private static final Table.Builder COLUMNS = Table.head("agent");
    private static final Column HEAD_AT = COLUMNS.number("head_at");
    static final Column LATEST_VERSION = COLUMNS.number("latest_version");
    private static final Column LATEST_DEPLOYMENT = COLUMNS.number("latest_deployment");
    private static final Column OPEN_DRAFTS = COLUMNS.number("open_drafts");
    static final Column SERVED_IN = COLUMNS.text("served_in");
    private static final Column LEAP_FROM = COLUMNS.optionalNumber("leap_from");
    private static final Column LEAP_UNTIL = COLUMNS.optionalNumber("leap_until");
    private static final Column NAME = COLUMNS.text("name");
    static final Column NAME_FOLDED = COLUMNS.text("name_folded");
    private static final Column NAME_ORDER = COLUMNS.bytes("name_order", 800);
    private static final Column DESCRIPTION = COLUMNS.text("description");
    static final Column KIND = COLUMNS.text("kind");
    static final Column TAGS = COLUMNS.text("tags");
    static final Column STATUS = COLUMNS.text("status", 40);
    private static final Column REVISION = COLUMNS.number("revision");
    private static final Column DUPLICATED_FROM = COLUMNS.optionalText("duplicated_from", 600);
    private static final ActorColumns CREATED_BY = ActorColumns.of(COLUMNS, "created_by");
    private static final Column CREATED_AT = COLUMNS.number("created_at");
    private static final ActorColumns UPDATED_BY = ActorColumns.of(COLUMNS, "updated_by");
    private static final Column UPDATED_AT = COLUMNS.number("updated_at");

    /** The table. */
    public static final Table TABLE = COLUMNS.workspaceIndex(
                    "agent_newest", CREATED_AT.descending(), COLUMNS.id().ascending())
            .workspaceIndex(
                    "agent_by_name", NAME_ORDER.ascending(), COLUMNS.id().ascending())
            .build();

    static final Index NEWEST = TABLE.indexes().get(0);
    static final Index BY_NAME = TABLE.indexes().get(1);
    private static final Column HEAD_REVISION = TABLE.columns().get(2);

    private AgentTable() {}

    /** The key of an agent's row. */
    public static Key key(AgentKey agent) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value());
    }

    /** What stands in {@code name_order}, by which agents are listed. */
    static Bytes order(String sortName) {
        return Bytes.of(sortName.getBytes(StandardCharsets.UTF_8));
    }

    public static Row row(Agent agent) {
        Head head = agent.head();
        Row.Builder row = Cells.owned(TABLE, agent.key())
                .set(HEAD_REVISION, head.revision())
                .set(HEAD_AT, Micros.of(head.at()))
                .set(LATEST_VERSION, head.latestVersion())
                .set(LATEST_DEPLOYMENT, head.latestDeployment())
                .set(OPEN_DRAFTS, (long) head.openDrafts())
                .set(SERVED_IN, Texts.of(head.servedIn()))
                .set(NAME, agent.name())
                .set(NAME_FOLDED, agent.foldedName())
                .set(NAME_ORDER, order(agent.sortName()))
                .set(DESCRIPTION, agent.description())
                .set(KIND, agent.kind())
                .set(TAGS, Texts.of(agent.tags()))
                .set(STATUS, agent.status().name())
                .set(REVISION, agent.revision())
                .set(CREATED_AT, Micros.of(agent.createdAt()))
                .set(UPDATED_AT, Micros.of(agent.updatedAt()));
        Cells.setTime(row, LEAP_FROM, head.leap().map(Leap::from));
        Cells.setTime(row, LEAP_UNTIL, head.leap().map(Leap::until));
        Cells.set(row, DUPLICATED_FROM, agent.duplicatedFrom().map(Texts::of));
        CREATED_BY.write(row, agent.createdBy());
        UPDATED_BY.write(row, agent.updatedBy());
        return row.build();
    }

    public static Agent agent(Row row) {
        return row.as(AgentTable::read);
    }

    private static Agent read(Row row) {
        return new Agent(
                Cells.owner(row),
                row.text(NAME),
                row.text(DESCRIPTION),
                row.text(KIND),
                Texts.texts(row.text(TAGS)),
                AgentStatus.valueOf(row.text(STATUS)),
                row.number(REVISION),
                Cells.findOrigin(row, DUPLICATED_FROM),
                CREATED_BY.read(row),
                Cells.time(row, CREATED_AT),
                UPDATED_BY.read(row),
                Cells.time(row, UPDATED_AT),
                head(row));
    }

    private static Head head(Row row) {
        Optional<Leap> leap = Cells.findTime(row, LEAP_FROM).map(from -> new Leap(from, Cells.time(row, LEAP_UNTIL)));
        return new Head(
                row.number(HEAD_REVISION),
                Cells.time(row, HEAD_AT),
                row.number(LATEST_VERSION),
                row.number(LATEST_DEPLOYMENT),
                Cells.small(row, OPEN_DRAFTS),
                Texts.texts(row.text(SERVED_IN)),
                leap);
    }
}
