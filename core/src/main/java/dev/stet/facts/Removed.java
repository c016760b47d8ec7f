package dev.stet.facts;

import dev.stet.content.ContentHash;
import dev.stet.ref.DraftRef;
import java.util.List;

/**
 * The rows of an agent that a change deletes. Each is there, and is deleted by its key and nothing else: whether something
 * that stays needs it is decided before, not by the store.
 *
 * @param versions by number
 * @param revisions by draft and number; the draft itself stays
 * @param contents by hash
 */
public record Removed(List<Long> versions, List<DraftRef> revisions, List<ContentHash> contents) {
    private static final Removed NOTHING = new Removed(List.of(), List.of(), List.of());

    public Removed {
        versions = List.copyOf(versions);
        revisions = List.copyOf(revisions);
        contents = List.copyOf(contents);
    }

    public static Removed nothing() {
        return NOTHING;
    }

    /** How many rows. */
    public int size() {
        return versions.size() + revisions.size() + contents.size();
    }
}
