package dev.stet.storage;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;

/**
 * One change of one agent: what it expects and the rows it brings. Applied whole or not at all.
 *
 * @param key whose change
 * @param expectedHead the revision of the agent's head that this change was decided on; 0 where the agent must never
 *     have been
 * @param agent the agent's row after the change, its head one further. Empty to delete the agent and everything it owns
 *     but its audit trail
 * @param drafts added, or replacing the draft with the same id
 * @param revisions added
 * @param versions added
 * @param annotations replacing those of versions that are stored
 * @param deployments added
 * @param environments added, or replacing the environment with the same name
 * @param pages added revisions of config pages; the environments beside them name them
 * @param contents added, except where the agent has a content with the same hash
 * @param removed deleted
 * @param audit added; its number is the agent's head after the change
 */
public record Changeset(
        AgentKey key,
        long expectedHead,
        Optional<Agent> agent,
        List<Draft> drafts,
        List<DraftRevision> revisions,
        List<Version> versions,
        List<Annotated> annotations,
        List<Deployment> deployments,
        List<Serving> environments,
        List<PageRevision> pages,
        List<StoredContent> contents,
        Removed removed,
        AuditEntry audit) {
    public Changeset {
        drafts = List.copyOf(drafts);
        revisions = List.copyOf(revisions);
        versions = List.copyOf(versions);
        annotations = List.copyOf(annotations);
        deployments = List.copyOf(deployments);
        environments = List.copyOf(environments);
        pages = List.copyOf(pages);
        contents = List.copyOf(contents);
        long next = expectedHead + 1;
        if (audit.number() != next
                || agent.filter(row -> row.head().revision() != next).isPresent()) {
            throw new IllegalArgumentException("a changeset moves the head from " + expectedHead + " to " + next);
        }
    }

    /** The same change with these contents in place of its own. */
    public Changeset withContents(List<StoredContent> others) {
        return new Changeset(
                key,
                expectedHead,
                agent,
                drafts,
                revisions,
                versions,
                annotations,
                deployments,
                environments,
                pages,
                others,
                removed,
                audit);
    }
}
