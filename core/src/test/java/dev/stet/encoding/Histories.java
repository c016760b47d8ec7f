package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Successive contents of agents, equal neighbours dropped: the real ones, where they are at hand, and one made up. The real
 * ones are folders of numbered JSON files under {@code samples/histories} in the folder that the system property
 * {@code stet.shared} names, or in {@code shared} beside one of the folders above.
 */
final class Histories {
    private Histories() {}

    static Map<String, List<Content>> all() {
        Map<String, List<Content>> all = new LinkedHashMap<>();
        all.put("made up", madeUp());
        folder().ifPresent(folder -> list(folder).forEach(history -> all.put(name(history), read(history))));
        return all;
    }

    private static Optional<Path> folder() {
        Stream<Path> above = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve("shared"));
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("stet.shared")).map(Path::of), above)
                .map(shared -> shared.resolve("samples").resolve("histories"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static List<Content> read(Path history) {
        List<Content> contents = new ArrayList<>();
        list(history).stream().filter(file -> name(file).endsWith(".json")).forEach(file -> {
            Content content = Content.parse(bytes(file), ContentLimits.DEFAULT);
            if (contents.isEmpty() || !contents.get(contents.size() - 1).equals(content)) {
                contents.add(content);
            }
        });
        return contents;
    }

    /** A document of many nodes, of which each step changes a few. */
    private static List<Content> madeUp() {
        Random random = new Random(4);
        Content content = Content.empty();
        for (int node = 0; node < 40; node++) {
            content = content.withSection("node " + node, node(random));
        }
        List<Content> contents = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            contents.add(content);
            for (int change = random.nextInt(3); change >= 0; change--) {
                content = content.withSection("node " + random.nextInt(45), node(random));
            }
            if (step % 7 == 0) {
                content = content.withoutSection("node " + random.nextInt(45));
            }
        }
        return contents;
    }

    private static JsonValue node(Random random) {
        StringBuilder words = new StringBuilder();
        for (int word = random.nextInt(60); word >= 0; word--) {
            words.append(Integer.toString(random.nextInt(400), 36)).append(' ');
        }
        return JsonValue.parse("{\"prompt\":\"" + words + "\",\"x\":" + random.nextInt(900) + "}");
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
