package dev.stet.agent;

import dev.stet.access.Actor;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.ref.WorkspaceId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The configured thing, apart from its content.
 *
 * @param key its workspace and its id
 * @param name for people to read; need not be unique
 * @param description empty when there is none
 * @param kind selects the host's pipeline and content rules; empty for the registry's defaults
 * @param tags in the order of their UTF-16 code units
 * @param status whether it runs and can be worked on
 * @param revision counts the edits of name, description, kind, tags and status: the compare-and-set token of an edit
 * @param duplicatedFrom what it was copied from, where it was
 * @param createdBy who created it
 * @param createdAt when, in microseconds
 * @param updatedBy who last edited one of the members above
 * @param updatedAt when that was, in microseconds
 * @param head how far its whole history has come
 */
public record Agent(
        AgentKey key,
        String name,
        String description,
        String kind,
        NavigableSet<String> tags,
        AgentStatus status,
        long revision,
        Optional<Origin> duplicatedFrom,
        Actor createdBy,
        Instant createdAt,
        Actor updatedBy,
        Instant updatedAt,
        Head head) {
    private static final int SORTED_CODE_POINTS = 200;

    public Agent {
        tags = Collections.unmodifiableNavigableSet(new TreeSet<>(tags));
    }

    public AgentId id() {
        return key.agent();
    }

    public WorkspaceId workspace() {
        return key.workspace();
    }

    /** The name as lists search it: see {@link #foldName}. */
    public String foldedName() {
        return foldName(name);
    }

    /**
     * The name as lists sort it: the first {@value #SORTED_CODE_POINTS} code points of the {@link #foldedName()}. Names
     * that differ only beyond them stand in the order of their ids; an index could not hold names of any length.
     */
    public String sortName() {
        String folded = foldedName();
        return folded.codePointCount(0, folded.length()) <= SORTED_CODE_POINTS
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, SORTED_CODE_POINTS));
    }

    /**
     * A name with case and composition folded away (NFC, then lower case of the root locale). Lists by name compare
     * these by Unicode code point, and a search for name text looks for its own folded form in them, so that every
     * store agrees whatever its collation.
     */
    public static String foldName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    public Agent withHead(Head moved) {
        return new Agent(
                key,
                name,
                description,
                kind,
                tags,
                status,
                revision,
                duplicatedFrom,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt,
                moved);
    }
}
