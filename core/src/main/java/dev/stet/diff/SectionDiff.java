package dev.stet.diff;

import java.util.List;

/**
 * What changed in one section.
 *
 * @param section its name
 * @param changes in the order of their places, names before others by their UTF-16 code units; of an array first what was
 *     removed, then by index in the later content what was added, moved or changed inside. Immutable, never empty
 */
public record SectionDiff(String section, List<Change> changes) {
    public SectionDiff {
        changes = List.copyOf(changes);
    }
}
