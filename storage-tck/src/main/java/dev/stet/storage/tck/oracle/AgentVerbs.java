package dev.stet.storage.tck.oracle;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Created;
import dev.stet.agent.Head;
import dev.stet.agent.NewAgent;
import dev.stet.agent.StaleAgentException;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What can be done with an agent as such. */
final class AgentVerbs {
    private static final Head COUNTED_LATER = new Head(0, Instant.EPOCH, 0, 0, 0, new TreeSet<>(), Optional.empty());

    private final Act act;
    private final AgentState state;

    AgentVerbs(Act act) {
        this.act = act;
        this.state = act.state();
    }

    Created create(NewAgent given) {
        return create(given, Optional.empty());
    }

    Created duplicate(AgentKey source, Ref ref, String name) {
        creatable(name);
        AgentState from = act.other(source);
        Agent original = act.need(from.agent(), () -> Refusal.notFound("agent " + source.agent()));
        Content content = act.need(from.content(ref), () -> DraftVerbs.missing(from, ref));
        NewAgent copy = NewAgent.named(name)
                .description(original.description())
                .kind(original.kind())
                .tags(original.tags())
                .content(content);
        return create(copy, Optional.of(new Origin(source, fixed(from, ref))));
    }

    /** A draft is duplicated as it is: at a revision. */
    private static Ref fixed(AgentState from, Ref ref) {
        return ref instanceof Ref.OfDraft draft
                ? Ref.revision(Optional.ofNullable(from.drafts().get(draft.id()))
                        .map(Draft::ref)
                        .orElseThrow())
                : ref;
    }

    private Created create(NewAgent given, Optional<Origin> origin) {
        creatable(given.name());
        act.settle();
        Instant at = act.at();
        DraftId id = act.newDraft();
        DraftLineage lineage = new DraftLineage(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), origin);
        Draft draft = new DraftVerbs(act).begin(id, given.draftName(), given.content(), lineage);
        state.keep(new Agent(
                state.key(),
                given.name(),
                given.description(),
                given.kind(),
                new TreeSet<>(given.tags()),
                AgentStatus.ACTIVE,
                1,
                origin,
                act.actor(),
                at,
                act.actor(),
                at,
                COUNTED_LATER));
        act.changed(Action.CREATE_AGENT, Subject.agent().draft(id, 1));
        return new Created(act.agent(), draft);
    }

    private void creatable(String name) {
        act.object(state.everWas(), () -> Refusal.of(AgentIdTakenException.class));
        namable(name);
    }

    private void namable(String name) {
        act.notBlank("agent name", name);
        act.textAtMost(Setup.LIMITS.name(), "agent name", name);
    }

    Agent edit(long expectedRevision, AgentEdit edit) {
        Agent before = act.agent();
        act.object(
                before.revision() != expectedRevision,
                () -> Refusal.of(StaleAgentException.class, expectedRevision, before));
        act.object(
                before.status() == AgentStatus.ARCHIVED
                        && edit.status().orElse(AgentStatus.ARCHIVED) == AgentStatus.ARCHIVED,
                () -> Refusal.of(AgentUnavailableException.class, AgentStatus.ARCHIVED));
        edit.name().ifPresent(this::namable);
        edit.description().ifPresent(text -> act.textAtMost(Setup.LIMITS.description(), "agent description", text));
        act.settle();
        if (changesNothing(before, edit)) {
            act.unchanged(Action.EDIT_AGENT, Subject.agent());
            return act.agent();
        }
        state.keep(new Agent(
                before.key(),
                edit.name().orElse(before.name()),
                edit.description().orElse(before.description()),
                edit.kind().orElse(before.kind()),
                new TreeSet<>(edit.tags().orElse(before.tags())),
                edit.status().orElse(before.status()),
                before.revision() + 1,
                before.duplicatedFrom(),
                before.createdBy(),
                before.createdAt(),
                act.actor(),
                act.at(),
                COUNTED_LATER));
        act.changed(Action.EDIT_AGENT, Subject.agent());
        return act.agent();
    }

    private static boolean changesNothing(Agent before, AgentEdit edit) {
        return edit.name().orElse(before.name()).equals(before.name())
                && edit.description().orElse(before.description()).equals(before.description())
                && edit.kind().orElse(before.kind()).equals(before.kind())
                && edit.tags().map(tags -> tags.equals(before.tags())).orElse(true)
                && edit.status().orElse(before.status()) == before.status();
    }

    AgentId delete() {
        act.agent();
        state.delete();
        act.changed(Action.DELETE_AGENT, Subject.agent());
        return state.key().agent();
    }
}
