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
import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A diff as text to read: for each section how much changed, then every change with its place and what people call what stands
 * there, removed lines behind a minus and added ones behind a plus. Of long texts only the changed lines and three around them
 * are shown.
 *
 * <p>In a long line what changed is marked, {@code [-so-]} where it was removed and <code>{+so+}</code> where it was added, and
 * of what stayed only the surroundings are shown: {@code [… 312 characters …]} stands for the rest. Where the text itself has
 * such marks, a backslash stands before them.
 *
 * <p>It shows values, also those that somebody may want kept from others. No text of the contents begins a line of its own, and
 * what nobody would see is written as an escape: see {@link Shown}.
 */
public enum UnifiedText {
    /** Characters only. */
    PLAIN,
    /** With the colours that terminals know (ECMA-48); the words that changed inside of a line stand out. */
    COLOURED;

    /** From so many characters on, what changed in a line is marked. */
    private static final int LONG = 80;

    /** How many characters of a long line are shown on each side of what changed in it. */
    private static final int AROUND = 60;

    private static final Pattern MARK = Pattern.compile("\\[-|-]|\\{\\+|\\+}|\\[…");

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
        Given.the("diff", diff);
        new Writer(diff, Given.the("text's destination", out), this == COLOURED).write();
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

    /** A side of a text: its sign, and how words that only it has are painted and marked. */
    private enum Hand {
        REMOVED("-", Ink.REMOVED, Ink.REMOVED_WORD, "[-", "-]"),
        ADDED("+", Ink.ADDED, Ink.ADDED_WORD, "{+", "+}");

        private final String sign;
        private final Ink ink;
        private final Ink word;
        private final String open;
        private final String close;

        Hand(String sign, Ink ink, Ink word, String open, String close) {
            this.sign = sign;
            this.ink = ink;
            this.word = word;
            this.open = open;
            this.close = close;
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
                value(Hand.ADDED, added.value());
            } else if (change instanceof Change.Removed removed) {
                place(removed.from(), before, "removed");
                value(Hand.REMOVED, removed.value());
            } else if (change instanceof Change.Renamed renamed) {
                place(renamed.to(), after, "renamed from " + renamed.from());
            } else if (change instanceof Change.Moved moved) {
                place(moved.to(), after, "moved from " + moved.from());
            } else {
                write((Change.Replaced) change);
            }
        }

        private void write(Change.Replaced replaced) throws IOException {
            boolean elsewhere = !replaced.from().equals(replaced.to());
            place(replaced.to(), after, elsewhere ? "was " + replaced.from() : "");
            Optional<TextDiff> text = replaced.text();
            if (text.isPresent()) {
                for (Passage passage : Passage.of(text.get())) {
                    write(text.get(), passage);
                }
            } else {
                value(Hand.REMOVED, replaced.before());
                value(Hand.ADDED, replaced.after());
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
                for (Row row : Row.of(hunk)) {
                    if (row.same()) {
                        around(List.of(row.removed().get(0).text()));
                    } else {
                        lines(row.removed(), Hand.REMOVED, !row.endsAlike());
                        lines(row.added(), Hand.ADDED, !row.endsAlike());
                    }
                }
                next = Passage.end(hunk);
            }
            around(text.from().subList(next, passage.fromEnd()));
        }

        private void around(List<String> lines) throws IOException {
            for (String line : lines) {
                out.append(' ');
                for (Excerpt.Part part : Excerpt.ofSame(line, AROUND)) {
                    out.append(part.leftOut() > 0 ? leftOut(part) : shown(part.text()));
                }
                out.append('\n');
            }
        }

        private void lines(List<Line> lines, Hand hand, boolean tellsEnd) throws IOException {
            for (Line line : lines) {
                paint(hand.ink, hand.sign);
                boolean marked = line.isMarked() && line.isLongerThan(LONG);
                for (Excerpt.Part part : Excerpt.of(line, AROUND)) {
                    part(part, hand, line.isMarked(), marked);
                }
                out.append('\n');
                if (tellsEnd && !line.endsWithBreak()) {
                    out.append("\\ no line break here\n");
                }
            }
        }

        private void part(Excerpt.Part part, Hand hand, boolean painted, boolean marked) throws IOException {
            String text = shown(part.text());
            String safe = marked ? MARK.matcher(text).replaceAll("\\\\$0") : text;
            if (part.leftOut() > 0) {
                out.append(leftOut(part));
            } else if (part.kind() == Kind.SAME || !painted) {
                paint(hand.ink, safe);
            } else if (!text.isEmpty()) {
                paint(hand.word, marked ? hand.open + safe + hand.close : safe);
            }
        }

        private static String leftOut(Excerpt.Part part) {
            return "[… " + part.leftOut() + " characters …]";
        }

        private void value(Hand hand, JsonValue value) throws IOException {
            for (String line : PrettyJson.lines(value)) {
                paint(hand.ink, hand.sign);
                for (Excerpt.Part part : Excerpt.ofChanged(line, AROUND)) {
                    part(part, hand, false, false);
                }
                out.append('\n');
            }
        }

        private void place(JsonPointer place, Labels labels, String what) throws IOException {
            List<String> names = labels.of(place);
            String called = names.isEmpty() ? "" : " (" + String.join(" › ", names) + ")";
            line(Ink.PLACE, place + called + (what.isEmpty() ? "" : " " + what));
        }

        private void line(Ink ink, String text) throws IOException {
            paint(ink, Shown.line(text));
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
