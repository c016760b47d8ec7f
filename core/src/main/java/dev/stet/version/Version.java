package dev.stet.version;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.VersionId;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * An immutable, numbered publication. Nothing of it ever changes but its {@link Annotation}.
 *
 * @param number 1, 2, 3 … per agent, without a gap, never given twice
 * @param id its other name, given by the host or generated
 * @param hash the hash of the snapshot it froze
 * @param size the snapshot's size in bytes, as compact UTF-8 JSON
 * @param changedSections which sections differ from its parent, in the order of their UTF-16 code units; for the first
 *     version, all of them
 * @param lineage where it comes from
 * @param publishedBy who published it
 * @param publishedAt when, in microseconds
 * @param annotation what may change
 */
public record Version(
        long number,
        VersionId id,
        ContentHash hash,
        int size,
        NavigableSet<String> changedSections,
        Lineage lineage,
        Actor publishedBy,
        Instant publishedAt,
        Annotation annotation) {
    public Version {
        changedSections = Collections.unmodifiableNavigableSet(new TreeSet<>(changedSections));
    }

    public String label() {
        return annotation.label();
    }

    public String description() {
        return annotation.description();
    }

    public boolean pinned() {
        return annotation.pinned();
    }

    public boolean archived() {
        return annotation.archived();
    }

    public Version withAnnotation(Annotation given) {
        return new Version(number, id, hash, size, changedSections, lineage, publishedBy, publishedAt, given);
    }
}
