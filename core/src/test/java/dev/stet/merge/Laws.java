package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.Merge.Conflicted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for the merge of any three contents. */
final class Laws {
    private Laws() {}

    static Content clean(Merge merge) {
        return assertInstanceOf(Clean.class, merge, merge::toString).content();
    }

    static void hold(Content base, Content ours, Content theirs) {
        whoDidNothingChangesNothing(base, ours);
        whoDidNothingChangesNothing(base, theirs);
        Merge merge = Merge.of(base, ours, theirs);
        Merge mirrored = Merge.of(base, theirs, ours);
        sidesAreEqual(ours, theirs, merge, mirrored);
        everyConflictHasAnIdOfItsOwn(merge);
        resolutionsDoTheSameOnBothSides(merge, mirrored);
        oneByOneIsAllAtOnce(merge);
    }

    private static void whoDidNothingChangesNothing(Content base, Content other) {
        assertEquals(other, clean(Merge.of(base, base, other)));
        assertEquals(other, clean(Merge.of(base, other, base)));
        assertEquals(other, clean(Merge.of(base, other, other)));
    }

    private static void sidesAreEqual(Content ours, Content theirs, Merge merge, Merge mirrored) {
        if (merge instanceof Clean clean) {
            assertEquals(clean.content(), clean(mirrored));
            patchesLeadThere(ours, theirs, clean.content());
        }
        assertEquals(mirrored(merge.conflicts()), new HashSet<>(mirrored.conflicts()));
        assertEquals(
                merge.contributions().stream()
                        .filter(each -> each.by() != By.BOTH)
                        .map(Laws::mirrored)
                        .collect(Collectors.toSet()),
                mirrored.contributions().stream()
                        .filter(each -> each.by() != By.BOTH)
                        .collect(Collectors.toSet()));
    }

    /** What a merge brings to either side, as a patch, makes of that side the same content. */
    private static void patchesLeadThere(Content ours, Content theirs, Content merged) {
        for (Content side : List.of(ours, theirs)) {
            assertEquals(merged.root(), Diff.between(side, merged).patch().applyTo(side.root()));
        }
    }

    private static void everyConflictHasAnIdOfItsOwn(Merge merge) {
        Set<String> ids = merge.conflicts().stream().map(Conflict::id).collect(Collectors.toSet());
        assertEquals(merge.conflicts().size(), ids.size(), merge::toString);
    }

    private static void resolutionsDoTheSameOnBothSides(Merge merge, Merge mirrored) {
        assertEquals(
                clean(merge.resolve(Resolutions.all(Resolution.ours()))),
                clean(mirrored.resolve(Resolutions.all(Resolution.theirs()))));
        assertEquals(
                clean(merge.resolve(Resolutions.all(Resolution.theirs()))),
                clean(mirrored.resolve(Resolutions.all(Resolution.ours()))));
        assertEquals(
                clean(merge.resolve(Resolutions.all(Resolution.base()))),
                clean(mirrored.resolve(Resolutions.all(Resolution.base()))));
    }

    private static void oneByOneIsAllAtOnce(Merge merge) {
        Merge left = merge;
        while (left instanceof Conflicted) {
            int before = left.conflicts().size();
            left = left.resolve(Resolutions.none().with(left.conflicts().get(before / 2), Resolution.theirs()));
            assertEquals(before - 1, left.conflicts().size());
            assertTrue(merge.conflicts().containsAll(left.conflicts()));
        }
        assertEquals(clean(merge.resolve(Resolutions.all(Resolution.theirs()))), clean(left));
    }

    private static Set<Conflict> mirrored(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(each -> new Conflict(mirrored(each.kind()), each.base(), each.theirs(), each.ours()))
                .collect(Collectors.toSet());
    }

    private static Conflict.Kind mirrored(Conflict.Kind kind) {
        return switch (kind) {
            case REMOVED_BY_OURS -> Conflict.Kind.REMOVED_BY_THEIRS;
            case REMOVED_BY_THEIRS -> Conflict.Kind.REMOVED_BY_OURS;
            default -> kind;
        };
    }

    private static Contribution mirrored(Contribution contribution) {
        return new Contribution(
                contribution.by() == By.OURS ? By.THEIRS : By.OURS, contribution.inBase(), contribution.inSide());
    }
}
