package dev.stet.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.agent.NewAgent;
import dev.stet.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2:%s/not/there/yet/stet", "jdbc:sqlite:%s/stet.db"})
    void goesOnWithTheStory(String pattern) {
        String store = pattern.formatted(folder);
        List<String> firstDay = Capture.plain("--store", store).lines();
        assertEquals(chapters(Capture.plain().lines()), chapters(firstDay));
        assertTrue(firstDay.contains("  The story is kept in " + store + "."));

        Capture secondDay = Capture.plain("--store", store);
        assertEquals(0, secondDay.exitCode());
        assertHolds(secondDay, "Another day at the front desk of Harbour Dental Wednesday, 11 March 2026");
        assertHolds(secondDay, "Marlo, created by Ana on 10 Mar: 7 versions, 19 deployments, 52 changes on record.");
        assertHolds(secondDay, "sandbox version 7, since 10 Mar 15:25, published by Ana pre-release");
        assertHolds(secondDay, "live version 6, since 10 Mar 14:45, promoted by Ana: “Whole sentences again”");
        assertHolds(secondDay, "“front-desk version 1” is still on orion-4.");
        assertHolds(secondDay, "request req-2718 of 10 Mar again. The answer is what it was, version 6, and nothing");
        assertHolds(secondDay, "rings, and asks what to run. Answer: version 8, by deployment 22, on model orion-4.");
        assertHolds(secondDay, "8 of 8 are what was published.");
    }

    @Test
    void tellsDayAfterDayAndPromisesNoneWhereTheStoreIsInMemory() {
        String store = "--store=jdbc:h2:mem:days;DB_CLOSE_DELAY=-1";
        assertEquals(Capture.plain(), Capture.plain(store));
        Capture.plain(store);
        Capture thirdDay = Capture.plain(store);
        assertHolds(thirdDay, "Thursday, 12 March 2026");
        assertHolds(thirdDay, "live version 8, since 11 Mar 11:00, promoted by Ana: “Callers should know”");
        assertHolds(thirdDay, "request req-20260311 of 11 Mar again. The answer is what it was, version 8");
        List<String> lines = thirdDay.lines();
        assertTrue(lines.stream().anyMatch(line -> line.matches(" {4}live {9}8─+9─+")));
        assertTrue(lines.stream().anyMatch(line -> line.matches(" {4}●  ●  ● {5}9 .* Ana   09:45 +19.\\d KB")));
        assertTrue(lines.stream().anyMatch(line -> line.matches(" {4}○  ○  ○ {5}8 .* Ana  11 Mar +19.\\d KB")));
        assertTrue(lines.stream().allMatch(line -> line.length() <= Terminal.WIDTH));
    }

    @Test
    void goesOnAfterADayThatBrokeOff() throws WrongUse {
        String store = "h2:" + folder.resolve("stet");
        try (Store before = Store.open(Optional.of(store))) {
            Person ana = stage(before.storage()).ana();
            ana.workspace().agents().create(NewAgent.named("Marlo").id(FrontDesk.ID));
            ana.environments().freeze(FrontDesk.LIVE, "Until we know what happened");
        }
        Capture nextDay = Capture.plain("--store", store);
        assertEquals(0, nextDay.exitCode());
        assertHolds(nextDay, "Marlo, created by Ana on 10 Mar: 0 versions, 0 deployments, 2 changes on record.");
        assertHolds(nextDay, "live nothing yet");
        assertHolds(nextDay, "finds live frozen: “Until we know what happened”. She unfreezes it.");
        assertHolds(nextDay, "rings, and asks what to run. Answer: version 1, by deployment 3");
    }

    private static Stage stage(Storage storage) {
        return Stage.set(Terminal.plain(System.out, UTF_8), storage);
    }

    @Test
    void skipsTheDaysOff() {
        StoryClock clock = new StoryClock();
        clock.turnToTheDayAfter(Instant.parse("2026-03-13T16:00:00Z"));
        assertEquals("Monday, 16 March 2026", clock.date());
        clock.turnToTheDayAfter(clock.instantAt("16:00"));
        assertEquals("Tuesday, 17 March 2026", clock.date());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--store | Option --store must be followed by a store: h2:FILE, sqlite:FILE, or a JDBC URL",
                "--store --store | Option --store must be followed by a store",
                "--store a --store=b | Give --store once: a run keeps its agents in one place.",
                "--sotre h2:x | There is no option “--sotre”. The only one is --store STORE.",
                "--store oracle:x | “oracle:x” is no store that the quickstart knows. Give h2:FILE, sqlite:FILE, or",
                "--store jdbc:oracle:x | begins with jdbc:h2:, jdbc:sqlite:, jdbc:postgresql: or jdbc:mariadb:.",
                "--store h2: | “h2:” names no file. Give one, as in h2:target/stet.",
                "--store jdbc:sqlite::memory: | The setting journal_mode must be wal, but it is memory",
                "--store jdbc:postgresql://localhost:1/a | Connection to localhost:1 refused.",
                "--store jdbc:mariadb://localhost:1/a | Connection refused",
                "--store jdbc:mariadb:a | The store “jdbc:mariadb:a” cannot be opened.",
            })
    void saysWhatIsWrong(String arguments, String expected) {
        Capture answer = Capture.plain(arguments.split(" ", -1));
        assertEquals(2, answer.exitCode());
        assertHolds(answer, expected);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Ana,\n".repeat(200));
        Capture noDatabase = Capture.plain("--store", "sqlite:" + file);
        assertEquals(2, noDatabase.exitCode());
        assertHolds(noDatabase, "file is not a database");
        Capture noFolder = Capture.plain("--store", "h2:" + file.resolve("stet"));
        assertEquals(2, noFolder.exitCode());
        assertHolds(noFolder, "cannot be opened. The folder cannot be made: ");
    }

    @Test
    void keepsPasswordsOffTheScreen() throws WrongUse {
        assertEquals(
                "jdbc:postgresql://localhost/a",
                Address.of("jdbc:postgresql://localhost/a?user=a&password=b").shown());
        assertEquals("jdbc:h2:./a", Address.of("jdbc:h2:./a;USER=a;PASSWORD=b").shown());
    }

    /** The story without what stands before and after its chapters. */
    private static List<String> chapters(List<String> lines) {
        int begin = lines.stream()
                .filter(line -> line.startsWith("  1. "))
                .findFirst()
                .map(lines::indexOf)
                .orElseThrow();
        return lines.subList(begin, lines.indexOf("  Try next"));
    }

    private static void assertHolds(Capture capture, String expected) {
        assertTrue(capture.flat().contains(expected), () -> "expected \"" + expected + "\" in:\n" + capture.text());
    }
}
