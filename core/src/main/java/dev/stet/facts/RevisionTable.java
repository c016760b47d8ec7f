package dev.stet.facts;

import dev.stet.draft.DraftRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;

/** Every state that every draft was in. */
public final class RevisionTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "draft_revision");
    private static final Column DRAFT = COLUMNS.text("draft", 128);
    private static final Column NUMBER = COLUMNS.number("number");
    private static final Column CAUSE = COLUMNS.text("cause", 40);
    private static final Column HASH = COLUMNS.hash("hash");
    private static final Column SIZE = COLUMNS.number("size");
    private static final Column BASE = COLUMNS.optionalNumber("base");
    private static final Column CHANGED_SECTIONS = COLUMNS.text("changed_sections");
    private static final ActorColumns ACTOR = ActorColumns.of(COLUMNS, "actor");
    private static final Column AT = COLUMNS.number("at");

    /** The table. */
    public static final Table TABLE =
            COLUMNS.key(DRAFT.ascending(), NUMBER.descending()).build();

    private RevisionTable() {}

    static Key key(AgentKey agent, DraftRef revision) {
        return Key.of(
                TABLE,
                agent.workspace().value(),
                agent.agent().value(),
                revision.id().value(),
                revision.revision());
    }

    public static Row row(AgentKey agent, DraftRevision revision) {
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(DRAFT, revision.draft().value())
                .set(NUMBER, revision.number())
                .set(CAUSE, revision.cause().name())
                .set(HASH, Cells.bytes(revision.hash()))
                .set(SIZE, (long) revision.size())
                .set(CHANGED_SECTIONS, Texts.of(revision.changedSections()))
                .set(AT, Micros.of(revision.at()));
        Cells.set(row, BASE, revision.base());
        ACTOR.write(row, revision.by());
        return row.build();
    }

    public static DraftRevision revision(Row row) {
        return row.as(RevisionTable::read);
    }

    private static DraftRevision read(Row row) {
        return new DraftRevision(
                DraftId.of(row.text(DRAFT)),
                row.number(NUMBER),
                DraftRevision.Cause.valueOf(row.text(CAUSE)),
                Cells.hash(row, HASH),
                Cells.small(row, SIZE),
                row.findNumber(BASE),
                Texts.texts(row.text(CHANGED_SECTIONS)),
                ACTOR.read(row),
                Cells.time(row, AT));
    }
}
