package dev.stet.rules;

import dev.stet.content.ContentHash;
import dev.stet.draft.DraftRevision;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Removed;
import dev.stet.page.PageRevision;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The history of an agent, sorted by what stays of it and what may go. */
final class Sorted {
    /** The most rows that one step drops. */
    static final int MOST_ROWS = 1_000;

    /** The most of those that are versions and draft revisions: the rest is for contents. */
    static final int MOST_NAMED = 500;

    private final ContentWeb web;
    private final List<PageRevision> pages;
    private final Map<Version, Set<Reason>> versions;
    private final Map<DraftRevision, Set<Reason>> revisions;

    /** @param at the time that ages are told from */
    Sorted(History history, RetentionPolicy policy, Instant at) {
        Keeping keeping = new Keeping(history, policy, at);
        web = new ContentWeb(history.contents());
        pages = history.pages();
        versions = keeping.versions();
        revisions = keeping.revisions(those(versions, true));
    }

    /** Why each version stays, newest first; no reasons where one goes. */
    Map<Version, Set<Reason>> versions() {
        return versions;
    }

    /** Why each draft revision stays, in the order of the history; no reasons where one goes. */
    Map<DraftRevision, Set<Reason>> revisions() {
        return revisions;
    }

    /** The contents that go once everything has gone that may. */
    List<ContentRow> unneeded() {
        return unneeded(those(versions, false), those(revisions, false));
    }

    /** The first step: the oldest versions, then the oldest revisions, and the contents that nothing needs then. */
    Step step() {
        List<Version> oldVersions = oldest(those(versions, false), MOST_NAMED);
        List<DraftRevision> oldRevisions = oldest(those(revisions, false), MOST_NAMED - oldVersions.size());
        int named = oldVersions.size() + oldRevisions.size();
        List<ContentRow> contents = unneeded(oldVersions, oldRevisions).stream()
                .limit(MOST_ROWS - named)
                .toList();
        Removed removed = new Removed(
                oldVersions.stream().map(Version::number).toList(),
                oldRevisions.stream().map(DraftRevision::ref).toList(),
                contents.stream().map(ContentRow::hash).toList());
        int all = those(versions, false).size() + those(revisions, false).size();
        return new Step(
                removed,
                bytes(contents),
                named < all || contents.size() < unneeded().size());
    }

    /**
     * What one step drops.
     *
     * @param bytes how many bytes its contents are stored in
     * @param more whether that is not all that may go
     */
    record Step(Removed removed, long bytes, boolean more) {
        RetentionOutcome outcome() {
            return new RetentionOutcome(
                    removed.versions().size(),
                    removed.revisions().size(),
                    removed.contents().size(),
                    bytes,
                    more);
        }
    }

    /** How many bytes some contents are stored in. */
    static long bytes(List<ContentRow> rows) {
        return rows.stream().mapToLong(ContentRow::length).sum();
    }

    private List<ContentRow> unneeded(List<Version> withoutVersions, List<DraftRevision> withoutRevisions) {
        Set<Version> goneVersions = new HashSet<>(withoutVersions);
        Set<DraftRevision> goneRevisions = new HashSet<>(withoutRevisions);
        Set<ContentHash> named = new HashSet<>();
        pages.forEach(page -> named.addAll(List.of(page.variables(), page.schema())));
        versions.keySet().stream().filter(row -> !goneVersions.contains(row)).forEach(row -> named.add(row.hash()));
        revisions.keySet().stream().filter(row -> !goneRevisions.contains(row)).forEach(row -> named.add(row.hash()));
        return web.unneeded(named);
    }

    private static <R> List<R> those(Map<R, Set<Reason>> rows, boolean staying) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().isEmpty() != staying)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <R> List<R> oldest(List<R> newestFirst, int limit) {
        List<R> rows = new ArrayList<>(newestFirst);
        Collections.reverse(rows);
        return rows.subList(0, Math.min(limit, rows.size()));
    }
}
