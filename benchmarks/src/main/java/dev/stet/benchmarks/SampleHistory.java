package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The successive contents of one agent, equal neighbours dropped.
 *
 * @param name its folder's name
 * @param contents the contents, first to last
 */
record SampleHistory(String name, List<Content> contents) {
    /** All histories in a folder: one folder each, with a JSON file for each content, in the order of their names. */
    static List<SampleHistory> in(Path folder) throws IOException {
        List<SampleHistory> histories = new ArrayList<>();
        for (Path history : list(folder)) {
            histories.add(read(history));
        }
        return histories;
    }

    /** The content that is closest to a size, of all JSON files under a folder. */
    static Content sized(Path folder, int bytes) throws IOException {
        Content closest = Content.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SampleHistory::isJson).sorted().toList()) {
                Content content = Content.parse(Files.readAllBytes(file), ContentLimits.DEFAULT);
                if (Math.abs(content.size() - bytes) < Math.abs(closest.size() - bytes)) {
                    closest = content;
                }
            }
        }
        return closest;
    }

    long bytes() {
        return contents.stream().mapToLong(Content::size).sum();
    }

    static SampleHistory read(Path history) throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Path file : list(history)) {
            if (isJson(file)) {
                Content content = Content.parse(Files.readAllBytes(file), ContentLimits.DEFAULT);
                if (contents.isEmpty() || !contents.get(contents.size() - 1).equals(content)) {
                    contents.add(content);
                }
            }
        }
        return new SampleHistory(name(history), List.copyOf(contents));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isJson(Path file) {
        return name(file).endsWith(".json");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
