package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Stet;
import dev.stet.storage.Index;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the tables explains every column there is, in their order, and every index. */
class SchemaPageTest {
    private static final Path PAGE = Path.of("../docs/schema.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)$(.*?)(?=^## |\\z)");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| (`[^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern INDEX = Pattern.compile("(?m)^\\| `(\\w+)` \\(([^)]*)\\)");

    @Test
    void everyColumnIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, List<String>> explained = new TreeMap<>();
        SECTION.matcher(page).results().forEach(section -> {
            List<String> columns = new ArrayList<>();
            EXPLAINED
                    .matcher(section.group(2))
                    .results()
                    .forEach(row -> NAME.matcher(row.group(1)).results().forEach(name -> columns.add(name.group(1))));
            explained.put(section.group(1), columns);
        });
        for (Table table : Stet.catalogue().tables()) {
            Set<String> columns = new TreeSet<>();
            for (Dialect dialect : Dialect.values()) {
                Layout.of(table, dialect).columns().stream().map(Stored::name).forEach(columns::add);
            }
            assertEquals(
                    List.copyOf(columns),
                    explained.getOrDefault(table.name(), List.of()).stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everyIndexIsExplained() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        Matcher rows = INDEX.matcher(Files.readString(PAGE));
        while (rows.find()) {
            explained.put(rows.group(1), rows.group(2));
        }
        Map<String, String> indexes = new TreeMap<>();
        for (Table table : Stet.catalogue().tables()) {
            for (Index index : table.indexes()) {
                indexes.put(
                        index.name(),
                        index.parts().stream().map(part -> part.column().name()).collect(Collectors.joining(", ")));
            }
        }
        assertEquals(indexes, explained);
    }
}
