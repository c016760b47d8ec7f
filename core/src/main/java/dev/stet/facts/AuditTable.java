package dev.stet.facts;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Row;
import dev.stet.storage.Table;

/** Who did what when. Rows are only ever added, and stay when the agent is deleted. */
public final class AuditTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "audit");
    private static final Column NUMBER = COLUMNS.number("number");
    private static final Column AT = COLUMNS.number("at");
    private static final Column EARLIEST_AT = COLUMNS.optionalNumber("earliest_at");
    private static final ActorColumns ACTOR = ActorColumns.of(COLUMNS, "actor");
    private static final Column ACTION = COLUMNS.text("action", 40);
    private static final Column DRAFT = COLUMNS.optionalText("draft", 128);
    private static final Column REVISION = COLUMNS.optionalNumber("revision");
    private static final Column VERSION = COLUMNS.optionalNumber("version");
    private static final Column ENVIRONMENT = COLUMNS.optionalText("environment", 64);
    private static final Column DEPLOYMENT = COLUMNS.optionalNumber("deployment");
    private static final Column CHANGED = COLUMNS.flag("changed");
    private static final Column CHANGES = COLUMNS.text("changes");
    static final Column REQUEST = COLUMNS.optionalText("request", 128);
    private static final Column ASKED = COLUMNS.optionalHash("asked");
    private static final Column RECEIPT = COLUMNS.optionalText("receipt");

    /** The table. */
    public static final Table TABLE = COLUMNS.key(NUMBER.descending())
            .workspaceIndex("audit_newest", AT.descending(), COLUMNS.id().ascending(), NUMBER.descending())
            .uniqueIndex("audit_by_request", REQUEST.ascending())
            .outlivesOwner()
            .build();

    static final Index NEWEST = TABLE.indexes().get(0);
    static final Index BY_REQUEST = TABLE.indexes().get(1);

    private AuditTable() {}

    public static Row row(AuditEntry entry, Receipt receipt) {
        Subject subject = entry.subject();
        Row.Builder row = Cells.owned(TABLE, entry.agent())
                .set(NUMBER, entry.number())
                .set(AT, Micros.of(entry.at()))
                .set(ACTION, entry.action().name())
                .set(CHANGED, entry.changed())
                .set(CHANGES, Texts.of(entry.changes()));
        Cells.setTime(row, EARLIEST_AT, entry.earliest());
        Cells.set(row, DRAFT, subject.draft().map(DraftId::value));
        Cells.set(row, REVISION, subject.revision());
        Cells.set(row, VERSION, subject.version());
        Cells.set(row, ENVIRONMENT, subject.environment());
        Cells.set(row, DEPLOYMENT, subject.deployment());
        Cells.set(row, REQUEST, entry.request().map(RequestId::value));
        entry.asked().ifPresent(asked -> row.set(ASKED, Cells.bytes(asked)));
        Cells.set(row, RECEIPT, Receipts.text(receipt));
        ACTOR.write(row, entry.actor());
        return row.build();
    }

    public static AuditEntry entry(Row row) {
        return row.as(AuditTable::read);
    }

    /** An entry with its receipt. */
    public static Recorded recorded(Row row) {
        return new Recorded(
                entry(row), row.findText(RECEIPT).map(Receipts::receipt).orElseGet(Receipt::none));
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                Cells.owner(row),
                row.number(NUMBER),
                Cells.time(row, AT),
                Cells.findTime(row, EARLIEST_AT),
                ACTOR.read(row),
                Action.valueOf(row.text(ACTION)),
                new Subject(
                        row.findText(DRAFT).map(DraftId::of),
                        row.findNumber(REVISION),
                        row.findNumber(VERSION),
                        row.findText(ENVIRONMENT),
                        row.findNumber(DEPLOYMENT)),
                row.flag(CHANGED),
                Texts.changes(row.text(CHANGES)),
                row.findText(REQUEST).map(RequestId::of),
                Cells.findHash(row, ASKED));
    }
}
