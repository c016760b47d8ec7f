package dev.stet.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the samples are that are not part of the repository. */
final class Shared {
    private Shared() {}

    /**
     * A folder of samples: under the folder that the system property {@code stet.shared} names, or under {@code shared} beside
     * one of the folders above.
     */
    static Path samples(String name) {
        Stream<Path> above = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve("shared"));
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("stet.shared")).map(Path::of), above)
                .map(shared -> shared.resolve("samples").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected the folder of samples " + name
                        + ", found none; name the one above samples with -Dstet.shared=FOLDER"));
    }
}
