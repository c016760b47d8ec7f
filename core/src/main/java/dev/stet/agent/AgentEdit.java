package dev.stet.agent;

import dev.stet.input.Given;
import java.util.Optional;
import java.util.Set;

/** An edit of what an agent is called and how it is treated. What is not named stays. */
public record AgentEdit(
        Optional<String> name,
        Optional<String> description,
        Optional<String> kind,
        Optional<Set<String>> tags,
        Optional<AgentStatus> status) {
    public AgentEdit {
        Given.text("agent name", name);
        Given.text("agent description", description);
        Given.text("agent kind", kind);
        tags = Given.the("tags", tags).map(some -> Given.set("tag", some));
        tags.ifPresent(some -> some.forEach(tag -> Given.text("tag", tag)));
        Given.the("status", status);
    }

    /** The edit to start from: it changes nothing. */
    public static AgentEdit nothing() {
        return new AgentEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AgentEdit name(String given) {
        return new AgentEdit(Given.chosen("agent name", given), description, kind, tags, status);
    }

    public AgentEdit description(String given) {
        return new AgentEdit(name, Given.chosen("agent description", given), kind, tags, status);
    }

    public AgentEdit kind(String given) {
        return new AgentEdit(name, description, Given.chosen("agent kind", given), tags, status);
    }

    /** Replaces all tags. */
    public AgentEdit tags(Set<String> given) {
        return new AgentEdit(name, description, kind, Given.chosen("tags", given), status);
    }

    public AgentEdit status(AgentStatus given) {
        return new AgentEdit(name, description, kind, tags, Given.chosen("status", given));
    }
}
