package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.agent.TextLimits;
import dev.stet.draft.Draft;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Origin;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What holds for agents as such: how they come to be, what they are called, and what their status allows. */
public final class AgentRules {
    private AgentRules() {}

    /** An agent and its first draft. The source holds the content: the command's, or that of a duplicate's origin. */
    static Decision<Created> create(AgentKey key, NewAgent command, Source source, Policies policies, Call call) {
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

    /** There is no such agent. */
    public static NotFoundException none(AgentKey key) {
        return new NotFoundException("agent " + key.agent(), "workspace " + key.workspace());
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

    static NavigableSet<String> tags(Set<String> tags, TextLimits limits) {
        tags.forEach(tag -> Texts.required("tag", tag, limits.name()));
        return new TreeSet<>(tags);
    }

    private static String text(Origin origin) {
        return origin.agent() + " " + origin.ref();
    }
}
