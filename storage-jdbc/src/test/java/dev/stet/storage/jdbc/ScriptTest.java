package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripts that make the tables of Stet, for everyone to read. They follow from the declaration of the tables: whoever
 * changes that runs this test once with {@code -Dstet.scripts=write}, which writes them anew, and reads what changed.
 */
class ScriptTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");

    @ParameterizedTest
    @EnumSource
    void theScriptIsTheOneThatEverybodyCanRead(Dialect dialect) throws IOException {
        Path file = SCRIPTS.resolve(dialect.name().toLowerCase(Locale.ROOT) + ".sql");
        String script = Schema.of(dialect).ddlScript();
        if ("write".equals(System.getProperty("stet.scripts"))) {
            Files.writeString(file, script);
        }
        assertEquals(
                Files.readString(file), script, () -> "run this test with -Dstet.scripts=write, and look at " + file);
    }
}
