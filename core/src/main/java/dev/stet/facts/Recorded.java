package dev.stet.facts;

import dev.stet.access.AuditEntry;
import dev.stet.ref.DraftRef;

/** A change as it is on record. */
public record Recorded(AuditEntry entry, Receipt receipt) {
    /** The draft that it was about, at the revision it had right after. */
    public DraftRef draft() {
        return new DraftRef(
                entry.subject().draft().orElseThrow(),
                entry.subject().revision().orElseThrow());
    }

    /** Whether something changed. */
    public boolean changed() {
        return entry.changed();
    }
}
