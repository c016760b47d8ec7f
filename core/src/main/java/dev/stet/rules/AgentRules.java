package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.agent.StaleAgentException;
import dev.stet.agent.TextLimits;
import dev.stet.content.Finding;
import dev.stet.draft.Draft;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Origin;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What holds for agents as such: their creation, what they are called, their status, their end. */
public final class AgentRules {
    private AgentRules() {}

    /** An agent and its first draft. The source holds the content: the command's, or that of a duplicate's origin. */
    public static Decision<Created> create(
            AgentKey key, NewAgent command, Source source, Policies policies, Call call) {
        TextLimits limits = policies.textLimits();
        policies.contentLimits().check(source.content());
        Transition transition = Transition.birth(key, call);
        Instant at = transition.at();
        DraftId draftId = call.newDraft();
        String draftName = Texts.required("draft name", command.draftName(), limits.name());
        Draft draft = DraftRules.openInto(transition, draftId, draftName, source);
        Agent agent = new Agent(
                key,
                Texts.required("agent name", command.name(), limits.name()),
                Texts.optional("agent description", command.description(), limits.description()),
                Texts.optional("agent kind", command.kind(), limits.name()),
                tags(command.tags(), limits),
                AgentStatus.ACTIVE,
                1,
                source.lineage().duplicatedFrom(),
                call.actor(),
                at,
                call.actor(),
                at,
                transition.head());
        transition.about(Subject.agent().draft(draftId, draft.revision()));
        transition.record("name", Change.to(agent.name()));
        source.lineage().duplicatedFrom().ifPresent(origin -> transition.record("duplicate", Change.to(text(origin))));
        return transition.changed(Action.CREATE_AGENT, agent, new Created(agent, draft));
    }

    /**
     * Edits an agent.
     *
     * @param serving what its environments serve, where what that needs of their pages is another matter in another kind
     */
    public static Decision<Agent> edit(
            Agent agent,
            long expectedRevision,
            AgentEdit edit,
            List<Candidate.Running> serving,
            Policies policies,
            Call call) {
        if (agent.revision() != expectedRevision) {
            throw new StaleAgentException(expectedRevision, agent);
        }
        Transition transition = Transition.of(agent, call);
        Agent edited = edited(agent, edit, policies.textLimits(), transition);
        if (agent.status() == AgentStatus.ARCHIVED && edited.status() == AgentStatus.ARCHIVED) {
            throw new AgentUnavailableException(agent, "be edited");
        }
        if (same(agent, edited)) {
            Agent now = call.request().isPresent() ? agent.withHead(transition.head()) : agent;
            return transition.unchanged(Action.EDIT_AGENT, agent, now);
        }
        serving.forEach(running -> requireNeedsMet(edited, running, policies));
        recordEdit(transition, agent, edited);
        return transition.changed(Action.EDIT_AGENT, edited, edited.withHead(transition.head()));
    }

    public static Decision<AgentId> delete(Agent agent, Call call) {
        Transition transition = Transition.of(agent, call);
        transition.record("name", new Change(Optional.of(agent.name()), Optional.empty()));
        return transition.deleted(agent.id());
    }

    /** An archived agent takes no change but deletion and an edit of its status. */
    static void requireEditable(Agent agent) {
        if (agent.status() == AgentStatus.ARCHIVED) {
            throw new AgentUnavailableException(agent, "be changed");
        }
    }

    /** Only an active agent tells what runs. */
    public static void requireResolvable(Agent agent) {
        if (agent.status() != AgentStatus.ACTIVE) {
            throw new AgentUnavailableException(agent, "be resolved");
        }
    }

    private static Agent edited(Agent agent, AgentEdit edit, TextLimits limits, Transition transition) {
        edit.name().ifPresent(name -> Texts.required("agent name", name, limits.name()));
        edit.description().ifPresent(text -> Texts.optional("agent description", text, limits.description()));
        edit.kind().ifPresent(kind -> Texts.optional("agent kind", kind, limits.name()));
        return new Agent(
                agent.key(),
                edit.name().orElse(agent.name()),
                edit.description().orElse(agent.description()),
                edit.kind().orElse(agent.kind()),
                edit.tags().map(tags -> tags(tags, limits)).orElse(agent.tags()),
                edit.status().orElse(agent.status()),
                agent.revision() + 1,
                agent.duplicatedFrom(),
                agent.createdBy(),
                agent.createdAt(),
                transition.call().actor(),
                transition.at(),
                agent.head());
    }

    private static void requireNeedsMet(Agent edited, Candidate.Running serving, Policies policies) {
        Candidate.Pair pair = serving.pair();
        List<Finding> unmet = PageRules.unmet(edited, pair.content(), pair.page(), policies);
        if (!unmet.isEmpty()) {
            throw UnmetNeedsException.ofKind(
                    edited.kind(), serving.version(), pair.page().environment(), unmet);
        }
    }

    private static boolean same(Agent before, Agent after) {
        return before.name().equals(after.name())
                && before.description().equals(after.description())
                && before.kind().equals(after.kind())
                && before.tags().equals(after.tags())
                && before.status() == after.status();
    }

    private static void recordEdit(Transition transition, Agent before, Agent after) {
        transition.recordIfChanged("name", before.name(), after.name());
        transition.recordIfChanged("description", before.description(), after.description());
        transition.recordIfChanged("kind", before.kind(), after.kind());
        transition.recordIfChanged("tags", before.tags(), after.tags());
        transition.recordIfChanged("status", before.status(), after.status());
    }

    private static NavigableSet<String> tags(Set<String> tags, TextLimits limits) {
        tags.forEach(tag -> Texts.required("tag", tag, limits.name()));
        return new TreeSet<>(tags);
    }

    private static String text(Origin origin) {
        return origin.agent() + " " + origin.ref();
    }
}
