package dev.stet.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Imports the JSON files of a folder, in the order of their names, as the history of one agent. */
final class FolderImport {
    private static final int DONE = 0;
    private static final int SOME_REFUSED = 1;
    private static final int NOTHING_TO_IMPORT = 2;

    private final Terminal terminal;

    FolderImport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Imports and reports; returns the exit code of the process. */
    int run(Path folder) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "is not a folder" : "is not there";
            return nothing("“" + folder + "” " + found + ". Give a folder of successive JSON files of one agent.");
        }
        List<Path> files;
        try {
            files = jsonFiles(folder);
        } catch (IOException unreadable) {
            return nothing("“" + folder + "” cannot be read: " + unreadable.getMessage() + ".");
        }
        if (files.isEmpty()) {
            return nothing(
                    "“" + folder + "” holds no .json files. Give a folder of successive JSON files of one agent.");
        }
        return run(nameOf(folder.toAbsolutePath().normalize()), files);
    }

    private int run(String name, List<Path> files) {
        ImportReport report = new ImportReport(terminal);
        report.begin(name, files.size());
        ImportedAgent agent = new ImportedAgent(name);
        for (Path file : files) {
            report.add(nameOf(file), read(agent, file));
        }
        report.end();
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

    /** The last part of a path; of the root of a file system, the path itself. */
    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private int nothing(String why) {
        Terminal.wrapped(why, Terminal.WIDTH).forEach(terminal::line);
        return NOTHING_TO_IMPORT;
    }
}
