package dev.stet.examples;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The quickstart. Without an argument it tells the story of one working day; with a folder it imports the JSON files
 * in it as the history of one agent.
 */
public final class Quickstart {
    /** How this is run from the root of the repository. */
    static final String COMMAND = "mvn -q -pl examples -am compile exec:java";

    private Quickstart() {}

    public static void main(String[] arguments) {
        int failed = run(Terminal.ofThisProcess(), arguments);
        if (failed != 0) {
            System.exit(failed);
        }
    }

    /** Tells or imports; returns the exit code of the process, 0 when all went well. */
    static int run(Terminal terminal, String... arguments) {
        if (arguments.length > 1) {
            terminal.line("Give one folder of JSON files, or nothing for the story.");
            return 2;
        }
        if (arguments.length == 0) {
            new Story(terminal).tell();
            return 0;
        }
        try {
            return new FolderImport(terminal).run(Path.of(arguments[0]));
        } catch (InvalidPathException noPath) {
            terminal.line("“" + arguments[0] + "” is no path here: " + noPath.getReason() + ".");
            return 2;
        }
    }
}
