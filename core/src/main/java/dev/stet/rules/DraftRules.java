package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.SectionChanges;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What holds for drafts: opening, saving, restoring into, renaming and discarding them. */
public final class DraftRules {
    /** Under which name the audit trail tells from which revision to which a draft came. */
    public static final String REVISION = "revision";

    private DraftRules() {}

    /**
     * Opens a draft.
     *
     * @param sameId the draft that already has the id asked for, if there is one
     * @param open a draft of the agent that is open, if there is one
     */
    public static Decision<Draft> open(
            Agent agent,
            NewDraft command,
            Source source,
            Optional<Draft> sameId,
            Optional<Draft> open,
            Policies policies,
            Call call) {
        AgentRules.requireEditable(agent);
        sameId.ifPresent(taken -> {
            throw new DraftIdTakenException(taken.id());
        });
        if (policies.drafts() == DraftPolicy.ONE_PER_AGENT) {
            open.ifPresent(other -> {
                throw new DraftLimitException(other);
            });
        }
        requireWithinLimits(source, policies);
        Transition transition = Transition.of(agent, call);
        DraftId id = command.id().orElse(call.newDraft());
        String name = Texts.required(
                "draft name", command.name(), policies.textLimits().name());
        Draft draft = openInto(transition, id, name, source);
        transition.about(Subject.agent().draft(id, draft.revision()));
        transition.record("draft", Change.to(command.name()));
        return transition.changed(Action.OPEN_DRAFT, agent, draft);
    }

    /** Opens a draft as a part of a larger transition. */
    static Draft openInto(Transition transition, DraftId id, String name, Source source) {
        Content content = source.content();
        Call call = transition.call();
        Draft draft = new Draft(
                id,
                name,
                DraftStatus.OPEN,
                1,
                content.hash(),
                source.lineage(),
                OptionalLong.empty(),
                call.actor(),
                transition.at(),
                call.actor(),
                transition.at());
        DraftRevision first = new DraftRevision(
                id,
                1,
                Cause.OPENED,
                content.hash(),
                content.size(),
                source.lineage().base(),
                new TreeSet<>(content.sections()),
                call.actor(),
                transition.at());
        transition.open(draft, first);
        if (!source.stored()) {
            transition.store(content, source.resembles());
        }
        return draft;
    }

    /**
     * Saves an edit.
     *
     * @param expected what the caller saw; empty to save over whatever is there
     */
    public static Decision<SaveOutcome> save(
            Agent agent,
            Draft draft,
            Content before,
            Optional<DraftRef> expected,
            Edit edit,
            Policies policies,
            Call call) {
        requireChangeable(agent, draft);
        expected.ifPresent(seen -> requireSeen(draft, seen));
        Content after = edit.applyTo(before, policies.contentLimits());
        policies.contentLimits().check(after);
        return revise(agent, draft, before, Source.given(after), draft.lineage().edited(), Cause.SAVED, call);
    }

    public static Decision<SaveOutcome> restore(
            Agent agent, Draft draft, Content before, DraftRef expected, Source source, Policies policies, Call call) {
        requireChangeable(agent, draft);
        requireSeen(draft, expected);
        requireWithinLimits(source, policies);
        OptionalLong version = source.lineage().forkedFrom().isPresent()
                ? OptionalLong.empty()
                : source.lineage().base();
        DraftLineage lineage = version.isPresent()
                ? draft.lineage().restoredFrom(version.getAsLong())
                : draft.lineage().edited();
        return revise(agent, draft, before, source, lineage, Cause.RESTORED, call);
    }

    public static Decision<Draft> rename(Agent agent, Draft draft, String name, Policies policies, Call call) {
        requireChangeable(agent, draft);
        Draft renamed = draft.withName(
                Texts.required("draft name", name, policies.textLimits().name()));
        Transition transition = Transition.of(agent, call);
        transition.about(Subject.agent().draft(draft.id(), draft.revision()));
        if (renamed.equals(draft)) {
            return transition.unchanged(Action.RENAME_DRAFT, agent, draft);
        }
        transition.replace(renamed);
        transition.record("name", Change.of(draft.name(), name));
        return transition.changed(Action.RENAME_DRAFT, agent, renamed);
    }

    public static Decision<Draft> discard(Agent agent, Draft draft, DraftRef expected, Call call) {
        requireChangeable(agent, draft);
        requireSeen(draft, expected);
        Draft discarded = draft.withStatus(DraftStatus.DISCARDED);
        Transition transition = Transition.of(agent, call);
        transition.close(discarded);
        transition.about(Subject.agent().draft(draft.id(), draft.revision()));
        transition.record("draft", new Change(Optional.of(draft.name()), Optional.empty()));
        return transition.changed(Action.DISCARD_DRAFT, agent, discarded);
    }

    /** What is stored already met the limits of its time, and stays usable when the host lowers them. */
    private static void requireWithinLimits(Source source, Policies policies) {
        if (!source.stored()) {
            policies.contentLimits().check(source.content());
        }
    }

    static void requireSeen(Draft draft, DraftRef expected) {
        if (draft.revision() != expected.revision()) {
            throw new StaleDraftException(expected, draft);
        }
    }

    static void requireChangeable(Agent agent, Draft draft) {
        AgentRules.requireEditable(agent);
        if (draft.status() != DraftStatus.OPEN) {
            throw new DraftClosedException(draft);
        }
    }

    /** A further revision, unless neither the content nor what it builds on changed. */
    static Decision<SaveOutcome> revise(
            Agent agent, Draft draft, Content before, Source source, DraftLineage lineage, Cause cause, Call call) {
        Content after = source.content();
        Transition transition = Transition.of(agent, call);
        Action action = action(cause);
        SectionChanges sections = before.changesTo(after);
        if (sections.isEmpty() && lineage.base().equals(draft.base())) {
            transition.about(Subject.agent().draft(draft.id(), draft.revision()));
            return transition.unchanged(action, agent, new SaveOutcome.Unchanged(draft));
        }
        DraftRevision revision = reviseInto(transition, draft, sections, source, lineage, cause);
        Draft revised = draft.withLineage(lineage).at(revision);
        transition.replace(revised);
        transition.about(Subject.agent().draft(draft.id(), revision.number()));
        return transition.changed(action, agent, new SaveOutcome.Saved(revised, revision));
    }

    /** Makes a further revision as a part of a larger transition; to put in the draft as it is then is up to that. */
    static DraftRevision reviseInto(
            Transition transition,
            Draft draft,
            SectionChanges sections,
            Source source,
            DraftLineage lineage,
            Cause cause) {
        Content after = source.content();
        DraftRevision revision = new DraftRevision(
                draft.id(),
                draft.revision() + 1,
                cause,
                after.hash(),
                after.size(),
                lineage.base(),
                new TreeSet<>(sections.all()),
                transition.call().actor(),
                transition.at());
        transition.revise(revision);
        if (!source.stored()) {
            transition.store(after, Optional.of(draft.hash()));
        }
        transition.record(REVISION, Change.of(draft.revision(), revision.number()));
        transition.recordIfChanged("content", draft.hash(), after.hash());
        transition.recordIfChanged("base", named(draft.base()), named(lineage.base()));
        return revision;
    }

    private static String named(OptionalLong base) {
        return base.isPresent() ? "version " + base.getAsLong() : "none";
    }

    private static Action action(Cause cause) {
        return switch (cause) {
            case OPENED -> Action.OPEN_DRAFT;
            case SAVED -> Action.SAVE_DRAFT;
            case RESTORED -> Action.RESTORE_DRAFT;
            case REBASED -> Action.REBASE_DRAFT;
            case MERGED -> Action.MERGE_DRAFT;
        };
    }
}
