package dev.stet.storage.tck.oracle;

import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.SaveOutcome;
import dev.stet.merge.Conflict;
import dev.stet.merge.Merge;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolutions;
import dev.stet.merge.StalePlanException;
import dev.stet.ref.DraftRef;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What can be brought into drafts. What two contents come to is taken from the library: it has properties of its own. */
final class MergeVerbs {
    private final Act act;
    private final AgentState state;
    private final DraftVerbs drafts;

    MergeVerbs(Act act) {
        this.act = act;
        this.state = act.state();
        this.drafts = new DraftVerbs(act);
    }

    SaveOutcome apply(MergePlan plan, Resolutions resolutions) {
        Draft draft = drafts.openDraft(plan.draft().id());
        boolean rebase = plan.source() instanceof MergePlan.Source.Latest;
        boolean fresh = plan.source() instanceof MergePlan.Source.Other other
                ? isFresh(draft, other.draft(), plan)
                : isFresh(((MergePlan.Source.Latest) plan.source()).version());
        act.object(
                !(fresh && draft.ref().equals(plan.draft())),
                () -> Refusal.of(StalePlanException.class, plan.draft(), plan.source()));
        act.settle();
        Content merged = clean(plan.merge().resolve(resolutions));
        DraftLineage was = draft.lineage();
        DraftLineage lineage =
                new DraftLineage(plan.rebasedOnto(), was.forkedFrom(), OptionalLong.empty(), was.duplicatedFrom());
        return drafts.revise(draft, lineage, merged, rebase ? Cause.REBASED : Cause.MERGED);
    }

    private boolean isFresh(long version) {
        act.object(state.versions().isEmpty(), () -> Refusal.notFound("version to rebase onto"));
        return state.versions().size() == version;
    }

    private boolean isFresh(Draft draft, DraftRef from, MergePlan plan) {
        Draft other = act.need(drafts.draft(from.id()), () -> Refusal.notFound("draft " + from.id()));
        return other.ref().equals(from) && plan.rebasedOnto().equals(newest(draft, other));
    }

    /** The newest version that one of two drafts builds on. */
    static OptionalLong newest(Draft one, Draft other) {
        return Stream.of(one.base(), other.base())
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    /** What a draft and the latest version come to. */
    static Merge ofLatest(AgentState state, Draft draft, Version latest) {
        Optional<Version> base =
                draft.base().isPresent() ? state.version(draft.base().getAsLong()) : Optional.empty();
        return Merge.of(
                base.map(version -> state.content(version.hash())).orElseGet(Content::empty),
                state.content(draft.hash()),
                state.content(latest.hash()));
    }

    Content clean(Merge merge) {
        act.object(
                !merge.conflicts().isEmpty(),
                () -> Refusal.of(
                        MergeConflictException.class,
                        merge.conflicts().stream().map(Conflict::id).toList()));
        act.settle();
        return ((Clean) merge).content();
    }
}
