package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.SectionChanges;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import java.util.List;

/** The contents of one agent: of its versions, its drafts, and every revision of them. Thread-safe. */
public final class Contents {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Contents(Registry registry, Scope scope, AgentId agent) {
        this.registry = registry;
        this.scope = scope;
        this.key = scope.key(agent);
    }

    /**
     * One content, as it was stored.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent, version, draft or revision
     * @throws dev.stet.storage.DamagedContentException when the store does not return what was stored
     */
    public Content read(Ref ref) {
        scope.permit(Action.READ, key.agent());
        if (ref instanceof Ref.OfContent given) {
            registry.rows().agent(key);
            return given.content();
        }
        try {
            return registry.rows().source(key, ref).content();
        } catch (NotFoundException missing) {
            registry.rows().agent(key);
            throw missing;
        }
    }

    /** Which sections were added, removed and changed on the way from one content to another. Refuses as {@link #read}. */
    public SectionChanges changedSections(Ref from, Ref to) {
        return read(from).changesTo(read(to));
    }

    /** What the host's content rules find in a content, in the order of the rules; empty when it could be published. */
    public List<Finding> findings(Ref ref) {
        Content content = read(ref);
        Agent agent = registry.rows().agent(key);
        return registry.policies().contentRulesOf(agent.kind()).findings(content);
    }
}
