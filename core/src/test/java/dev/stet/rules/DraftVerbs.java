package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;

import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolutions;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.util.Optional;

/** What is asked for about drafts, to test with. The first draft of {@link Known#agent} is {@code d-1}. */
final class DraftVerbs {
    static final DraftId FIRST = DraftId.of("d-1");
    static final Content HELLO = Pages.json("{'greeting':'Hello.','voice':'calm'}");

    /** Both differ from {@link #HELLO}, in different places. */
    static final Content GOOD_DAY = Pages.json("{'greeting':'Good day.','voice':'calm'}");

    static final Content LIVELY = Pages.json("{'greeting':'Hello.','voice':'lively'}");
    static final Content BOTH = Pages.json("{'greeting':'Good day.','voice':'lively'}");

    private DraftVerbs() {}

    static OpenDraft open(Ref from) {
        return new OpenDraft(KEY, NewDraft.from(from, "Work"), POLICIES);
    }

    static SaveDraft save(DraftRef seen, Content content) {
        return new SaveDraft(KEY, seen.id(), Optional.of(seen), Edit.content(content), POLICIES);
    }

    /** Whatever is there. */
    static SaveDraft save(DraftId draft, Content content) {
        return new SaveDraft(KEY, draft, Optional.empty(), Edit.content(content), POLICIES);
    }

    static RestoreDraft restore(DraftRef seen, Ref source) {
        return new RestoreDraft(KEY, seen, source, POLICIES);
    }

    static DiscardDraft discard(DraftRef seen) {
        return new DiscardDraft(KEY, seen);
    }

    static PublishDraft publish(Publish publish) {
        return new PublishDraft(KEY, publish, POLICIES);
    }

    static ApplyMerge apply(MergePlan plan) {
        return new ApplyMerge(KEY, plan, Resolutions.none(), POLICIES);
    }

    /** A draft opened from a version, with another content. */
    static Draft draftOn(Known known, long version, Content content) {
        Draft draft = known.make(open(Ref.version(version)));
        return known.make(save(draft.ref(), content)).draft();
    }

    static MergePlan rebase(Known known, Draft draft) {
        return plan(known, MergeEnds.rebase(known.found(), draft));
    }

    static MergePlan merge(Known known, Draft from, Draft into) {
        return plan(known, MergeEnds.merge(from, into));
    }

    private static MergePlan plan(Known known, MergeEnds ends) {
        Content base = ends.base().map(ref -> known.source(KEY, ref).content()).orElseGet(Content::empty);
        Content ours = known.source(KEY, Ref.revision(ends.draft())).content();
        Content theirs = known.source(KEY, ends.theirs()).content();
        return ends.plan(Merge.of(base, ours, theirs));
    }
}
