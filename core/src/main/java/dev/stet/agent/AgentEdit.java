package dev.stet.agent;

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
        tags = tags.map(Set::copyOf);
    }

    /** The edit to start from: it changes nothing. */
    public static AgentEdit nothing() {
        return new AgentEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AgentEdit name(String given) {
        return new AgentEdit(Optional.of(given), description, kind, tags, status);
    }

    public AgentEdit description(String given) {
        return new AgentEdit(name, Optional.of(given), kind, tags, status);
    }

    public AgentEdit kind(String given) {
        return new AgentEdit(name, description, Optional.of(given), tags, status);
    }

    /** Replaces all tags. */
    public AgentEdit tags(Set<String> given) {
        return new AgentEdit(name, description, kind, Optional.of(given), status);
    }

    public AgentEdit status(AgentStatus given) {
        return new AgentEdit(name, description, kind, tags, Optional.of(given));
    }
}
