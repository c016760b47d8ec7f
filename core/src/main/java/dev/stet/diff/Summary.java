package dev.stet.diff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How much changed, as a list of versions shows it: names and numbers, nothing of the values.
 *
 * @param sections those that changed, sorted by UTF-16 code units; immutable
 */
public record Summary(List<SectionSummary> sections) {
    public Summary {
        sections = List.copyOf(sections);
    }

    static Summary of(List<SectionDiff> sections) {
        return new Summary(sections.stream().map(SectionSummary::of).toList());
    }

    /** In one line: {@code graph: 2 nodes moved; prompt: 3 lines; tools: +1 −0}. */
    @Override
    public String toString() {
        return sections.isEmpty()
                ? "unchanged"
                : sections.stream().map(SectionSummary::toString).collect(Collectors.joining("; "));
    }
}
