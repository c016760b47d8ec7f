package dev.stet.storage.jdbc;

import dev.stet.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the tables are, and how they are made. Immutable.
 *
 * @param dialect for which database
 * @param name the database schema they are in (with MariaDB: the database); empty for the connection's own
 * @param prefix what the name of each begins with
 */
public record Schema(Dialect dialect, Optional<String> name, String prefix) {
    /** What table names begin with unless told otherwise. */
    public static final String DEFAULT_PREFIX = "stet_";

    /** The format of the tables that this release of Stet reads and writes. It is kept in a table of its own. */
    public static final int FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,29}");
    private static final Pattern PREFIX = Pattern.compile("([a-z_][a-z0-9_]{0,29})?");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    /**
     * Checks the names, which are never quoted.
     *
     * @throws InvalidInputException when a name is not 1 to 30 (a prefix: at most 30) lower-case letters, digits and
     *     underscores, or the dialect has no schemas
     */
    public Schema {
        name.ifPresent(given -> check("schema name", given, NAME));
        check("table prefix", prefix, PREFIX);
        if (name.isPresent() && !dialect.hasSchemas()) {
            throw new InvalidInputException("schema name", "absent with " + dialect + ", use a prefix", name.get());
        }
    }

    /** In the connection's own schema, with the {@link #DEFAULT_PREFIX}. */
    public static Schema of(Dialect dialect) {
        return new Schema(dialect, Optional.empty(), DEFAULT_PREFIX);
    }

    /** In another schema. {@link SchemaMode#CREATE} makes it where it is missing. */
    public Schema named(String schema) {
        return new Schema(dialect, Optional.of(schema), prefix);
    }

    public Schema withPrefix(String given) {
        return new Schema(dialect, name, given);
    }

    /**
     * The statements that make all tables, in their order, for hosts that run their own migrations; where the schema has a
     * name, the first makes that. Each makes nothing where its schema, table or index is there already. None ends with a
     * semicolon.
     */
    public List<String> ddl() {
        List<String> statements = new ArrayList<>();
        name.ifPresent(given -> statements.add(schemaDdl(given)));
        statements.addAll(tableDdl(before()));
        return List.copyOf(statements);
    }

    /** The same as one readable text with comments, to be kept as a migration script. */
    public String ddlScript() {
        String file = file();
        int statements = file.indexOf("\n\n");
        return filled(file.substring(0, statements), before())
                + name.map(given -> "\n\n" + schemaDdl(given) + ";").orElse("")
                + filled(file.substring(statements), before())
                + recordFormat(before())
                + ";\n";
    }

    /** The statements without the one for the schema; {@code before} comes before the name of each table. */
    List<String> tableDdl(String before) {
        String text = COMMENT.matcher(file()).replaceAll("");
        List<String> statements = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(statement -> filled(statement, before))
                .collect(Collectors.toCollection(ArrayList::new));
        statements.add(recordFormat(before));
        return List.copyOf(statements);
    }

    static String schemaDdl(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + schema;
    }

    private String before() {
        return name.map(schema -> schema + ".").orElse("") + prefix;
    }

    private static String recordFormat(String before) {
        return "INSERT INTO " + before + "format (number) SELECT " + FORMAT + " FROM (SELECT 1 AS one) AS always"
                + " WHERE (SELECT COUNT(*) FROM " + before + "format) = 0";
    }

    private String filled(String text, String before) {
        return text.replace("${t}", before).replace("${i}", prefix).replace("${format}", Integer.toString(FORMAT));
    }

    private String file() {
        try (InputStream file = Objects.requireNonNull(Schema.class.getResourceAsStream(dialect.ddl()))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void check(String what, String given, Pattern allowed) {
        if (!allowed.matcher(given).matches()) {
            throw new InvalidInputException(what, "up to 30 of the characters a-z, 0-9 and '_', no digit first", given);
        }
    }
}
