package dev.stet.facts;

import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftStatus;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.util.Optional;

/** Working copies, and what became of them. */
public final class DraftTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "draft");
    private static final Column DRAFT = COLUMNS.text("draft", 128);
    private static final Column NAME = COLUMNS.text("name");
    private static final Column STATUS = COLUMNS.text("status", 40);
    private static final Column REVISION = COLUMNS.number("revision");
    private static final Column HASH = COLUMNS.hash("hash");
    private static final Column BASE = COLUMNS.optionalNumber("base");
    private static final Column FORKED_FROM = COLUMNS.optionalText("forked_from", 128);
    private static final Column FORKED_FROM_REVISION = COLUMNS.optionalNumber("forked_from_revision");
    private static final Column RESTORED_FROM = COLUMNS.optionalNumber("restored_from");
    private static final Column DUPLICATED_FROM = COLUMNS.optionalText("duplicated_from", 600);
    private static final Column PUBLISHED_AS = COLUMNS.optionalNumber("published_as");
    private static final ActorColumns CREATED_BY = ActorColumns.of(COLUMNS, "created_by");
    private static final Column CREATED_AT = COLUMNS.number("created_at");
    private static final ActorColumns UPDATED_BY = ActorColumns.of(COLUMNS, "updated_by");
    private static final Column UPDATED_AT = COLUMNS.number("updated_at");

    /** The table. */
    public static final Table TABLE = COLUMNS.key(DRAFT.ascending())
            .index("draft_newest", CREATED_AT.descending(), DRAFT.ascending())
            .index("draft_by_status", STATUS.ascending(), CREATED_AT.descending(), DRAFT.ascending())
            .build();

    static final Index NEWEST = TABLE.indexes().get(0);
    static final Index BY_STATUS = TABLE.indexes().get(1);

    private DraftTable() {}

    static Key key(AgentKey agent, DraftId id) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), id.value());
    }

    public static Row row(AgentKey agent, Draft draft) {
        DraftLineage lineage = draft.lineage();
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(DRAFT, draft.id().value())
                .set(NAME, draft.name())
                .set(STATUS, draft.status().name())
                .set(REVISION, draft.revision())
                .set(HASH, Cells.bytes(draft.hash()))
                .set(CREATED_AT, Micros.of(draft.createdAt()))
                .set(UPDATED_AT, Micros.of(draft.updatedAt()));
        lineage.forkedFrom()
                .ifPresent(fork -> row.set(FORKED_FROM, fork.id().value()).set(FORKED_FROM_REVISION, fork.revision()));
        Cells.set(row, BASE, lineage.base());
        Cells.set(row, RESTORED_FROM, lineage.restoredFrom());
        Cells.set(row, DUPLICATED_FROM, lineage.duplicatedFrom().map(Texts::of));
        Cells.set(row, PUBLISHED_AS, draft.publishedAs());
        CREATED_BY.write(row, draft.createdBy());
        UPDATED_BY.write(row, draft.updatedBy());
        return row.build();
    }

    public static Draft draft(Row row) {
        return row.as(DraftTable::read);
    }

    private static Draft read(Row row) {
        return new Draft(
                DraftId.of(row.text(DRAFT)),
                row.text(NAME),
                DraftStatus.valueOf(row.text(STATUS)),
                row.number(REVISION),
                Cells.hash(row, HASH),
                new DraftLineage(
                        row.findNumber(BASE),
                        fork(row),
                        row.findNumber(RESTORED_FROM),
                        Cells.findOrigin(row, DUPLICATED_FROM)),
                row.findNumber(PUBLISHED_AS),
                CREATED_BY.read(row),
                Cells.time(row, CREATED_AT),
                UPDATED_BY.read(row),
                Cells.time(row, UPDATED_AT));
    }

    private static Optional<DraftRef> fork(Row row) {
        return row.findText(FORKED_FROM).map(id -> DraftRef.of(id, row.number(FORKED_FROM_REVISION)));
    }
}
