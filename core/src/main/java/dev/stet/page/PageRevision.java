package dev.stet.page;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.PageRef;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One state a config page was in. Never changes.
 *
 * @param environment whose
 * @param number 1, 2, 3 … per page without a gap
 * @param cause how it came to be
 * @param source the revision that was restored, or the page that was copied
 * @param variables the hash of the variables; where a caller is shown a revision, of those that it may see
 * @param schema the hash of the schema
 * @param changedVariables which variables differ from the revision before it, by their names in the order of their UTF-16
 *     code units; for the first revision, all of them; none where only the schema changed
 * @param by who
 * @param at when, in microseconds
 */
public record PageRevision(
        String environment,
        long number,
        Cause cause,
        Optional<PageRef> source,
        ContentHash variables,
        ContentHash schema,
        NavigableSet<String> changedVariables,
        Actor by,
        Instant at) {
    /** How a revision came to be. */
    public enum Cause {
        EDITED,
        /** An earlier revision of the same page was brought back. */
        RESTORED,
        /** The page of another environment was taken over. */
        COPIED
    }

    public PageRevision {
        changedVariables = Collections.unmodifiableNavigableSet(new TreeSet<>(changedVariables));
    }

    /** The same with the hash of other variables. */
    public PageRevision withVariables(ContentHash hash) {
        return new PageRevision(environment, number, cause, source, hash, schema, changedVariables, by, at);
    }

    public PageRef ref() {
        return new PageRef(environment, number);
    }
}
