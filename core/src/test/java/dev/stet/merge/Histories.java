package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Successive states of real agent documents, from the folder that the system property {@code stet.samples} names; where
 * there is none, written ones take their place.
 */
final class Histories {
    private static final Path FOLDER =
            Path.of(System.getProperty("stet.samples", "../../shared/samples")).resolve("histories");

    private Histories() {}

    /** By name, each without states that say the same as the one before. */
    static Map<String, List<Content>> all() {
        Map<String, List<Content>> histories = new TreeMap<>();
        histories.put("written", written());
        if (Files.isDirectory(FOLDER)) {
            for (Path folder : sorted(FOLDER, Files::isDirectory)) {
                histories.put(folder.getFileName().toString(), states(folder));
            }
        }
        return histories;
    }

    private static List<Content> states(Path folder) {
        List<Content> states = new ArrayList<>();
        for (Path file : sorted(folder, path -> path.toString().endsWith(".json"))) {
            Content state = read(file);
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private static List<Content> written() {
        Author author = new Author(42);
        List<Content> states = new ArrayList<>(List.of(author.content()));
        while (states.size() < 20) {
            states.add(author.edited(states.get(states.size() - 1), 3));
        }
        return states;
    }

    private static Content read(Path file) {
        try {
            return Content.parse(Files.readAllBytes(file), ContentLimits.DEFAULT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> sorted(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(wanted).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
