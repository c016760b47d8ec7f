package dev.stet.storage.tck.oracle;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidPatchException;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftIdTakenException;
import dev.stet.draft.DraftLimitException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftPolicy;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What can be done with drafts, but publishing them. */
final class DraftVerbs {
    private final Act act;
    private final AgentState state;

    DraftVerbs(Act act) {
        this.act = act;
        this.state = act.state();
    }

    Draft open(NewDraft given) {
        act.editable();
        act.object(
                given.id().filter(state.drafts()::containsKey).isPresent(),
                () -> Refusal.of(DraftIdTakenException.class));
        if (act.setup().drafts() == DraftPolicy.ONE_PER_AGENT) {
            state.drafts().values().stream()
                    .filter(draft -> draft.status() == DraftStatus.OPEN)
                    .forEach(open -> act.object(true, () -> Refusal.of(DraftLimitException.class, open)));
        }
        act.notBlank("draft name", given.name());
        act.textAtMost(Setup.LIMITS.name(), "draft name", given.name());
        Content content = given.from().map(this::existing).orElseGet(Content::empty);
        act.settle();
        DraftLineage lineage = given.from().map(this::lineageOf).orElseGet(DraftLineage::none);
        Draft draft = begin(given.id().orElseGet(act::newDraft), given.name(), content, lineage);
        act.changed(Action.OPEN_DRAFT, Subject.agent().draft(draft.id(), 1));
        return draft;
    }

    /** A draft at its first revision. */
    Draft begin(DraftId id, String name, Content content, DraftLineage lineage) {
        Draft draft = new Draft(
                id,
                name,
                DraftStatus.OPEN,
                1,
                content.hash(),
                lineage,
                OptionalLong.empty(),
                act.actor(),
                act.at(),
                act.actor(),
                act.at());
        put(draft, content, revision(draft, Cause.OPENED, Content.empty(), content));
        return draft;
    }

    SaveOutcome save(DraftRef expected, Edit edit) {
        Draft draft = openDraft(expected.id());
        stale(draft, expected);
        return save(draft, edit);
    }

    SaveOutcome overwrite(DraftId id, Edit edit) {
        return save(openDraft(id), edit);
    }

    private SaveOutcome save(Draft draft, Edit edit) {
        act.settle();
        Content after = edited(state.content(draft.hash()), edit);
        return revise(draft, restoredFrom(draft, OptionalLong.empty()), after, Cause.SAVED);
    }

    private Content edited(Content before, Edit edit) {
        try {
            return edit.applyTo(before, ContentLimits.DEFAULT);
        } catch (InvalidPatchException misfit) {
            act.object(true, () -> Refusal.of(misfit));
            act.settle();
            throw misfit;
        }
    }

    SaveOutcome restore(DraftRef expected, Ref source) {
        Draft draft = openDraft(expected.id());
        stale(draft, expected);
        Content content = existing(source);
        act.settle();
        OptionalLong restored =
                source instanceof Ref.OfVersion version ? OptionalLong.of(version.number()) : OptionalLong.empty();
        return revise(draft, restoredFrom(draft, restored), content, Cause.RESTORED);
    }

    private static DraftLineage restoredFrom(Draft draft, OptionalLong version) {
        DraftLineage was = draft.lineage();
        return new DraftLineage(was.base(), was.forkedFrom(), version, was.duplicatedFrom());
    }

    SaveOutcome revise(Draft draft, DraftLineage lineage, Content after, Cause cause) {
        Action action = action(cause);
        Content before = state.content(draft.hash());
        if (after.equals(before) && lineage.base().equals(draft.base())) {
            act.unchanged(action, Subject.agent().draft(draft.id(), draft.revision()));
            return new SaveOutcome.Unchanged(draft);
        }
        Draft next = next(draft, lineage, after, cause);
        act.changed(action, Subject.agent().draft(next.id(), next.revision()));
        return new SaveOutcome.Saved(
                next, Objects.requireNonNull(state.revisions().get(next.ref())));
    }

    private static Action action(Cause cause) {
        return switch (cause) {
            case SAVED -> Action.SAVE_DRAFT;
            case RESTORED -> Action.RESTORE_DRAFT;
            case REBASED -> Action.REBASE_DRAFT;
            case MERGED -> Action.MERGE_DRAFT;
            case OPENED -> Action.OPEN_DRAFT;
        };
    }

    /** The draft at a further revision. */
    Draft next(Draft draft, DraftLineage lineage, Content after, Cause cause) {
        Content before = state.content(draft.hash());
        Draft next = new Draft(
                draft.id(),
                draft.name(),
                draft.status(),
                draft.revision() + 1,
                after.hash(),
                lineage,
                draft.publishedAs(),
                draft.createdBy(),
                draft.createdAt(),
                act.actor(),
                act.at());
        put(next, after, revision(next, cause, before, after));
        return next;
    }

    Draft rename(DraftId id, String name) {
        Draft draft = openDraft(id);
        act.notBlank("draft name", name);
        act.textAtMost(Setup.LIMITS.name(), "draft name", name);
        act.settle();
        Subject subject = Subject.agent().draft(id, draft.revision());
        if (draft.name().equals(name)) {
            act.unchanged(Action.RENAME_DRAFT, subject);
            return draft;
        }
        Draft renamed = draft.withName(name);
        state.drafts().put(id, renamed);
        act.changed(Action.RENAME_DRAFT, subject);
        return renamed;
    }

    Draft discard(DraftRef expected) {
        Draft draft = openDraft(expected.id());
        stale(draft, expected);
        act.object(
                !draft.createdBy().id().equals(act.actor().id()),
                () -> Refusal.of(AccessDeniedException.class, Action.DISCARD_DRAFT_OF_ANOTHER));
        act.settle();
        Draft discarded = draft.withStatus(DraftStatus.DISCARDED);
        state.drafts().put(draft.id(), discarded);
        act.changed(Action.DISCARD_DRAFT, Subject.agent().draft(draft.id(), draft.revision()));
        return discarded;
    }

    /** What is said of a content that is not there. */
    static Refusal missing(AgentState state, Ref ref) {
        if (ref instanceof Ref.OfRevision revision
                && state.drafts().containsKey(revision.draft().id())) {
            return Refusal.notFound("revision " + revision.draft().revision() + " of draft "
                    + revision.draft().id());
        }
        return Refusal.notFound(
                ref instanceof Ref.OfRevision revision
                        ? "draft " + revision.draft().id()
                        : ref.toString());
    }

    private Content existing(Ref ref) {
        return act.need(state.content(ref), () -> missing(state, ref));
    }

    private DraftLineage lineageOf(Ref ref) {
        if (ref instanceof Ref.OfVersion version) {
            return DraftLineage.onVersion(version.number());
        }
        if (ref instanceof Ref.OfContent) {
            return DraftLineage.none();
        }
        DraftId id = ref instanceof Ref.OfDraft draft
                ? draft.id()
                : ((Ref.OfRevision) ref).draft().id();
        Draft source = draft(id).orElseThrow();
        DraftRef fork = ref instanceof Ref.OfRevision revision ? revision.draft() : source.ref();
        OptionalLong base = baseOf(source, fork);
        return new DraftLineage(
                base,
                Optional.of(fork),
                OptionalLong.empty(),
                base.isEmpty() ? source.lineage().duplicatedFrom() : Optional.empty());
    }

    /** What a draft built on at one of its revisions; where it was published at that and closed, what it became. */
    private OptionalLong baseOf(Draft source, DraftRef at) {
        if (!source.ref().equals(at)) {
            return Objects.requireNonNull(state.revisions().get(at)).base();
        }
        return source.status() == DraftStatus.PUBLISHED ? source.publishedAs() : source.base();
    }

    Draft openDraft(DraftId id) {
        act.editable();
        Draft draft = act.need(draft(id), () -> Refusal.notFound("draft " + id));
        act.object(draft.status() != DraftStatus.OPEN, () -> Refusal.of(DraftClosedException.class, draft));
        return draft;
    }

    void stale(Draft draft, DraftRef expected) {
        act.object(
                draft.revision() != expected.revision(), () -> Refusal.of(StaleDraftException.class, expected, draft));
    }

    Optional<Draft> draft(DraftId id) {
        return Optional.ofNullable(state.drafts().get(id));
    }

    private DraftRevision revision(Draft draft, Cause cause, Content before, Content after) {
        return new DraftRevision(
                draft.id(),
                draft.revision(),
                cause,
                after.hash(),
                after.toBytes().length,
                draft.base(),
                new TreeSet<>(before.changesTo(after).all()),
                act.actor(),
                act.at());
    }

    private void put(Draft draft, Content content, DraftRevision revision) {
        state.drafts().put(draft.id(), draft);
        state.revisions().put(revision.ref(), revision);
        state.keep(content);
    }
}
