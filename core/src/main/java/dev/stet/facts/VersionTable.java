package dev.stet.facts;

import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;

/** What was published. Nothing of a row but the annotation, from {@code annotation_revision} on, ever changes. */
public final class VersionTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "version");
    private static final Column NUMBER = COLUMNS.number("number");
    private static final Column ID = COLUMNS.text("id", 128);
    private static final Column HASH = COLUMNS.hash("hash");
    private static final Column SIZE = COLUMNS.number("size");
    private static final Column CHANGED_SECTIONS = COLUMNS.text("changed_sections");
    private static final Column PARENT = COLUMNS.optionalNumber("parent");
    private static final Column BASE = COLUMNS.optionalNumber("base");
    private static final Column DRAFT = COLUMNS.text("draft", 128);
    private static final Column DRAFT_REVISION = COLUMNS.number("draft_revision");
    private static final Column RESTORED_FROM = COLUMNS.optionalNumber("restored_from");
    private static final Column DUPLICATED_FROM = COLUMNS.optionalText("duplicated_from", 600);
    private static final ActorColumns PUBLISHED_BY = ActorColumns.of(COLUMNS, "published_by");
    private static final Column PUBLISHED_AT = COLUMNS.number("published_at");
    private static final Column ANNOTATION_REVISION = COLUMNS.number("annotation_revision");
    static final Column LABEL = COLUMNS.text("label");
    private static final Column DESCRIPTION = COLUMNS.text("description");
    static final Column PINNED = COLUMNS.flag("pinned");
    static final Column ARCHIVED = COLUMNS.flag("archived");
    private static final ActorColumns ANNOTATED_BY = ActorColumns.of(COLUMNS, "annotated_by");
    private static final Column ANNOTATED_AT = COLUMNS.number("annotated_at");

    /** The table. */
    public static final Table TABLE = COLUMNS.key(NUMBER.descending())
            .uniqueIndex("version_by_id", ID.ascending())
            .build();

    static final Index BY_ID = TABLE.indexes().get(0);

    private VersionTable() {}

    /**
     * The key of a row.
     *
     * @param number a number, or the {@link Key.Link} to one
     */
    static Key key(AgentKey agent, Object number) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), number);
    }

    public static Row row(AgentKey agent, Version version) {
        Lineage lineage = version.lineage();
        Annotation annotation = version.annotation();
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(NUMBER, version.number())
                .set(ID, version.id().value())
                .set(HASH, Cells.bytes(version.hash()))
                .set(SIZE, (long) version.size())
                .set(CHANGED_SECTIONS, Texts.of(version.changedSections()))
                .set(DRAFT, lineage.draft().id().value())
                .set(DRAFT_REVISION, lineage.draft().revision())
                .set(PUBLISHED_AT, Micros.of(version.publishedAt()))
                .set(ANNOTATION_REVISION, annotation.revision())
                .set(LABEL, annotation.label())
                .set(DESCRIPTION, annotation.description())
                .set(PINNED, annotation.pinned())
                .set(ARCHIVED, annotation.archived())
                .set(ANNOTATED_AT, Micros.of(annotation.at()));
        Cells.set(row, PARENT, lineage.parent());
        Cells.set(row, BASE, lineage.base());
        Cells.set(row, RESTORED_FROM, lineage.restoredFrom());
        Cells.set(row, DUPLICATED_FROM, lineage.duplicatedFrom().map(Texts::of));
        PUBLISHED_BY.write(row, version.publishedBy());
        ANNOTATED_BY.write(row, annotation.by());
        return row.build();
    }

    public static Version version(Row row) {
        return row.as(VersionTable::read);
    }

    private static Version read(Row row) {
        return new Version(
                row.number(NUMBER),
                VersionId.of(row.text(ID)),
                Cells.hash(row, HASH),
                Cells.small(row, SIZE),
                Texts.texts(row.text(CHANGED_SECTIONS)),
                new Lineage(
                        row.findNumber(PARENT),
                        row.findNumber(BASE),
                        DraftRef.of(row.text(DRAFT), row.number(DRAFT_REVISION)),
                        row.findNumber(RESTORED_FROM),
                        Cells.findOrigin(row, DUPLICATED_FROM)),
                PUBLISHED_BY.read(row),
                Cells.time(row, PUBLISHED_AT),
                new Annotation(
                        row.number(ANNOTATION_REVISION),
                        row.text(LABEL),
                        row.text(DESCRIPTION),
                        row.flag(PINNED),
                        row.flag(ARCHIVED),
                        ANNOTATED_BY.read(row),
                        Cells.time(row, ANNOTATED_AT)));
    }
}
