package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What the changes of drafts have in common. */
final class DraftRules {
    private DraftRules() {}

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

    /** What is stored already met the limits of its time, and stays usable when the host lowers them. */
    static void requireWithinLimits(Source source, Policies policies) {
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
        transition.record("revision", Change.of(draft.revision(), revision.number()));
        transition.recordIfChanged("content", draft.hash(), after.hash());
        transition.recordIfChanged("base", named(draft.base()), named(lineage.base()));
        return revision;
    }

    /** What the caller of a retry is told of a revision that was made. */
    static SaveOutcome told(AgentKey key, Recorded first, Reading reading) {
        Draft draft = reading.draft(key, first.draft());
        return first.changed()
                ? new SaveOutcome.Saved(draft, reading.revision(key, draft.ref()))
                : new SaveOutcome.Unchanged(draft);
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
