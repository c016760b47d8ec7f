package dev.stet.examples;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a database is.
 *
 * @param shown what it is called on the screen; without the settings of a JDBC URL, which may hold a password
 * @param jdbcUrl what its driver calls it
 * @param file its file, where it was given as one
 */
record Address(String shown, String jdbcUrl, Optional<Path> file) {
    /** What {@link #of} reads, for messages. */
    static final String FORMS = "h2:FILE, sqlite:FILE, or a JDBC URL that begins with jdbc:h2:, jdbc:sqlite:,"
            + " jdbc:postgresql: or jdbc:mariadb:";

    private static final String MEMORY = "jdbc:h2:mem:";
    private static final String H2 = "h2:";
    private static final String SQLITE = "sqlite:";
    private static final List<String> JDBC = List.of("jdbc:h2:", "jdbc:sqlite:", "jdbc:postgresql:", "jdbc:mariadb:");

    static Address of(String given) throws WrongUse {
        if (JDBC.stream().anyMatch(given::startsWith)) {
            return new Address(given.split("[?;]", 2)[0], given, Optional.empty());
        }
        if (given.startsWith(H2)) {
            Path file = file(given, H2);
            return new Address(given, "jdbc:h2:async:" + file, Optional.of(file));
        }
        if (given.startsWith(SQLITE)) {
            Path file = file(given, SQLITE);
            return new Address(given, "jdbc:sqlite:" + file, Optional.of(file));
        }
        throw new WrongUse("“" + given + "” is no store that the quickstart knows. Give " + FORMS + ".");
    }

    /** Whether what is in the database is there after the process has ended. */
    boolean lasts() {
        return !jdbcUrl.startsWith(MEMORY);
    }

    private static Path file(String given, String scheme) throws WrongUse {
        String file = given.substring(scheme.length());
        if (file.isBlank()) {
            throw new WrongUse("“" + given + "” names no file. Give one, as in " + scheme + "target/stet.");
        }
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            throw new WrongUse("“" + file + "” is no path here: " + noPath.getReason() + ".", noPath);
        }
    }
}
