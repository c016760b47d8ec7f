package dev.stet.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    private Path folder;

    @Test
    void makesAVersionOfEveryFileThatSaysSomethingNew() throws IOException {
        write("2.json", "{\"prompt\":\"Hello\",\"model\":{\"name\":\"a\",\"heat\":1}}");
        write("1.json", "{\"prompt\":\"Hi\",\"model\":{\"name\":\"a\",\"heat\":1}}");
        write("3.json", "{\"prompt\":\"Hello\",\"voice\":\"low\"}");
        Capture imported = Capture.plain(folder.toString());
        assertEquals(0, imported.exitCode());
        assertHolds(imported, "1.json 1 45 B the first, 2 sections");
        assertHolds(imported, "2.json 2 48 B prompt");
        assertHolds(imported, "3.json 3 32 B model, voice");
        assertHolds(imported, "3 files: 3 versions, none unchanged, none refused.");
        assertHolds(imported, "Stored whole, the versions take 125 B: 41 B each on average.");
        assertHolds(imported, "Sections that changed most often: model (1), prompt (1), voice (1).");
    }

    @Test
    void readsAnotherOrderOrSpellingAsUnchanged() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\",\"model\":{\"name\":\"a\",\"heat\":1}}");
        write("2.json", "{ \"model\": { \"heat\": 1.0, \"name\": \"a\" }, \"prompt\": \"Hi\" }");
        write("3.json", "{ \"model\": { \"heat\": 1.0, \"name\": \"a\" }, \"prompt\": \"Hi\" }");
        Capture imported = Capture.plain(folder.toString());
        assertEquals(0, imported.exitCode());
        assertHolds(imported, "2.json = 1 unchanged, only spelled differently");
        assertHolds(imported, "3.json = 1 unchanged 3 files: 1 version, 2 unchanged, none refused.");
        assertHolds(imported, "Of the unchanged, 1 differs in bytes alone");
    }

    @Test
    void goesOnAfterAFileThatIsRefused() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        write("2.json", "{\"prompt\":\"Hi\",\"prompt\":\"Hello\"}");
        write("3.json", "[]");
        write("4.json", "{\"prompt\":");
        write("5.json", "{\"prompt\":\"Good morning\"}");
        Capture imported = Capture.plain(folder.toString());
        assertEquals(1, imported.exitCode());
        assertHolds(imported, "2.json ✗ ");
        assertHolds(imported, "3.json ✗ expected a JSON object, whose members are the sections, found an array");
        assertHolds(imported, "4.json ✗ ");
        assertHolds(imported, "5.json 2 25 B prompt");
        assertHolds(imported, "5 files: 2 versions, none unchanged, 3 refused.");
        assertFalse(imported.text().contains("Exception"));
    }

    @Test
    void passesOverWhatIsNoJsonFile() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        write("index.tsv", "1\tfirst");
        Files.createDirectory(folder.resolve("2.json"));
        assertHolds(Capture.plain(folder.toString()), "1 file: 1 version, none unchanged, none refused.");
    }

    @Test
    void saysWhatIsWrongWithAnEmptyFolder() {
        Capture answer = Capture.plain(folder.toString());
        assertEquals(2, answer.exitCode());
        assertHolds(answer, "holds no .json files. Give a folder of successive JSON files of one agent.");
    }

    @Test
    void saysWhatIsWrongWithAPathThatIsNoFolder() throws IOException {
        write("1.json", "{}");
        Capture file = Capture.plain(folder.resolve("1.json").toString());
        assertEquals(2, file.exitCode());
        assertHolds(file, "is not a folder.");
        Capture missing = Capture.plain(folder.resolve("missing").toString());
        assertEquals(2, missing.exitCode());
        assertHolds(missing, "is not there.");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }

    private static void assertHolds(Capture capture, String expected) {
        assertTrue(capture.flat().contains(expected), () -> "expected \"" + expected + "\" in:\n" + capture.text());
    }
}
