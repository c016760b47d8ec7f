package dev.stet;

import dev.stet.access.Action;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.facts.DraftQuery;
import dev.stet.input.Given;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.rules.ApplyMerge;
import dev.stet.rules.DiscardDraft;
import dev.stet.rules.OpenDraft;
import dev.stet.rules.PublishDraft;
import dev.stet.rules.RenameDraft;
import dev.stet.rules.RestoreDraft;
import dev.stet.rules.SaveDraft;
import dev.stet.rules.Verb;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import java.util.List;
import java.util.Optional;

/**
 * The drafts of one agent. Thread-safe.
 *
 * <p>All changes throw {@link dev.stet.error.NotFoundException} when there is no such agent or draft,
 * {@link dev.stet.agent.AgentUnavailableException} when the agent is archived, and
 * {@link dev.stet.draft.DraftClosedException} when the draft is published or discarded.
 */
public final class Drafts {
    private static final String CURSOR = "drafts";
    private static final String REVISIONS_CURSOR = "revisions";

    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Drafts(Registry registry, Scope scope, AgentId agent) {
        this.registry = registry;
        this.scope = scope;
        this.key = scope.key(agent);
    }

    /**
     * Opens a draft: blank, or as a copy of a version, a draft, or a content of the caller's.
     *
     * @throws dev.stet.draft.DraftLimitException when the host allows one open draft per agent and there is one
     * @throws dev.stet.draft.DraftIdTakenException when the agent has, or had, a draft with the id given
     */
    public Draft open(NewDraft draft) {
        Given.the("new draft", draft);
        return make(new OpenDraft(key, draft, registry.policies()));
    }

    public Optional<Draft> find(DraftId id) {
        Given.the("draft id", id);
        scope.permit(Action.READ, key.agent());
        return registry.facts().findDraft(key, id);
    }

    /**
     * The draft with this id, open or closed.
     *
     * @throws dev.stet.error.NotFoundException when there is no such draft
     */
    public Draft get(DraftId id) {
        Given.the("draft id", id);
        scope.permit(Action.READ, key.agent());
        return registry.rows().draft(key, id);
    }

    /** The open drafts, latest opened first. */
    public Listing<Draft> list(Range range) {
        return list(Optional.of(DraftStatus.OPEN), range);
    }

    /** All drafts, or those in one status, latest opened first. */
    public Listing<Draft> list(Optional<DraftStatus> status, Range range) {
        String list = Cursor.list(CURSOR, key, Given.the("status", status));
        Optional<DraftQuery.Position> after = Given.the("range", range).after().map(cursor -> position(list, cursor));
        scope.permit(Action.READ, key.agent());
        List<Draft> found = registry.facts().listDrafts(key, new DraftQuery(status, after, range.limit() + 1));
        return range.listing(found, draft -> cursor(list, draft));
    }

    /**
     * Saves an edit as the draft's next revision.
     *
     * @param expected the draft at the revision the caller's edit is meant for
     * @throws dev.stet.draft.StaleDraftException when the draft was saved since
     * @throws dev.stet.content.InvalidPatchException when a JSON Patch does not fit
     * @throws dev.stet.error.InvalidInputException when a patch leaves something else than a JSON object
     * @throws dev.stet.content.InvalidContentException when the result breaks the host's content limits
     */
    public SaveOutcome save(DraftRef expected, Edit edit) {
        Given.the("draft to save", expected);
        Given.the("edit", edit);
        return save(expected.id(), Optional.of(expected), edit);
    }

    /**
     * Saves an edit on top of whatever the draft holds by then: the last writer wins, and what others saved meanwhile is
     * overwritten where the edit touches it. Refuses as {@link #save} does, except for staleness.
     */
    public SaveOutcome saveOverwritingWhatOthersSaved(DraftId id, Edit edit) {
        Given.the("draft id", id);
        Given.the("edit", edit);
        return save(id, Optional.empty(), edit);
    }

    /**
     * Brings a content back into the draft, as its next revision.
     *
     * @param expected the draft as the caller saw it
     * @param source what to bring back: an earlier revision, a version, or any other content
     * @throws dev.stet.draft.StaleDraftException when the draft was saved since
     */
    public SaveOutcome restore(DraftRef expected, Ref source) {
        Given.the("draft to restore into", expected);
        Given.the("content to restore", source);
        return make(new RestoreDraft(key, expected, source, registry.policies()));
    }

    /** Renames a draft. The name is no content: this makes no revision. */
    public Draft rename(DraftId id, String name) {
        Given.the("draft id", id);
        Given.text("draft name", name);
        return make(new RenameDraft(key, id, name, registry.policies()));
    }

    /**
     * Closes a draft without publishing it. It stays readable. The draft of somebody else is discarded only where the
     * access policy allows {@link Action#DISCARD_DRAFT_OF_ANOTHER}.
     *
     * @param expected the draft as the caller saw it
     * @throws dev.stet.draft.StaleDraftException when the draft was saved since
     */
    public Draft discard(DraftRef expected) {
        Given.the("draft to discard", expected);
        return make(new DiscardDraft(key, expected));
    }

    /**
     * Freezes a draft into the agent's next version, and, where asked for, deploys it in the same atomic step.
     *
     * @return the new version; or, where the draft says the same as the latest version or as its base, that version:
     *     nothing was published then, and whether that is an error is the host's to say
     * @throws dev.stet.draft.StaleDraftException when the draft was saved since the caller saw it
     * @throws dev.stet.version.AlreadyPublishedException when the draft, or what its id names, is published already
     * @throws dev.stet.version.StaleBaseException when the draft does not build on the latest version
     * @throws dev.stet.merge.MergeConflictException when it is to be rebased onto that, and both sides changed the same
     *     places
     * @throws dev.stet.version.ContentRulesException when the content breaks the host's rules
     * @throws dev.stet.environment.PipelineException when it should deploy where versions are promoted to
     * @throws dev.stet.environment.EnvironmentFrozenException when it should deploy to a frozen environment
     * @throws dev.stet.environment.StaleDeploymentException when that environment is not as expected
     * @throws dev.stet.page.UnmetNeedsException when its config page does not offer what the version needs of it
     */
    public PublishOutcome publish(Publish publish) {
        Given.the("publish", publish);
        return make(new PublishDraft(key, publish, registry.policies()));
    }

    /**
     * What it would come to to bring into a draft what was published since its base, so that it builds on the latest
     * version. Nothing is written.
     *
     * @throws dev.stet.error.NotFoundException when there is no such draft, or no version yet
     */
    public MergePlan planRebase(DraftId draft) {
        Given.the("draft id", draft);
        return new Merging(registry, scope, key).planRebase(draft);
    }

    /**
     * What it would come to to bring one draft into another. Nothing is written. What both were made of is the revision at
     * which one was opened from the other, or both from a third; otherwise the older of the versions they build on.
     *
     * @param from the draft to bring in, open or closed; it stays as it is
     * @param into the draft that is to change
     */
    public MergePlan planMerge(DraftId from, DraftId into) {
        Given.the("draft to bring in", from);
        Given.the("draft to change", into);
        return new Merging(registry, scope, key).planMerge(from, into);
    }

    /**
     * Saves what a plan comes to as the draft's next revision; a rebased draft builds on the latest version then.
     *
     * @throws dev.stet.merge.StalePlanException when what the plan was made on has moved since
     * @throws dev.stet.merge.MergeConflictException when conflicts are left
     * @throws dev.stet.error.InvalidInputException when a resolution does not fit a conflict of the plan
     * @throws dev.stet.content.InvalidContentException when the result breaks the host's content limits
     */
    public SaveOutcome apply(MergePlan plan, Resolutions resolutions) {
        Given.the("merge plan", plan);
        Given.the("resolutions", resolutions);
        return make(new ApplyMerge(key, plan, resolutions, registry.policies()));
    }

    /** The same for a plan that is clean, or whose conflicts are resolved. */
    public SaveOutcome apply(MergePlan plan) {
        return apply(plan, Resolutions.none());
    }

    /** The revisions of a draft, newest first. */
    public Listing<DraftRevision> revisions(DraftId id, Range range) {
        String list = Cursor.list(REVISIONS_CURSOR, key, Given.the("draft id", id));
        long before = Cursor.before(list, range);
        scope.permit(Action.READ, key.agent());
        List<DraftRevision> found = registry.facts().listRevisions(key, id, before, range.limit() + 1);
        return range.listing(found, revision -> Cursor.of(list, revision.number()));
    }

    public Optional<DraftRevision> findRevision(DraftRef revision) {
        Given.the("draft revision", revision);
        scope.permit(Action.READ, key.agent());
        return registry.rows().findRevision(key, revision);
    }

    /** Which sections of a draft differ from its base; from an empty content where it has none. */
    public SectionChanges changedSections(DraftId id) {
        Given.the("draft id", id);
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> {
            Draft draft = registry.rows().draft(key, id);
            Ref base = draft.base().isPresent() ? Ref.version(draft.base().getAsLong()) : Ref.content(Content.empty());
            return contents().changedSections(base, Ref.revision(draft.ref()));
        });
    }

    /** What the host's content rules find in a draft; empty when they would let it be published. */
    public List<Finding> findings(DraftId id) {
        Given.the("draft id", id);
        return contents().findings(Ref.draft(id));
    }

    private Contents contents() {
        return new Contents(registry, scope, key.agent());
    }

    private SaveOutcome save(DraftId id, Optional<DraftRef> expected, Edit edit) {
        return make(new SaveDraft(key, id, expected, edit, registry.policies()));
    }

    private <R> R make(Verb<?, R> verb) {
        return registry.changes().make(scope, verb);
    }

    private static Cursor cursor(String list, Draft draft) {
        return Cursor.of(list, draft.createdAt(), draft.id());
    }

    private static DraftQuery.Position position(String list, Cursor cursor) {
        List<String> parts = cursor.parts(list, 2);
        return new DraftQuery.Position(cursor.instant(parts.get(0)), cursor.read(parts.get(1), DraftId::of));
    }
}
