package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.engine.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does as a refusal of tables says, word by word. */
final class Advice {
    private static final Pattern RUN = Pattern.compile("Run, on one connection: (.*?)\\.(?: |$)");
    private static final Pattern OR_RUN = Pattern.compile("or run ((?:CREATE|INSERT).*?)\\.$");
    private static final Pattern DROP = Pattern.compile("run (DROP TABLE .*?) and open");

    private Advice() {}

    /** Runs the statements that it names, or does what it says otherwise. */
    static void follow(SchemaMismatchException refusal, Database database, Schema schema) throws SQLException {
        String advice = refusal.getMessage();
        run(RUN, advice, database);
        run(DROP, advice, database);
        if (!run(OR_RUN, advice, database) && advice.contains("with SchemaMode.CREATE")) {
            open(database, schema, SchemaMode.CREATE);
        }
    }

    private static boolean run(Pattern statements, String advice, Database database) throws SQLException {
        Matcher found = statements.matcher(advice);
        if (!found.find()) {
            return false;
        }
        Prelude.run(database.unpooled(), List.of(found.group(1).split("; ")));
        return true;
    }

    static JdbcStorage open(Database database, Schema schema, SchemaMode mode) {
        return JdbcStorage.on(database.dataSource())
                .schema(schema)
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }
}
