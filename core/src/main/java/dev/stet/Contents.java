package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.Identities;
import dev.stet.content.SectionChanges;
import dev.stet.diff.Diff;
import dev.stet.error.NotFoundException;
import dev.stet.input.Given;
import dev.stet.merge.Merge;
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
        Given.the("content", ref);
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
        Given.the("content to come from", from);
        Given.the("content to come to", to);
        return read(from).changesTo(read(to));
    }

    /**
     * What two contents that were made of one base come to together. A conflict in it is resolved by {@link Merge#resolve};
     * what comes of that can be saved in a draft like any other content. Refuses as {@link #read}.
     */
    public Merge merge(Ref base, Ref ours, Ref theirs) {
        Given.the("base", base);
        Given.the("ours", ours);
        Given.the("theirs", theirs);
        Content was = read(base);
        Content our = read(ours);
        Content their = read(theirs);
        Agent agent = registry.rows().agent(key);
        return Merge.of(was, our, their, registry.policies().identitiesOf(agent.kind()));
    }

    /**
     * What changed on the way from one content to another: as data, and from there as patch, text, page or summary. Elements
     * of arrays are known again as the host declared for agents of this kind: {@link Stet.Builder#identities(Identities)}.
     * Refuses as {@link #read}.
     */
    public Diff diff(Ref from, Ref to) {
        Given.the("content to come from", from);
        Given.the("content to come to", to);
        Content before = read(from);
        Content after = read(to);
        Agent agent = registry.rows().agent(key);
        return Diff.between(before, after, registry.policies().identitiesOf(agent.kind()));
    }

    /** The same, with elements of arrays known again in another way. Refuses as {@link #read}. */
    public Diff diff(Ref from, Ref to, Identities identities) {
        Given.the("content to come from", from);
        Given.the("content to come to", to);
        Given.the("identities", identities);
        return Diff.between(read(from), read(to), identities);
    }

    /** What the host's content rules find in a content, in the order of the rules; empty when it could be published. */
    public List<Finding> findings(Ref ref) {
        Content content = read(ref);
        Agent agent = registry.rows().agent(key);
        return registry.policies().contentRulesOf(agent.kind()).findings(content);
    }
}
