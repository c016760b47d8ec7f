package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.LIVELY;
import static dev.stet.rules.DraftVerbs.draftOn;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.draft.Draft;
import dev.stet.error.NotFoundException;
import dev.stet.merge.MergePlan.Source.Latest;
import dev.stet.merge.MergePlan.Source.Other;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a merge is made of, and what its base is. */
final class MergeEndsTest {
    /** Two versions. */
    private static Known published() {
        Known known = Known.agent();
        known.publish(HELLO);
        known.publish(GOOD_DAY);
        return known;
    }

    private static Draft forked(Known known, DraftRef from) {
        return known.make(open(Ref.revision(from)));
    }

    private static Draft saved(Known known, Draft draft) {
        return known.make(save(draft.id(), LIVELY)).draft();
    }

    private static Optional<Ref> base(Draft from, Draft into) {
        return MergeEnds.merge(from, into).base();
    }

    @Test
    void aRebaseBringsInTheLatestVersionOnTheDraftsBase() {
        Known known = published();
        Draft work = draftOn(known, 1, LIVELY);
        MergeEnds ends = MergeEnds.rebase(known.found(), work);
        assertEquals(new MergeEnds(work.ref(), new Latest(2), Optional.of(Ref.version(1)), OptionalLong.of(2)), ends);
        assertEquals(Ref.version(2), ends.theirs());
        Draft onNone = known.draft(KEY, FIRST);
        assertEquals(Optional.empty(), MergeEnds.rebase(known.found(), onNone).base());
    }

    @Test
    void thereIsNothingToRebaseOntoBeforeTheFirstVersion() {
        Known known = Known.agent();
        Draft draft = known.draft(KEY, FIRST);
        assertThrows(NotFoundException.class, () -> MergeEnds.rebase(known.found(), draft));
    }

    @Test
    void aDraftAndItsForkComeFromTheRevisionBetweenThem() {
        Known known = published();
        Draft work = draftOn(known, 1, LIVELY);
        Draft fork = saved(known, forked(known, DraftRef.of("d-2", 1)));
        Ref between = Ref.revision(DraftRef.of("d-2", 1));
        assertEquals(Optional.of(between), base(fork, work));
        assertEquals(Optional.of(between), base(work, fork));
        assertEquals(
                new MergeEnds(work.ref(), new Other(fork.ref()), Optional.of(between), OptionalLong.of(1)),
                MergeEnds.merge(fork, work));
        assertEquals(Ref.revision(fork.ref()), MergeEnds.merge(fork, work).theirs());
    }

    @Test
    void twoForksOfAThirdComeFromTheEarlierRevision() {
        Known known = published();
        draftOn(known, 1, LIVELY);
        Draft early = forked(known, DraftRef.of("d-2", 1));
        Draft late = forked(known, DraftRef.of("d-2", 2));
        Optional<Ref> earlier = Optional.of(Ref.revision(DraftRef.of("d-2", 1)));
        assertEquals(earlier, base(early, late));
        assertEquals(earlier, base(late, early));
        assertEquals(earlier, base(early, forked(known, DraftRef.of("d-2", 1))));
    }

    @Test
    void othersComeFromTheOlderOfTheirVersions() {
        Known known = published();
        Draft old = draftOn(known, 1, LIVELY);
        Draft recent = draftOn(known, 2, LIVELY);
        assertEquals(Optional.of(Ref.version(1)), base(old, recent));
        assertEquals(Optional.of(Ref.version(1)), base(recent, old));
        assertEquals(OptionalLong.of(2), MergeEnds.merge(old, recent).rebasedOnto());
        assertEquals(OptionalLong.of(2), MergeEnds.merge(recent, old).rebasedOnto());
    }

    @Test
    void forksOfDifferentDraftsAreNoKin() {
        Known known = published();
        Draft one = draftOn(known, 1, LIVELY);
        Draft other = draftOn(known, 2, LIVELY);
        Draft ofOne = forked(known, one.ref());
        Draft ofOther = forked(known, other.ref());
        assertEquals(Optional.of(Ref.version(1)), base(ofOne, ofOther));
        assertEquals(Optional.of(Ref.version(1)), base(ofOne, other));
        assertEquals(Optional.of(Ref.version(1)), base(other, ofOne));
    }

    @Test
    void withADraftThatBuildsOnNoVersionThereIsNoBase() {
        Known known = published();
        Draft onNone = known.draft(KEY, FIRST);
        Draft work = draftOn(known, 2, LIVELY);
        assertEquals(Optional.empty(), base(onNone, work));
        assertEquals(Optional.empty(), base(work, onNone));
        assertEquals(OptionalLong.of(2), MergeEnds.merge(work, onNone).rebasedOnto());
        Draft blank = known.make(open(Ref.content(HELLO)));
        assertEquals(Optional.empty(), base(onNone, blank));
        assertEquals(OptionalLong.empty(), MergeEnds.merge(onNone, blank).rebasedOnto());
    }
}
