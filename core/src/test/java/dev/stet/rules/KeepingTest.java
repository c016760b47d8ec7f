package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftStatus;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Keep;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionPolicy;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Why each version and each draft revision stays. */
final class KeepingTest {
    private static final RetentionPolicy NOTHING =
            RetentionPolicy.keepingAll().archivedVersions(Keep.newest(0)).draftRevisions(Keep.newest(0));
    private static final Instant LATER = Past.day(99);

    private static Map<Long, Set<Reason>> versions(Past past, RetentionPolicy policy, Instant at) {
        return new Keeping(past.history(), policy, at)
                .versions().entrySet().stream()
                        .collect(Collectors.toMap(row -> row.getKey().number(), Map.Entry::getValue));
    }

    private static Map<String, Set<Reason>> revisions(
            Past past, RetentionPolicy policy, Instant at, List<Version> staying) {
        return new Keeping(past.history(), policy, at)
                .revisions(staying).entrySet().stream()
                        .collect(Collectors.toMap(row -> text(row.getKey().ref()), Map.Entry::getValue));
    }

    private static String text(DraftRef ref) {
        return ref.id() + " " + ref.revision();
    }

    @Test
    void aVersionStaysForEachOfItsReasons() {
        DraftLineage onFirst = DraftLineage.onVersion(1);
        Past past = new Past()
                .archived("d", 1)
                .archived("d", 2)
                .archived("d", 3)
                .version("d", 4, "", true, true)
                .version("d", 5, "best", false, true)
                .archived("d", 6)
                .version("d", 7, "", false, false)
                .archived("d", 8)
                .draft("open", 1, DraftStatus.OPEN, DraftLineage.onVersion(6))
                .draft("discarded", 1, DraftStatus.DISCARDED, onFirst)
                .draft("published", 1, DraftStatus.PUBLISHED, onFirst)
                .serves("live", 2)
                .served(3);
        assertEquals(
                Map.of(
                        1L, Set.of(),
                        2L, Set.of(Reason.SERVES),
                        3L, Set.of(Reason.SERVED),
                        4L, Set.of(Reason.PINNED),
                        5L, Set.of(Reason.LABELLED),
                        6L, Set.of(Reason.BASE_OF_OPEN_DRAFT),
                        7L, Set.of(Reason.NOT_ARCHIVED),
                        8L, Set.of(Reason.LATEST)),
                versions(past, NOTHING, LATER));
    }

    @Test
    void allReasonsThatApplyAreTold() {
        Past past = new Past()
                .version("d", 1, "best", true, false)
                .draft("open", 1, DraftStatus.OPEN, DraftLineage.onVersion(1))
                .serves("live", 1)
                .served(1);
        assertEquals(
                Set.of(
                        Reason.LATEST,
                        Reason.SERVES,
                        Reason.SERVED,
                        Reason.PINNED,
                        Reason.LABELLED,
                        Reason.BASE_OF_OPEN_DRAFT,
                        Reason.NOT_ARCHIVED),
                versions(past, NOTHING, LATER).get(1L));
    }

    @Test
    void aPolicyThatSaysNothingKeepsAll() {
        Past past = new Past().archived("d", 1).draft("d", 2, DraftStatus.OPEN, DraftLineage.none());
        RetentionPolicy all = RetentionPolicy.keepingAll();
        assertEquals(
                Set.of(Reason.LATEST, Reason.ALL_KEPT),
                versions(past, all, LATER).get(1L));
        assertEquals(
                Map.of("d 1", Set.of(Reason.ALL_KEPT), "d 2", Set.of(Reason.ALL_KEPT, Reason.CURRENT)),
                revisions(past, all, LATER, List.of()));
    }

    /** Only what is archived counts among the newest of that. */
    @Test
    void theNewestAreCountedAmongThoseThatMayGo() {
        Past past = new Past()
                .archived("d", 1)
                .archived("d", 2)
                .version("d", 3, "", false, false)
                .archived("d", 4)
                .version("d", 5, "", false, false);
        RetentionPolicy two = NOTHING.archivedVersions(Keep.newest(2));
        assertEquals(
                Map.of(
                        1L, Set.of(),
                        2L, Set.of(Reason.AMONG_NEWEST),
                        3L, Set.of(Reason.NOT_ARCHIVED),
                        4L, Set.of(Reason.AMONG_NEWEST),
                        5L, Set.of(Reason.NOT_ARCHIVED, Reason.LATEST)),
                versions(past, two, LATER));
    }

    @Test
    void whatIsExactlyAsOldAsTheAgeMayGo() {
        Past past = new Past().archived("d", 1).archived("d", 2);
        RetentionPolicy days = NOTHING.archivedVersions(Keep.young(Duration.ofDays(3)));
        assertEquals(Set.of(), versions(past, days, Past.day(4)).get(1L));
        assertEquals(
                Set.of(Reason.YOUNG),
                versions(past, days, Past.day(4).minusNanos(1_000)).get(1L));
        assertEquals(Set.of(), versions(past, NOTHING, Past.day(1)).get(1L));
    }

    @Test
    void aRevisionStaysForEachOfItsReasons() {
        DraftLineage fork = new DraftLineage(
                OptionalLong.empty(), Optional.of(DraftRef.of("d", 3)), OptionalLong.empty(), Optional.empty());
        DraftLineage closed = new DraftLineage(
                OptionalLong.empty(), Optional.of(DraftRef.of("d", 4)), OptionalLong.empty(), Optional.empty());
        Past past = new Past()
                .draft("d", 5, DraftStatus.DISCARDED, DraftLineage.none())
                .draft("open", 2, DraftStatus.OPEN, fork)
                .draft("discarded", 1, DraftStatus.DISCARDED, closed)
                .archived("d", 1)
                .archived("d", 2);
        List<Version> staying = past.history().versions().subList(0, 1);
        assertEquals(
                Map.of(
                        "d 1", Set.of(),
                        "d 2", Set.of(Reason.PUBLISHED),
                        "d 3", Set.of(Reason.FORKED),
                        "d 4", Set.of(),
                        "d 5", Set.of(Reason.CURRENT),
                        "open 1", Set.of(),
                        "open 2", Set.of(Reason.CURRENT),
                        "discarded 1", Set.of(Reason.CURRENT)),
                revisions(past, NOTHING, LATER, staying));
    }

    @Test
    void theNewestRevisionsAreCountedByDraft() {
        Past past = new Past()
                .draft("one", 3, DraftStatus.OPEN, DraftLineage.none())
                .draft("two", 2, DraftStatus.OPEN, DraftLineage.none());
        RetentionPolicy two = NOTHING.draftRevisions(Keep.newest(2).andYoungerThan(Duration.ofDays(1)));
        assertEquals(
                Map.of(
                        "one 1", Set.of(),
                        "one 2", Set.of(Reason.AMONG_NEWEST),
                        "one 3", Set.of(Reason.AMONG_NEWEST, Reason.CURRENT),
                        "two 1", Set.of(Reason.AMONG_NEWEST),
                        "two 2", Set.of(Reason.AMONG_NEWEST, Reason.YOUNG, Reason.CURRENT)),
                revisions(past, two, Past.day(5), List.of()));
    }
}
