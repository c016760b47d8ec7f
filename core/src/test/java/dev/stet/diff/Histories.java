package dev.stet.diff;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Real agents and their real histories, where they are at hand: under {@code samples} in the folder that the system property
 * {@code stet.shared} names, or in {@code shared} beside one of the folders above.
 */
public final class Histories {
    private Histories() {}

    /** Successive contents by the name of the history, steps that changed nothing but their spelling included. */
    public static Map<String, List<Content>> all() {
        Map<String, List<Content>> all = new TreeMap<>();
        folder("histories").ifPresent(folder -> list(folder).forEach(history -> all.put(name(history), read(history))));
        return all;
    }

    private static Optional<Path> folder(String samples) {
        Stream<Path> above = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve("shared"));
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("stet.shared")).map(Path::of), above)
                .map(shared -> shared.resolve("samples").resolve(samples))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static List<Content> read(Path history) {
        List<Content> contents = new ArrayList<>();
        for (Path file : list(history)) {
            if (name(file).endsWith(".json")) {
                contents.add(Content.parse(bytes(file), ContentLimits.DEFAULT));
            }
        }
        return contents;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
