package dev.stet.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What the quickstart prints, and what it exits with. */
record Capture(int exitCode, String text) {
    static Capture plain(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode = Quickstart.run(Terminal.plain(new PrintStream(bytes, true, UTF_8), UTF_8), arguments);
        return new Capture(exitCode, bytes.toString(UTF_8));
    }

    static Capture coloured(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode = Quickstart.run(Terminal.coloured(new PrintStream(bytes, true, UTF_8), UTF_8), arguments);
        return new Capture(exitCode, bytes.toString(UTF_8));
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The text on one line, with single spaces: for what may be wrapped anywhere. */
    String flat() {
        return text.replaceAll("\\s+", " ");
    }
}
