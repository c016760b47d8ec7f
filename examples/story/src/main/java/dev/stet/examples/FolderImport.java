package dev.stet.examples;

import dev.stet.ref.AgentId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Imports the JSON files of a folder, in the order of their names, as the history of one agent. */
final class FolderImport {
    private static final int DONE = 0;
    private static final int SOME_REFUSED = 1;
    private static final int NOTHING_TO_IMPORT = 2;
    private static final int NAME = 64;
    private static final int HASH = 8;

    private final Terminal terminal;
    private final Store store;

    FolderImport(Terminal terminal, Store store) {
        this.terminal = terminal;
        this.store = store;
    }

    /** Imports and reports; returns the exit code of the process. */
    int run(Path folder) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "is not a folder" : "is not there";
            return nothing("“" + folder + "” " + found + ". Give a folder of successive JSON files of one agent.");
        }
        Path place;
        List<Path> files;
        try {
            place = folder.toRealPath();
            files = jsonFiles(folder);
        } catch (IOException unreadable) {
            return nothing("“" + folder + "” cannot be read: " + unreadable.getMessage() + ".");
        }
        if (files.isEmpty()) {
            return nothing(
                    "“" + folder + "” holds no .json files. Give a folder of successive JSON files of one agent.");
        }
        return run(idOf(place), nameOf(folder.toAbsolutePath().normalize()), files);
    }

    private int run(AgentId id, String name, List<Path> files) {
        ImportReport report = new ImportReport(terminal);
        report.begin(name, files.size());
        ImportedAgent agent = new ImportedAgent(store.storage(), id, name);
        for (Path file : files) {
            report.add(nameOf(file), read(agent, file));
        }
        report.end();
        store.name().ifPresent(kept -> report.kept(kept, id));
        return report.refused() == 0 ? DONE : SOME_REFUSED;
    }

    private static ImportStep read(ImportedAgent agent, Path file) {
        try {
            return agent.add(nameOf(file), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new ImportStep.Refused("The file cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> nameOf(file).endsWith(".json") && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(FolderImport::nameOf))
                    .toList();
        }
    }

    /** The same for a folder in every run, and another one for every folder: its name, and a part of its path's hash. */
    private static AgentId idOf(Path place) {
        String name = nameOf(place).replaceAll("[^A-Za-z0-9._-]+", "-");
        String hash = UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return AgentId.of(name.substring(0, Math.min(name.length(), NAME)) + "-" + hash.substring(0, HASH));
    }

    /** The last part of a path; of the root of a file system, the path itself. */
    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private int nothing(String why) {
        terminal.paragraph(why);
        return NOTHING_TO_IMPORT;
    }
}
