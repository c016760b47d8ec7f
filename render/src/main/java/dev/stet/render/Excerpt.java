package dev.stet.render;

import dev.stet.diff.TextDiff.Kind;
import dev.stet.diff.TextDiff.Line;
import dev.stet.diff.TextDiff.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a line that are shown. All of a short line is; of a long one, what changed and some characters on each side of it,
 * with the number of those that are left out in between. However long a line is, no more than {@value #MOST} characters are shown.
 *
 * <p>Values in messages of the core are cut by another rule: there nothing must be seen, here what changed must.
 */
final class Excerpt {

    /**
     * A part of what is shown.
     *
     * @param kind whether the other side has it, too
     * @param text what is shown; empty where something is left out
     * @param leftOut how many characters are left out here
     */
    record Part(Kind kind, String text, long leftOut) {}

    /** The most characters of one line that are shown. */
    private static final int MOST = 100_000;

    /** The most of one stretch that changed, and how much is shown of one that is longer: of its beginning, and of its end. */
    private static final int MOST_CHANGED = 50_000;

    private static final int HEAD = 20_000;
    private static final int TAIL = 5_000;

    private final int around;
    private final List<Part> parts = new ArrayList<>();
    private long room = MOST;

    private Excerpt(int around) {
        this.around = around;
    }

    /**
     * The parts of a line that are shown.
     *
     * @param around how many characters of what stayed are shown on each side of what changed
     */
    static List<Part> of(List<Span> spans, int around) {
        Excerpt excerpt = new Excerpt(around);
        for (int i = 0; i < spans.size() && excerpt.room > 0; i++) {
            excerpt.add(spans, i);
        }
        long shown = excerpt.parts.stream()
                .mapToLong(part -> part.text().length() + part.leftOut())
                .sum();
        long all = spans.stream().mapToLong(span -> span.text().length()).sum();
        if (shown < all) {
            excerpt.parts.add(new Part(Kind.SAME, "", all - shown));
        }
        return excerpt.parts;
    }

    /** A line of which all stayed. */
    static List<Part> ofSame(String line, int around) {
        return of(List.of(new Span(Kind.SAME, line)), around);
    }

    /** A line that the other side has not. */
    static List<Part> ofChanged(String line, int around) {
        return of(List.of(new Span(Kind.CHANGED, line)), around);
    }

    static List<Part> of(Line line, int around) {
        return of(line.spans(), around);
    }

    private void add(List<Span> spans, int index) {
        Span span = spans.get(index);
        if (span.kind() == Kind.CHANGED) {
            cut(span, MOST_CHANGED, HEAD, TAIL);
        } else if (spans.size() == 1) {
            cut(span, 8 * around, 3 * around, around);
        } else if (index == 0) {
            cut(span, 3 * around, 0, around);
        } else if (index == spans.size() - 1) {
            cut(span, 3 * around, around, 0);
        } else {
            cut(span, 4 * around, around, around);
        }
    }

    private void cut(Span span, int most, int head, int tail) {
        String text = span.text();
        if (text.length() <= most) {
            show(span.kind(), text);
            return;
        }
        int headEnd = border(text, head);
        int tailStart = border(text, text.length() - tail);
        show(span.kind(), text.substring(0, headEnd));
        parts.add(new Part(span.kind(), "", tailStart - headEnd));
        show(span.kind(), text.substring(tailStart));
    }

    private void show(Kind kind, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text, 0));
            room -= text.length();
        }
    }

    private static int border(String text, int at) {
        boolean splits =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return splits ? at - 1 : at;
    }
}
