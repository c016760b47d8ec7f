package dev.stet.facts;

import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.util.Optional;

/** Every revision of the config page of every environment. Rows are only ever added. */
public final class PageTable {
    private static final Table.Builder COLUMNS = Table.ownedBy(AgentTable.TABLE, "page_revision");
    private static final Column ENVIRONMENT = COLUMNS.text("environment", 64);
    private static final Column NUMBER = COLUMNS.number("number");
    private static final Column CAUSE = COLUMNS.text("cause", 40);
    private static final Column SOURCE_ENVIRONMENT = COLUMNS.optionalText("source_environment", 64);
    private static final Column SOURCE_REVISION = COLUMNS.optionalNumber("source_revision");
    private static final Column VARIABLES_HASH = COLUMNS.hash("variables_hash");
    private static final Column SCHEMA_HASH = COLUMNS.hash("schema_hash");
    private static final Column CHANGED_VARIABLES = COLUMNS.text("changed_variables");
    private static final ActorColumns ACTOR = ActorColumns.of(COLUMNS, "actor");
    private static final Column AT = COLUMNS.number("at");

    /** The table. */
    public static final Table TABLE =
            COLUMNS.key(ENVIRONMENT.ascending(), NUMBER.descending()).build();

    private PageTable() {}

    /**
     * The key of a row.
     *
     * @param number a number, or the {@link Key.Link} to one
     */
    static Key key(AgentKey agent, String environment, Object number) {
        return Key.of(TABLE, agent.workspace().value(), agent.agent().value(), environment, number);
    }

    public static Row row(AgentKey agent, PageRevision page) {
        Row.Builder row = Cells.owned(TABLE, agent)
                .set(ENVIRONMENT, page.environment())
                .set(NUMBER, page.number())
                .set(CAUSE, page.cause().name())
                .set(VARIABLES_HASH, Cells.bytes(page.variables()))
                .set(SCHEMA_HASH, Cells.bytes(page.schema()))
                .set(CHANGED_VARIABLES, Texts.of(page.changedVariables()))
                .set(AT, Micros.of(page.at()));
        page.source()
                .ifPresent(source ->
                        row.set(SOURCE_ENVIRONMENT, source.environment()).set(SOURCE_REVISION, source.revision()));
        ACTOR.write(row, page.by());
        return row.build();
    }

    public static PageRevision page(Row row) {
        return row.as(PageTable::read);
    }

    private static PageRevision read(Row row) {
        Optional<PageRef> source = row.findText(SOURCE_ENVIRONMENT)
                .map(environment -> new PageRef(environment, row.number(SOURCE_REVISION)));
        return new PageRevision(
                row.text(ENVIRONMENT),
                row.number(NUMBER),
                PageRevision.Cause.valueOf(row.text(CAUSE)),
                source,
                Cells.hash(row, VARIABLES_HASH),
                Cells.hash(row, SCHEMA_HASH),
                Texts.texts(row.text(CHANGED_VARIABLES)),
                ACTOR.read(row),
                Cells.time(row, AT));
    }
}
