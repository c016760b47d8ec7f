package dev.stet.agent;

import dev.stet.content.Content;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import java.util.Optional;
import java.util.Set;

/**
 * An agent to be created, together with its first draft.
 *
 * @param name for people to read
 * @param id the host's id; a generated, time-ordered one when empty
 * @param description see {@link Agent}
 * @param kind see {@link Agent}
 * @param tags see {@link Agent}
 * @param content the content of the first draft
 * @param draftName the name of the first draft
 */
public record NewAgent(
        String name,
        Optional<AgentId> id,
        String description,
        String kind,
        Set<String> tags,
        Content content,
        String draftName) {
    public NewAgent {
        Given.text("agent name", name);
        Given.the("agent id", id);
        Given.text("agent description", description);
        Given.text("agent kind", kind);
        tags = Given.set("tag", tags);
        tags.forEach(tag -> Given.text("tag", tag));
        Given.the("content", content);
        Given.text("draft name", draftName);
    }

    /** An agent of the default kind with an empty first draft. */
    public static NewAgent named(String name) {
        return new NewAgent(name, Optional.empty(), "", "", Set.of(), Content.empty(), "First draft");
    }

    public NewAgent id(AgentId given) {
        return new NewAgent(name, Given.chosen("agent id", given), description, kind, tags, content, draftName);
    }

    public NewAgent description(String text) {
        return new NewAgent(name, id, text, kind, tags, content, draftName);
    }

    public NewAgent kind(String given) {
        return new NewAgent(name, id, description, given, tags, content, draftName);
    }

    public NewAgent tags(Set<String> given) {
        return new NewAgent(name, id, description, kind, given, content, draftName);
    }

    public NewAgent content(Content first) {
        return new NewAgent(name, id, description, kind, tags, first, draftName);
    }

    public NewAgent draftName(String given) {
        return new NewAgent(name, id, description, kind, tags, content, given);
    }
}
