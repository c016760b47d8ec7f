package dev.stet.examples.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.access.AuditEntry;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.storage.tck.stage.Retained;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process was told to be saved is there after it was killed by signal 9 with other changes under way, which are there whole or
 * not at all; and the store goes on.
 */
class KillTest {
    private static final int ROUNDS = 5;
    private static final int MOST_SAVES = 100;

    @TempDir
    Path directory;

    /** Where a process unpacks its library, which nobody deletes who is killed. */
    @TempDir
    Path libraries;

    @Test
    void whatWasAcknowledgedOutlivesTheProcess() throws IOException, InterruptedException {
        Random random = new Random();
        Map<AgentId, List<String>> told = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            AgentId agent = AgentId.of("desk" + round);
            int saves = 1 + random.nextInt(MOST_SAVES);
            List<String> heard = killedAfter(saves, agent);
            assertTrue(heard.size() >= saves, () -> "the process ended by itself after " + heard);
            told.put(agent, heard);
            try (RocksStorage store = RocksStorage.open(directory)) {
                told.forEach((known, saying) -> examine(store, known, saying));
            }
        }
    }

    /** Everything that a process said until it was dead. */
    private List<String> killedAfter(int saves, AgentId agent) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + libraries,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        directory.toString(),
                        agent.value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                if (heard.size() == saves) {
                    // Through its handle: what it said is read to the end.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return heard;
    }

    private static void examine(RocksStorage store, AgentId agent, List<String> told) {
        Workspace workspace = Program.workspace(store);
        List<AuditEntry> trail = Pages.all(range -> workspace.audit().of(agent, range), 100);
        assertEquals(
                LongStream.iterate(trail.size(), number -> number > 0, number -> number - 1)
                        .boxed()
                        .toList(),
                trail.stream().map(AuditEntry::number).toList());
        Set<String> recorded = trail.stream()
                .flatMap(entry -> entry.request().stream())
                .map(RequestId::value)
                .collect(Collectors.toSet());
        Retained retained = Retained.verify(store, workspace, agent);
        for (String line : told) {
            String request = line.substring(0, line.indexOf(' '));
            String revision = line.substring(request.length() + 1);
            assertTrue(recorded.contains(request), () -> request + " was told and is not on record");
            assertEquals("{\"goal\":\"" + request + "\"}", retained.revisions().get(revision));
        }
        Edit edit = Edit.section("goal", JsonValue.of("goes on"));
        workspace.drafts(agent).saveOverwritingWhatOthersSaved(DraftId.of("draft0"), edit);
    }
}
