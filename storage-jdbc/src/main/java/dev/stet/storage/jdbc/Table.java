package dev.stet.storage.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The tables. Each begins with the workspace and the agent that its rows belong to; what follows is listed here, in the
 * order in which {@link Rows} writes and reads it. The DDL beside it says the same in each engine's words.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable.
enum Table {
    AGENT(
            List.of(),
            new Columns()
                    .number("head_revision", "head_at", "latest_version", "latest_deployment", "open_drafts")
                    .number("leap_from", "leap_until")
                    .text("name", "name_folded")
                    .bytes("name_order")
                    .text("description", "kind", "tags", "status")
                    .number("revision")
                    .text("duplicated_from")
                    .actor("created_by")
                    .number("created_at")
                    .actor("updated_by")
                    .number("updated_at"),
            new Index("agent_newest", "workspace", "created_at", "agent"),
            new Index("agent_by_name", "workspace", "name_order", "agent")),
    DRAFT(
            List.of("draft"),
            new Columns()
                    .text("draft", "name", "status")
                    .number("revision")
                    .bytes("hash")
                    .number("base")
                    .text("forked_from")
                    .number("forked_from_revision", "restored_from")
                    .text("duplicated_from")
                    .number("published_as")
                    .actor("created_by")
                    .number("created_at")
                    .actor("updated_by")
                    .number("updated_at"),
            new Index("draft_newest", "workspace", "agent", "created_at", "draft"),
            new Index("draft_by_status", "workspace", "agent", "status", "created_at", "draft")),
    DRAFT_REVISION(
            List.of("draft", "number"),
            new Columns()
                    .text("draft")
                    .number("number")
                    .text("cause")
                    .bytes("hash")
                    .number("size", "base")
                    .text("changed_sections")
                    .actor("actor")
                    .number("at")),
    VERSION(
            List.of("number"),
            new Columns()
                    .number("number")
                    .text("id")
                    .bytes("hash")
                    .number("size")
                    .text("changed_sections")
                    .number("parent", "base")
                    .text("draft")
                    .number("draft_revision", "restored_from")
                    .text("duplicated_from")
                    .actor("published_by")
                    .number("published_at", "annotation_revision")
                    .text("label", "description")
                    .flag("pinned", "archived")
                    .actor("annotated_by")
                    .number("annotated_at"),
            new Index("version_by_id", "workspace", "agent", "id")),
    DEPLOYMENT(
            List.of("number"),
            new Columns()
                    .number("number")
                    .text("environment")
                    .number("version")
                    .text("cause")
                    .actor("actor")
                    .number("at", "earliest_at")
                    .text("reason")
                    .number("replaced", "replaced_version", "source"),
            new Index("deployment_by_time", "workspace", "agent", "environment", "at", "number"),
            new Index("deployment_by_version", "workspace", "agent", "version", "environment", "number")),
    ENVIRONMENT(
            List.of("name"),
            new Columns()
                    .text("name")
                    .number("deployment", "version")
                    .bytes("snapshot_hash")
                    .number("published_at", "page")
                    .bytes("variables_hash", "schema_hash")
                    .number("page_at")
                    .actor("frozen_by")
                    .number("frozen_at")
                    .text("frozen_reason")),
    PAGE_REVISION(
            List.of("environment", "number"),
            new Columns()
                    .text("environment")
                    .number("number")
                    .text("cause", "source_environment")
                    .number("source_revision")
                    .bytes("variables_hash", "schema_hash")
                    .text("changed_variables")
                    .actor("actor")
                    .number("at")),
    CONTENT(
            List.of("hash"),
            new Columns().bytes("hash", "base").number("encoding").bytes("bytes", "large")),
    AUDIT(
            List.of("number"),
            new Columns()
                    .number("number", "at", "earliest_at")
                    .actor("actor")
                    .text("action", "draft")
                    .number("revision", "version")
                    .text("environment")
                    .number("deployment")
                    .flag("changed")
                    .text("changes", "request")
                    .bytes("asked"),
            new Index("audit_newest", "workspace", "at", "agent", "number"),
            new Index("audit_by_request", "workspace", "agent", "request"));

    /** What every row begins with. */
    static final List<Column> OWNER = new Columns().text("workspace", "agent").list();

    private final List<String> key;
    private final List<Column> columns;
    private final List<Index> indexes;

    Table(List<String> key, Columns columns, Index... indexes) {
        this.key = key;
        this.columns = columns.list();
        this.indexes = List.of(indexes);
    }

    /** Its name in SQL, after schema and prefix. */
    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of its primary key's columns. */
    List<String> key() {
        return Stream.concat(OWNER.stream().map(Column::name), key.stream()).toList();
    }

    /** Its columns but the owner's. */
    List<Column> columns() {
        return columns;
    }

    /** All its columns. */
    List<Column> allColumns() {
        return Stream.concat(OWNER.stream(), columns.stream()).toList();
    }

    List<Index> indexes() {
        return indexes;
    }

    /**
     * An index beside the primary key.
     *
     * @param name its name, after the prefix
     * @param columns the names of its columns
     */
    record Index(String name, List<String> columns) {
        Index(String name, String... columns) {
            this(name, List.of(columns));
        }
    }
}
