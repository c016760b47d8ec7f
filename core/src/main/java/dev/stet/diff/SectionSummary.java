package dev.stet.diff;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much changed in one section.
 *
 * @param section its name
 * @param whole whether the section itself came or went
 * @param added how many members and elements were added; 1 for a section that came
 * @param removed how many were removed; 1 for a section that went
 * @param renamed how many members are there under another name
 * @param moved how many elements moved, by the name of their array, immutable; by its index where it has none
 * @param lines how many lines changed in long texts
 * @param values how many other values were replaced
 */
public record SectionSummary(
        String section,
        boolean whole,
        int added,
        int removed,
        int renamed,
        NavigableMap<String, Integer> moved,
        int lines,
        int values) {

    private static final Pattern PLAIN = Pattern.compile("(?![-+@/ ])[^:;\"\\\\]+(?<! )");

    public SectionSummary {
        moved = Collections.unmodifiableNavigableMap(new TreeMap<>(moved));
    }

    /** Counts what changed. */
    public static SectionSummary of(SectionDiff diff) {
        int added = 0;
        int removed = 0;
        int renamed = 0;
        NavigableMap<String, Integer> moved = new TreeMap<>();
        int lines = 0;
        int values = 0;
        boolean whole = false;
        for (Change change : diff.changes()) {
            whole |= change.at().tokens().size() == 1;
            if (change instanceof Change.Added) {
                added++;
            } else if (change instanceof Change.Removed) {
                removed++;
            } else if (change instanceof Change.Renamed) {
                renamed++;
            } else if (change instanceof Change.Moved) {
                moved.merge(arrayName(change.at()), 1, Integer::sum);
            } else {
                int inText = lines((Change.Replaced) change);
                lines += inText;
                values += inText == 0 ? 1 : 0;
            }
        }
        return new SectionSummary(
                diff.section(), whole && added + removed > 0, added, removed, renamed, moved, lines, values);
    }

    private static int lines(Change.Replaced change) {
        boolean text = change.before() instanceof JsonString one
                && change.after() instanceof JsonString other
                && (TextDiff.isLong(one.value()) || TextDiff.isLong(other.value()));
        return text
                ? TextDiff.changedLines(((JsonString) change.before()).value(), ((JsonString) change.after()).value())
                : 0;
    }

    private static String arrayName(JsonPointer element) {
        List<String> tokens = element.tokens();
        return tokens.get(tokens.size() - 2);
    }

    /**
     * In words, on one line: {@code prompt: 3 lines}, {@code tools: +1 −0}, {@code graph: 2 nodes moved}. A name that could be taken
     * for more than a name stands in quotation marks.
     */
    @Override
    public String toString() {
        return (PLAIN.matcher(section).matches() ? Shown.line(section) : Shown.quoted(section)) + ": " + amount();
    }

    /** The same without the name of the section. */
    public String amount() {
        if (whole) {
            return added > 0 ? "added" : "removed";
        }
        List<String> parts = new ArrayList<>();
        if (added + removed > 0) {
            parts.add("+" + added + " −" + removed);
        }
        if (renamed > 0) {
            parts.add(renamed + " renamed");
        }
        if (!moved.isEmpty()) {
            parts.add(moved.entrySet().stream()
                    .map(each -> movedElements(each.getKey(), each.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        if (lines > 0) {
            parts.add(lines + (lines == 1 ? " line" : " lines"));
        }
        if (values > 0) {
            parts.add(values + (values == 1 ? " value" : " values"));
        }
        return String.join(", ", parts);
    }

    private String movedElements(String array, int count) {
        if (array.equals(section)) {
            return count + " moved";
        }
        return count + (count == 1 ? " of " : " ") + Shown.line(array) + " moved";
    }
}
