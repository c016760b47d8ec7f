package dev.stet.examples;

import dev.stet.diff.Diff;
import dev.stet.error.StetException;
import dev.stet.render.UnifiedText;
import java.util.regex.Pattern;

/** Tells what happens: who did what, when, and what was refused. */
final class Narrator {
    private static final int MARGIN = 16;
    private static final Pattern VERSION = Pattern.compile("\\b[vV]ersions? \\d+");

    private final Terminal terminal;
    private final StoryClock clock;
    private int chapters;

    Narrator(Terminal terminal, StoryClock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    void title(String title, String... subtitles) {
        terminal.blankLine();
        terminal.line("  " + terminal.paint(Ink.BOLD, title));
        for (String subtitle : subtitles) {
            subtitle(subtitle);
        }
    }

    void subtitle(String text) {
        for (String line : Terminal.wrapped(text, Terminal.WIDTH - 2)) {
            terminal.line("  " + terminal.paint(Ink.FAINT, line));
        }
    }

    /** The heading of a chapter, with the class to read beside it. */
    void begin(Chapter chapter) {
        chapters++;
        String heading = chapters + ". " + chapter.title();
        String source = chapter.getClass().getSimpleName() + ".java";
        int line = Terminal.WIDTH - 6 - heading.length() - source.length();
        terminal.blankLine();
        terminal.line("  " + terminal.paint(Ink.BOLD, heading) + " "
                + terminal.paint(Ink.FAINT, "─".repeat(line) + " " + source));
        terminal.blankLine();
    }

    /** What somebody does, at the time the clock shows. */
    void says(Person who, String deed) {
        String time = StoryClock.face(clock.instant());
        String head = "  " + terminal.paint(Ink.FAINT, time) + "  "
                + terminal.paint(who.ink(), Terminal.padded(who.name(), MARGIN - 9));
        for (String line : Terminal.wrapped(deed, Terminal.WIDTH - MARGIN)) {
            terminal.line(head + marked(line));
            head = " ".repeat(MARGIN);
        }
    }

    /** A refusal, in the library's own words. */
    void refused(StetException refusal) {
        String words = refusal.getMessage();
        String sign = "✗ ";
        for (String line : Terminal.wrapped(words, Terminal.WIDTH - MARGIN - sign.length())) {
            terminal.line(" ".repeat(MARGIN) + terminal.paint(Ink.RED, sign + line));
            sign = "  ";
        }
    }

    /** What the story has to say beside. */
    void aside(String text) {
        for (String line : Terminal.wrapped(text, Terminal.WIDTH - MARGIN)) {
            terminal.line(" ".repeat(MARGIN) + marked(line));
        }
    }

    void blankLine() {
        terminal.blankLine();
    }

    /** One row of a list, cut where it is too long. */
    void row(String text) {
        terminal.line(" ".repeat(MARGIN) + marked(Terminal.fitted(text, Terminal.WIDTH - MARGIN)));
    }

    /** What changed, in lines: what went behind a minus, what came behind a plus. */
    void shows(Diff diff) {
        for (String line : UnifiedText.PLAIN.of(diff).lines().toList()) {
            String fitted = Terminal.fitted(line, Terminal.WIDTH - MARGIN);
            terminal.line(" ".repeat(MARGIN) + terminal.paint(ink(line), fitted));
        }
    }

    private static Ink ink(String line) {
        return switch (line.charAt(0)) {
            case '+' -> Ink.GREEN;
            case '-' -> Ink.RED;
            case '/', '@', '\\', ' ' -> Ink.FAINT;
            default -> Ink.BOLD;
        };
    }

    private String marked(String text) {
        return VERSION.matcher(text).replaceAll(found -> terminal.paint(Ink.BOLD, found.group()));
    }
}
