package dev.stet.examples;

import dev.stet.storage.StorageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The quickstart. Without a folder it tells the story of one working day; with one it imports the JSON files in it as
 * the history of one agent. {@code --store} keeps either in a database, and goes on from what is there.
 */
public final class Quickstart {
    /** How this is run from the root of the repository. */
    static final String COMMAND = "mvn -q -pl examples/story -am compile exec:java";

    private static final int DONE = 0;
    private static final int STORE_FAILED = 1;
    private static final int WRONG_USE = 2;

    private Quickstart() {}

    public static void main(String[] arguments) {
        int failed = run(Terminal.ofThisProcess(), arguments);
        if (failed != DONE) {
            System.exit(failed);
        }
    }

    /** Tells or imports; returns the exit code of the process, 0 when all went well. */
    static int run(Terminal terminal, String... arguments) {
        try {
            return run(terminal, Arguments.of(arguments));
        } catch (WrongUse wrong) {
            terminal.paragraph(String.valueOf(wrong.getMessage()));
            return WRONG_USE;
        } catch (StorageException failure) {
            terminal.paragraph("✗ " + failure.getMessage());
            return STORE_FAILED;
        }
    }

    private static int run(Terminal terminal, Arguments arguments) throws WrongUse {
        try (Store store = Store.open(arguments.store())) {
            if (arguments.folder().isPresent()) {
                return new FolderImport(terminal, store)
                        .run(path(arguments.folder().get()));
            }
            new Story(terminal, store).tell();
            return DONE;
        }
    }

    private static Path path(String folder) throws WrongUse {
        try {
            return Path.of(folder);
        } catch (InvalidPathException noPath) {
            throw new WrongUse("“" + folder + "” is no path here: " + noPath.getReason() + ".", noPath);
        }
    }
}
