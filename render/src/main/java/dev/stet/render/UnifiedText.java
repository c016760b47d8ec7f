package dev.stet.render;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Change;
import dev.stet.diff.Diff;
import dev.stet.diff.SectionDiff;
import dev.stet.diff.SectionSummary;
import dev.stet.diff.TextDiff;
import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Kind;
import dev.stet.diff.TextDiff.Line;
import dev.stet.diff.TextDiff.Span;
import dev.stet.shown.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A diff as text to read: for each section how much changed, then every change with its place, removed lines behind a minus
 * and added ones behind a plus. Of long texts only the changed lines and three around them are shown.
 *
 * <p>It shows values, also those that somebody may want kept from others. Characters that would steer a terminal or turn
 * the direction of text are written as escapes.
 */
public enum UnifiedText {
    /** Characters only. */
    PLAIN,
    /** With the colours that terminals know (ECMA-48); the words that changed inside of a line stand out. */
    COLOURED;

    /** The diff as text, each line ended by {@code \n}. */
    public String of(Diff diff) {
        StringBuilder text = new StringBuilder();
        try {
            write(diff, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes what {@link #of} returns. */
    public void write(Diff diff, Appendable out) throws IOException {
        new Writer(diff, out, this == COLOURED).write();
    }

    private enum Ink {
        HEADING("1"),
        PLACE("36"),
        REMOVED("31"),
        ADDED("32"),
        REMOVED_WORD("31", "7"),
        ADDED_WORD("32", "7");

        private final String sequence;

        Ink(String... codes) {
            this.sequence = "\u001b[" + String.join("m\u001b[", codes) + "m";
        }
    }

    private static final class Writer {
        private final Diff diff;
        private final Appendable out;
        private final boolean coloured;
        private final Labels before;
        private final Labels after;

        Writer(Diff diff, Appendable out, boolean coloured) {
            this.diff = diff;
            this.out = out;
            this.coloured = coloured;
            this.before = new Labels(diff.from(), diff.identities());
            this.after = new Labels(diff.to(), diff.identities());
        }

        void write() throws IOException {
            for (SectionDiff section : diff.sections()) {
                line(Ink.HEADING, SectionSummary.of(section).toString());
                for (Change change : section.changes()) {
                    write(change);
                }
            }
        }

        private void write(Change change) throws IOException {
            if (change instanceof Change.Added added) {
                place(added.to(), after, "added");
                value(Ink.ADDED, "+", added.value());
            } else if (change instanceof Change.Removed removed) {
                place(removed.from(), before, "removed");
                value(Ink.REMOVED, "-", removed.value());
            } else if (change instanceof Change.Moved moved) {
                place(moved.to(), after, "moved from " + Shown.line(moved.from().toString()));
            } else {
                write((Change.Replaced) change);
            }
        }

        private void write(Change.Replaced replaced) throws IOException {
            boolean elsewhere = !replaced.from().equals(replaced.to());
            place(
                    replaced.to(),
                    after,
                    elsewhere ? "was " + Shown.line(replaced.from().toString()) : "");
            if (replaced.text().isPresent()) {
                TextDiff text = replaced.text().get();
                for (Passage passage : Passage.of(text)) {
                    write(text, passage);
                }
            } else {
                value(Ink.REMOVED, "-", replaced.before());
                value(Ink.ADDED, "+", replaced.after());
            }
        }

        private void write(TextDiff text, Passage passage) throws IOException {
            line(
                    Ink.PLACE,
                    "@@ -%d,%d +%d,%d @@"
                            .formatted(
                                    passage.from() + 1,
                                    passage.fromEnd() - passage.from(),
                                    passage.to() + 1,
                                    passage.toEnd() - passage.to()));
            int next = passage.from();
            for (Hunk hunk : passage.hunks()) {
                around(text.from().subList(next, hunk.before()));
                lines(hunk.removed(), "-", Ink.REMOVED, Ink.REMOVED_WORD);
                lines(hunk.added(), "+", Ink.ADDED, Ink.ADDED_WORD);
                next = Passage.end(hunk);
            }
            around(text.from().subList(next, passage.fromEnd()));
        }

        private void around(List<String> lines) throws IOException {
            for (String line : lines) {
                out.append(' ').append(shown(line)).append('\n');
            }
        }

        private void lines(List<Line> lines, String sign, Ink ink, Ink word) throws IOException {
            for (Line line : lines) {
                paint(ink, sign);
                for (Span span : line.spans()) {
                    paint(span.kind() == Kind.SAME ? ink : word, shown(span.text()));
                }
                out.append('\n');
                if (!line.text().endsWith("\n")) {
                    out.append("\\ no line break here\n");
                }
            }
        }

        private void value(Ink ink, String sign, JsonValue value) throws IOException {
            for (String line : PrettyJson.lines(value)) {
                line(ink, sign + Shown.text(line));
            }
        }

        private void place(JsonPointer place, Labels labels, String what) throws IOException {
            List<String> names = labels.of(place);
            String called = names.isEmpty() ? "" : " (" + Shown.line(String.join(" › ", names)) + ")";
            line(Ink.PLACE, Shown.line(place.toString()) + called + (what.isEmpty() ? "" : " " + what));
        }

        private void line(Ink ink, String text) throws IOException {
            paint(ink, text);
            out.append('\n');
        }

        private void paint(Ink ink, String text) throws IOException {
            if (coloured && !text.isEmpty()) {
                out.append(ink.sequence).append(text).append("\u001b[0m");
            } else {
                out.append(text);
            }
        }

        private static String shown(String line) {
            return Shown.text(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
        }
    }
}
