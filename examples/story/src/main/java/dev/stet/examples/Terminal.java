package dev.stet.examples;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the story is printed: in colour where that shows, and in plain ASCII where nothing else does. */
final class Terminal {
    /** No line is longer. */
    static final int WIDTH = 100;

    private static final String DRAWN = "●○│┊─→✗✓·“”’…↩━−›";
    private static final String TYPED = "*o|:->x+-\"\"'.<=->";

    private final PrintStream out;
    private final boolean colour;
    private final boolean drawing;

    private Terminal(PrintStream out, boolean colour, Charset charset) {
        this.out = out;
        this.colour = colour;
        this.drawing = charset.newEncoder().canEncode(DRAWN);
    }

    /** Without colours. */
    static Terminal plain(PrintStream out, Charset charset) {
        return new Terminal(out, false, charset);
    }

    /** With colours. */
    static Terminal coloured(PrintStream out, Charset charset) {
        return new Terminal(out, true, charset);
    }

    /** The standard output itself, past {@code System.out}: Maven replaces that by one that drops colours. */
    static Terminal ofThisProcess() {
        Charset charset = charsetOfThisProcess();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        return new Terminal(out, wantsColour(System.getenv(), isTerminal()), charset);
    }

    /** By the customs of <a href="https://no-color.org">no-color.org</a>, whose word is the last, and its opposites. */
    static boolean wantsColour(Map<String, String> environment, boolean isTerminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        boolean forced = Stream.of("FORCE_COLOR", "CLICOLOR_FORCE")
                .map(name -> environment.getOrDefault(name, ""))
                .anyMatch(value -> !value.isEmpty() && !value.equals("0"));
        return forced || (isTerminal && !"dumb".equals(environment.get("TERM")));
    }

    /** The text in this ink, where there are inks. */
    String paint(Ink ink, String text) {
        return colour && !text.isEmpty() ? ink.on(text) : text;
    }

    void line(String text) {
        out.println(drawing ? text : typed(text));
    }

    /** A text on as many lines as it needs. */
    void paragraph(String text) {
        wrapped(text, WIDTH).forEach(this::line);
    }

    void blankLine() {
        out.println();
    }

    /** The words of a text in lines no longer than {@code width}; a word that is longer has a line of its own. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text, cut where it is longer than {@code width}. */
    static String fitted(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    /** The text, followed by as many spaces as make it {@code width} wide. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String typed(String text) {
        StringBuilder typed = new StringBuilder();
        text.chars().forEach(c -> {
            int drawn = DRAWN.indexOf(c);
            typed.append(drawn < 0 ? (char) c : TYPED.charAt(drawn));
        });
        return typed.toString();
    }

    private static Charset charsetOfThisProcess() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    /** Before Java 22 there is a console only on a terminal; from then on it says whether it is one. */
    @SuppressWarnings("SystemConsoleNull") // Asked before Java 22 only; from then on isTerminal() decides.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
    }
}
