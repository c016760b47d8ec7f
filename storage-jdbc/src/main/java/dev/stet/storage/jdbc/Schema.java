package dev.stet.storage.jdbc;

import dev.stet.Stet;
import dev.stet.error.InvalidInputException;
import dev.stet.storage.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which tables there are, where they are, and how they are made. Immutable.
 *
 * @param dialect for which database
 * @param name the database schema they are in (with MariaDB: the database); empty for the connection's own
 * @param prefix what the name of each begins with
 * @param catalogue the tables
 */
public record Schema(Dialect dialect, Optional<String> name, String prefix, Catalogue catalogue) {
    /** What table names begin with unless told otherwise. */
    public static final String DEFAULT_PREFIX = "stet_";

    /** The format of the tables that this release of Stet reads and writes. It is kept in a table of its own. */
    public static final int FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,29}");
    private static final Pattern PREFIX = Pattern.compile("([a-z_][a-z0-9_]{0,29})?");

    /**
     * Checks the names, which are never quoted.
     *
     * @throws InvalidInputException when a name is not 1 to 30 (a prefix: at most 30) lower-case letters, digits and
     *     underscores, the dialect has no schemas, or the catalogue has a table {@code format}
     */
    public Schema {
        name.ifPresent(given -> check("schema name", given, NAME));
        check("table prefix", prefix, PREFIX);
        if (name.isPresent() && !dialect.hasSchemas()) {
            throw new InvalidInputException("schema name", "absent with " + dialect + ", use a prefix", name.get());
        }
        if (catalogue.tables().stream().anyMatch(table -> table.name().equals(Ddl.FORMAT))) {
            throw new InvalidInputException("catalogue", "without a table " + Ddl.FORMAT, Ddl.FORMAT);
        }
    }

    /** The tables of Stet, in the connection's own schema, with the {@link #DEFAULT_PREFIX}. */
    public static Schema of(Dialect dialect) {
        return new Schema(dialect, Optional.empty(), DEFAULT_PREFIX, Stet.catalogue());
    }

    /** In another schema. {@link SchemaMode#CREATE} makes it where it is missing. */
    public Schema named(String schema) {
        return new Schema(dialect, Optional.of(schema), prefix, catalogue);
    }

    public Schema withPrefix(String given) {
        return new Schema(dialect, name, given, catalogue);
    }

    /** With other tables. */
    public Schema withCatalogue(Catalogue given) {
        return new Schema(dialect, name, prefix, given);
    }

    /**
     * The statements that make all tables, in their order, for hosts that run their own migrations; where the schema has a
     * name, the first makes that. Each makes nothing where its schema, table or index is there already. None ends with a
     * semicolon.
     */
    public List<String> ddl() {
        List<String> statements = new ArrayList<>();
        name.ifPresent(given -> statements.add(schemaDdl(given)));
        statements.addAll(tables().statements());
        return List.copyOf(statements);
    }

    /** The same as one readable text with comments, to be kept as a migration script. */
    public String ddlScript() {
        return tables().script(name.map(Schema::schemaDdl));
    }

    static String schemaDdl(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + schema;
    }

    private Ddl tables() {
        return new Ddl(dialect, catalogue, name.map(schema -> schema + ".").orElse("") + prefix, prefix);
    }

    private static void check(String what, String given, Pattern allowed) {
        if (!allowed.matcher(given).matches()) {
            throw new InvalidInputException(what, "up to 30 of the characters a-z, 0-9 and '_', no digit first", given);
        }
    }
}
