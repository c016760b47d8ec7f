package dev.stet.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("json"));
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"h2:", "sqlite:"})
    void importsOnlyWhatIsNewWhereTheRestIsThereAlready(String scheme) throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        write("2.json", "{ \"prompt\" : \"Hi\" }");
        write("3.json", "{\"prompt\":\"Hello\"}");
        Capture first = imported(scheme);
        assertHolds(first, "3 files: 2 versions, 1 unchanged, none refused.");
        assertHolds(first, "as agent json-");

        Capture second = imported(scheme);
        assertEquals(0, second.exitCode());
        assertHolds(second, "1.json 1 there already 2.json 1 there already 3.json 2 there already");
        assertHolds(second, "3 files: none new, 3 there already, none unchanged, none refused.");
        assertFalse(second.text().contains("Stored whole"));

        write("4.json", "{\"prompt\":\"Hi\"}");
        write("5.json", "{\"prompt\":\"Hi\"}");
        Capture third = imported(scheme);
        assertHolds(third, "4.json 3 15 B prompt 5.json = 3 unchanged");
        assertHolds(third, "5 files: 1 new, 3 there already, 1 unchanged, none refused.");
        assertHolds(imported(scheme), "5 files: none new, 5 there already, none unchanged, none refused.");
    }

    @Test
    void importsAFileThatChangedOnTopOfAllOthers() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        write("2.json", "{\"prompt\":\"Hello\"}");
        imported("sqlite:");
        write("1.json", "{\"prompt\":\"Good morning\"}");
        write("1b.json", "{\"prompt\":\"Hi\"}");
        assertHolds(imported("sqlite:"), "1.json 3 25 B prompt 1b.json 4 15 B prompt 2.json 2 there already");
        assertHolds(imported("sqlite:"), "3 files: none new, 3 there already, none unchanged, none refused.");
    }

    @Test
    void goesOnAfterOthersPublished() throws IOException, WrongUse {
        write("1.json", "{\"prompt\":\"Hi\"}");
        Matcher kept =
                Pattern.compile("as agent (\\S+)").matcher(imported("sqlite:").flat());
        assertTrue(kept.find());
        AgentId agent = AgentId.of(kept.group(1));
        try (Store store = Store.open(Optional.of(store("sqlite:")))) {
            Workspace ben = Stet.on(store.storage()).build().workspace(ImportedAgent.WORKSPACE, Actor.of("ben"));
            Draft draft = ben.drafts(agent).open(NewDraft.from(Ref.content(Content.parse("{}")), "Nothing"));
            ben.drafts(agent).publish(Publish.draft(draft.ref()).superseding(1));
        }
        write("2.json", "{\"prompt\":\"Hello\"}");
        assertHolds(imported("sqlite:"), "1.json 1 there already 2.json 3 18 B prompt");
    }

    @Test
    void keepsFoldersOfTheSameNameApart() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        imported("sqlite:");
        Path other = Files.createDirectories(parent.resolve("other/json"));
        Files.writeString(other.resolve("1.json"), "{\"prompt\":\"Hi\"}");
        Capture imported = Capture.plain(other.toString(), "--store", store("sqlite:"));
        assertHolds(imported, "1 file: 1 version, none unchanged, none refused.");
    }

    @Test
    void takesTheFolderAsTheSameFromWhereverItIsSeen() throws IOException {
        write("1.json", "{\"prompt\":\"Hi\"}");
        imported("sqlite:");
        Path roundabout = folder.resolve("..").resolve(folder.getFileName());
        Capture again = Capture.plain("--store", store("sqlite:"), roundabout.toString());
        assertHolds(again, "1 file: none new, 1 there already, none unchanged, none refused.");
    }

    @Test
    void tellsOfNoAgentWhereNoneWasMade() throws IOException {
        write("1.json", "[]");
        Capture imported = imported("sqlite:");
        assertEquals(1, imported.exitCode());
        assertFalse(imported.text().contains("Kept in"));
    }

    private Capture imported(String scheme) {
        return Capture.plain("--store", store(scheme), folder.toString());
    }

    private String store(String scheme) {
        return scheme + parent.resolve("stet.db");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }

    private static void assertHolds(Capture capture, String expected) {
        assertTrue(capture.flat().contains(expected), () -> "expected \"" + expected + "\" in:\n" + capture.text());
    }
}
