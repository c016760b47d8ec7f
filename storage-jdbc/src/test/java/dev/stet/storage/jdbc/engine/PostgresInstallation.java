package dev.stet.storage.jdbc.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * PostgreSQL, unpacked, with a data directory as {@code initdb} makes it. The library that brings it does that and no more:
 * it could neither kill a server nor start one that flushes.
 *
 * @param programs the directory of its programs
 * @param pristineData of a server that was shut down in order; texts are sorted as people sort them
 */
record PostgresInstallation(Path programs, Path pristineData) {
    /** The library takes this for its own files, which would otherwise be left in the directory for temporary ones. */
    private static final String LIBRARY_FOLDER = "ot.epg.working-dir";

    private static final String ANY_ARCHIVE = "postgres-linux-x86_64.txz";
    private static final String DATA = "data";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static PostgresInstallation installed() {
        String release = Archive.with(ANY_ARCHIVE).name();
        Path folder = EngineFolder.prepared(release, PostgresInstallation::install);
        try (Stream<Path> files = Files.list(folder)) {
            Path unpacked =
                    files.filter(file -> !file.endsWith(DATA)).findFirst().orElseThrow();
            return new PostgresInstallation(unpacked.resolve("bin"), folder.resolve(DATA));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void install(Path folder) throws IOException {
        System.setProperty(LIBRARY_FOLDER, folder.toString());
        try {
            EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve(DATA))
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "en-US")
                    .start()
                    .close();
        } finally {
            System.clearProperty(LIBRARY_FOLDER);
        }
    }
}
