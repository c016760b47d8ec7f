package dev.stet.rules;

import dev.stet.draft.DraftRevision;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Keep;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why the versions and the draft revisions of an agent stay. */
final class Keeping {
    private final History history;
    private final RetentionPolicy policy;
    private final Instant at;

    Keeping(History history, RetentionPolicy policy, Instant at) {
        this.history = history;
        this.policy = policy;
        this.at = at;
    }

    /** By version, in the order of the history; no reasons where one may go. */
    Map<Version, Set<Reason>> versions() {
        Set<Long> serving = history.environments().stream()
                .flatMap(environment -> environment.version().stream().boxed())
                .collect(Collectors.toSet());
        Set<Long> bases = history.openDrafts()
                .flatMap(draft -> draft.base().stream().boxed())
                .collect(Collectors.toSet());
        Map<Version, Set<Reason>> reasons = new LinkedHashMap<>();
        int archived = 0;
        for (Version version : history.versions()) {
            Set<Reason> why = version.archived()
                    ? byPolicy(policy.archived(), archived++, version.publishedAt())
                    : EnumSet.of(Reason.NOT_ARCHIVED);
            add(why, Reason.LATEST, version.number() == history.agent().head().latestVersion());
            add(why, Reason.SERVES, serving.contains(version.number()));
            add(why, Reason.SERVED, history.served().contains(version.number()));
            add(why, Reason.PINNED, version.pinned());
            add(why, Reason.LABELLED, !version.label().isEmpty());
            add(why, Reason.BASE_OF_OPEN_DRAFT, bases.contains(version.number()));
            reasons.put(version, why);
        }
        return reasons;
    }

    /**
     * By draft revision, in the order of the history; no reasons where one may go.
     *
     * @param staying the versions that stay
     */
    Map<DraftRevision, Set<Reason>> revisions(List<Version> staying) {
        Set<DraftRef> current = refs(history.drafts(), draft -> Optional.of(draft.ref()));
        Set<DraftRef> published =
                refs(staying, version -> Optional.of(version.lineage().draft()));
        Set<DraftRef> forked =
                refs(history.openDrafts().toList(), draft -> draft.lineage().forkedFrom());
        Map<DraftId, Integer> ranks = new HashMap<>();
        Map<DraftRevision, Set<Reason>> reasons = new LinkedHashMap<>();
        for (DraftRevision revision : history.revisions()) {
            int rank = ranks.merge(revision.draft(), 1, Integer::sum) - 1;
            Set<Reason> why = byPolicy(policy.revisions(), rank, revision.at());
            add(why, Reason.CURRENT, current.contains(revision.ref()));
            add(why, Reason.PUBLISHED, published.contains(revision.ref()));
            add(why, Reason.FORKED, forked.contains(revision.ref()));
            reasons.put(revision, why);
        }
        return reasons;
    }

    private Set<Reason> byPolicy(Optional<Keep> keep, int rank, Instant made) {
        Set<Reason> why = EnumSet.noneOf(Reason.class);
        if (keep.isEmpty()) {
            why.add(Reason.ALL_KEPT);
        } else {
            add(why, Reason.AMONG_NEWEST, rank < keep.get().newest());
            add(why, Reason.YOUNG, made.isAfter(at.minus(keep.get().youngerThan())));
        }
        return why;
    }

    private static <T> Set<DraftRef> refs(List<T> rows, Function<T, Optional<DraftRef>> ref) {
        return rows.stream().flatMap(row -> ref.apply(row).stream()).collect(Collectors.toCollection(HashSet::new));
    }

    private static void add(Set<Reason> why, Reason reason, boolean applies) {
        if (applies) {
            why.add(reason);
        }
    }
}
