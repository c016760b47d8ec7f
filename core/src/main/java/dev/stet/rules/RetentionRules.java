package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.content.ContentHash;
import dev.stet.draft.DraftRevision;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Removed;
import dev.stet.page.PageRevision;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Fate;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What may go of an agent's history. */
public final class RetentionRules {
    /** The most rows that one step deletes. */
    public static final int MOST_ROWS = 1_000;

    /** The most of those that are versions and draft revisions: the rest is for contents. */
    static final int MOST_NAMED = 500;

    private static final String VERSIONS = "versions";
    private static final String NUMBERS = "version numbers";
    private static final String REVISIONS = "draft revisions";
    private static final String CONTENTS = "contents";
    private static final String BYTES = "bytes";
    private static final String MORE = "more to go";

    private RetentionRules() {}

    /**
     * The time that ages are told from: that of the agent's last change, or what the clock says where that is earlier. No clock
     * that is ahead makes anything older.
     */
    public static Instant timeOf(Agent agent, Instant now) {
        return Stamp.ofAges(agent.head(), now);
    }

    /** What becomes of each version and draft revision. */
    public static RetentionPlan plan(History history, RetentionPolicy policy, Instant at) {
        Sorted sorted = new Sorted(history, policy, at);
        List<ContentRow> gone = sorted.unneeded();
        Map<ContentHash, Integer> unclaimed = new HashMap<>();
        gone.forEach(row -> unclaimed.put(row.hash(), row.length()));
        List<Fate<Long>> versions = fates(sorted.versions, Version::number, Version::hash, unclaimed);
        List<Fate<DraftRef>> revisions = fates(sorted.revisions, DraftRevision::ref, DraftRevision::hash, unclaimed);
        return new RetentionPlan(
                history.agent().key(),
                history.agent().head().revision(),
                at,
                policy,
                versions,
                revisions,
                gone.size(),
                bytes(gone),
                sorted.step().more());
    }

    /**
     * Drops what may go, or the oldest of it where that is more than one step takes.
     *
     * @param at the time that ages are told from
     */
    public static Decision<RetentionOutcome> apply(History history, RetentionPolicy policy, Instant at, Call call) {
        AgentRules.requireEditable(history.agent());
        Step step = new Sorted(history, policy, at).step();
        Transition transition = Transition.of(history.agent(), call);
        RetentionOutcome outcome = step.outcome();
        if (step.removed().size() == 0) {
            return transition.unchanged(Action.APPLY_RETENTION, history.agent(), outcome);
        }
        transition.remove(step.removed());
        transition.record(VERSIONS, gone(outcome.versions()));
        transition.record(NUMBERS, gone(ranges(step.removed().versions())));
        transition.record(REVISIONS, gone(outcome.revisions()));
        transition.record(CONTENTS, gone(outcome.contents()));
        transition.record(BYTES, gone(outcome.bytes()));
        transition.record(MORE, Change.to(outcome.more()));
        return transition.changed(Action.APPLY_RETENTION, history.agent(), outcome);
    }

    /** What an earlier step dropped, as it is on record. */
    public static RetentionOutcome told(AuditEntry entry) {
        return new RetentionOutcome(
                number(entry, VERSIONS),
                number(entry, REVISIONS),
                number(entry, CONTENTS),
                number(entry, BYTES),
                Optional.ofNullable(entry.changes().get(MORE))
                        .flatMap(change -> change.to())
                        .map(Boolean::valueOf)
                        .orElse(false));
    }

    private static long number(AuditEntry entry, String what) {
        return Optional.ofNullable(entry.changes().get(what))
                .flatMap(Change::from)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Change gone(Object what) {
        return new Change(Optional.of(what.toString()), Optional.empty());
    }

    /** Rising numbers in short: {@code "1-7, 9"}. */
    private static String ranges(List<Long> numbers) {
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < numbers.size(); ) {
            int last = first;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(numbers.get(first));
            text.append(last > first ? "-" + numbers.get(last) : "");
            first = last + 1;
        }
        return text.toString();
    }

    private static <R, T> List<Fate<T>> fates(
            Map<R, Set<Reason>> rows,
            Function<R, T> name,
            Function<R, ContentHash> hash,
            Map<ContentHash, Integer> unclaimed) {
        List<Fate<T>> fates = new ArrayList<>();
        rows.forEach((row, reasons) -> {
            Optional<Integer> bytes =
                    reasons.isEmpty() ? Optional.ofNullable(unclaimed.remove(hash.apply(row))) : Optional.empty();
            fates.add(new Fate<>(name.apply(row), reasons, bytes.orElse(0)));
        });
        return fates;
    }

    private static long bytes(List<ContentRow> rows) {
        return rows.stream().mapToLong(ContentRow::length).sum();
    }

    /** What one step drops. */
    private record Step(Removed removed, long bytes, boolean more) {
        RetentionOutcome outcome() {
            return new RetentionOutcome(
                    removed.versions().size(),
                    removed.revisions().size(),
                    removed.contents().size(),
                    bytes,
                    more);
        }
    }

    /** A history, with what stays of it and what goes. */
    private static final class Sorted {
        private final ContentWeb web;
        private final List<PageRevision> pages;
        private final Map<Version, Set<Reason>> versions;
        private final Map<DraftRevision, Set<Reason>> revisions;

        Sorted(History history, RetentionPolicy policy, Instant at) {
            Keeping keeping = new Keeping(history, policy, at);
            web = new ContentWeb(history.contents());
            pages = history.pages();
            versions = keeping.versions();
            revisions = keeping.revisions(those(versions, true));
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

        private List<ContentRow> unneeded(List<Version> withoutVersions, List<DraftRevision> withoutRevisions) {
            Set<Version> goneVersions = new HashSet<>(withoutVersions);
            Set<DraftRevision> goneRevisions = new HashSet<>(withoutRevisions);
            Set<ContentHash> named = new HashSet<>();
            pages.forEach(page -> named.addAll(List.of(page.variables(), page.schema())));
            versions.keySet().stream()
                    .filter(row -> !goneVersions.contains(row))
                    .forEach(row -> named.add(row.hash()));
            revisions.keySet().stream()
                    .filter(row -> !goneRevisions.contains(row))
                    .forEach(row -> named.add(row.hash()));
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
}
