package dev.stet.storage.jdbc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Questions;
import dev.stet.storage.jdbc.wire.Event.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How many statements and round trips every call takes. The numbers are stated in one place, {@code docs/round-trips.md};
 * what was measured is written to {@code target/round-trips.md}, to be copied there when a change is meant.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {
    private static final Path STATED = Path.of("..", "docs", "round-trips.md");
    private static final Path WRITTEN = Path.of("target", "round-trips.md");
    private static final Map<Engine, String> ENGINES = new EnumMap<>(Map.of(
            Engine.H2_MEMORY,
            "H2",
            Engine.SQLITE,
            "SQLite",
            Engine.POSTGRESQL,
            "PostgreSQL",
            Engine.MARIADB,
            "MariaDB"));

    /** What goes over a network, where there is one. */
    private static final Map<Engine, Set<Kind>> TRIPS = new EnumMap<>(Map.of(
            Engine.POSTGRESQL, EnumSet.of(Kind.STATEMENT, Kind.COMMIT),
            Engine.MARIADB,
                    EnumSet.of(Kind.STATEMENT, Kind.BEGIN, Kind.COMMIT, Kind.SAVEPOINT, Kind.RELEASE_SAVEPOINT)));

    private final Map<Engine, Meter> meters = new EnumMap<>(Engine.class);

    @BeforeAll
    void open() {
        ENGINES.keySet().forEach(engine -> meters.put(engine, new Meter(engine)));
    }

    @AfterAll
    void close() throws SQLException, IOException {
        for (Meter meter : meters.values()) {
            meter.close();
        }
    }

    @Test
    void everyCallTakesAsManyAsStated() throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(table("on a connection of the store's", Meter::owning));
        lines.add("");
        lines.addAll(table("in a transaction of the host's", Meter::joining));
        String measured = String.join("\n", lines);
        Files.writeString(WRITTEN, measured + "\n");
        assertEquals(measured, stated());
    }

    /** All that begins with a bar, and the empty lines between. */
    private static String stated() throws IOException {
        String page = Files.readString(STATED);
        int first = page.indexOf("| on a connection");
        int last = page.lastIndexOf("|\n");
        return first < 0 ? page : page.substring(first, last + 1);
    }

    private List<String> table(String title, Measurement measurement) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("| " + title + " | " + String.join(" | ", ENGINES.values()) + " |");
        lines.add("|---" + "|---".repeat(ENGINES.size()) + "|");
        for (Row row : Row.all()) {
            List<String> cells = new ArrayList<>();
            for (Engine engine : ENGINES.keySet()) {
                Measured measured = measurement.of(meter(engine), row);
                assertTripsAreExplained(engine, row, measured);
                cells.add(measured.cell());
            }
            lines.add("| " + row.name() + " | " + String.join(" | ", cells) + " |");
        }
        return lines;
    }

    private interface Measurement {
        Measured of(Meter meter, Row row) throws SQLException;
    }

    /** What the network saw is what the events tell. */
    private static void assertTripsAreExplained(Engine engine, Row row, Measured measured) {
        Set<Kind> trips = TRIPS.getOrDefault(engine, Set.of());
        long expected = measured.events().stream()
                .filter(event -> trips.contains(event.kind()))
                .count();
        assertEquals(
                measured.roundTrips().isPresent() ? expected : 0,
                measured.roundTrips().orElse(0),
                () -> engine + ": " + row.name() + " "
                        + measured.events().stream()
                                .map(Event::kind)
                                .map(Kind::name)
                                .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void resolvingAnEnvironmentIsOneStatement(Engine engine) throws SQLException {
        Row resolve = Row.warm(Questions.resolve());
        Measured owning = meter(engine).owning(resolve);
        assertEquals(1, owning.statements());
        assertEquals(List.of(Kind.CONNECT, Kind.STATEMENT, Kind.CLOSE), kinds(owning));
        assertEquals(List.of(Kind.STATEMENT), kinds(meter(engine).joining(resolve)));
    }

    @ParameterizedTest
    @EnumSource(names = "H2_FILE", mode = EnumSource.Mode.EXCLUDE)
    void publishingWithDeploymentIsOneTransaction(Engine engine) throws SQLException {
        Measured publish = meter(engine).owning(Row.warm(FrontDesk.publishAndDeploy()));
        assertEquals(1, publish.commits());
        assertEquals(Kind.COMMIT, lastOf(publish));
        assertTrue(publish.statements() <= 12, publish.cell());
    }

    /** Of what goes to the database; putting the connection in order again does not count. */
    private static Kind lastOf(Measured measured) {
        List<Event> events = new ArrayList<>(measured.events());
        events.removeIf(
                event -> EnumSet.of(Kind.AUTO_COMMIT_ON, Kind.CLOSE).contains(event.kind()) || event.setsLockTimeout());
        return events.get(events.size() - 1).kind();
    }

    private static List<Kind> kinds(Measured measured) {
        return measured.events().stream().map(Event::kind).toList();
    }

    private Meter meter(Engine engine) {
        return java.util.Objects.requireNonNull(meters.get(engine));
    }
}
