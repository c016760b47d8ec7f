package dev.stet.facts;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Write;
import dev.stet.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param annotated versions that are stored, with another annotation and nothing else changed
 * @param deployments added
 * @param environments added, or replacing the environment with the same name
 * @param pages added revisions of config pages; the environments beside them name them
 * @param contents added, except where the agent has a content with the same hash
 * @param removed deleted
 * @param audit added; its number is the agent's head after the change
 * @param receipt what is kept beside it for a retry
 */
public record AgentChange(
        AgentKey key,
        long expectedHead,
        Optional<Agent> agent,
        List<Draft> drafts,
        List<DraftRevision> revisions,
        List<Version> versions,
        List<Version> annotated,
        List<Deployment> deployments,
        List<Serving> environments,
        List<PageRevision> pages,
        List<StoredContent> contents,
        Removed removed,
        AuditEntry audit,
        Receipt receipt) {
    public AgentChange {
        drafts = List.copyOf(drafts);
        revisions = List.copyOf(revisions);
        versions = List.copyOf(versions);
        annotated = List.copyOf(annotated);
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

    /** One of which a retry is told nothing but what its audit entry says. */
    public AgentChange(
            AgentKey key,
            long expectedHead,
            Optional<Agent> agent,
            List<Draft> drafts,
            List<DraftRevision> revisions,
            List<Version> versions,
            List<Version> annotated,
            List<Deployment> deployments,
            List<Serving> environments,
            List<PageRevision> pages,
            List<StoredContent> contents,
            Removed removed,
            AuditEntry audit) {
        this(
                key,
                expectedHead,
                agent,
                drafts,
                revisions,
                versions,
                annotated,
                deployments,
                environments,
                pages,
                contents,
                removed,
                audit,
                Receipt.none());
    }

    /**
     * The same as rows. First come the contents, so that the place of each tells which one an {@link ApplyResult.Applied}
     * is about.
     */
    Changeset toRows() {
        List<Write> writes = new ArrayList<>();
        contents.forEach(content -> writes.add(new Write.AddIfAbsent(ContentTable.row(key, content))));
        drafts.forEach(draft -> writes.add(new Write.Put(DraftTable.row(key, draft))));
        revisions.forEach(revision -> writes.add(new Write.Add(RevisionTable.row(key, revision))));
        versions.forEach(version -> writes.add(new Write.Add(VersionTable.row(key, version))));
        annotated.forEach(version -> writes.add(new Write.Put(VersionTable.row(key, version))));
        deployments.forEach(deployment -> writes.add(new Write.Add(DeploymentTable.row(key, deployment))));
        environments.forEach(serving -> writes.add(new Write.Put(EnvironmentTable.row(key, serving))));
        pages.forEach(page -> writes.add(new Write.Add(PageTable.row(key, page))));
        removed.versions().forEach(number -> writes.add(new Write.Delete(VersionTable.key(key, number))));
        removed.revisions().forEach(revision -> writes.add(new Write.Delete(RevisionTable.key(key, revision))));
        removed.contents().forEach(hash -> writes.add(new Write.Delete(ContentTable.key(key, hash))));
        writes.add(new Write.Add(AuditTable.row(audit, receipt)));
        return new Changeset(AgentTable.key(key), expectedHead, agent.map(AgentTable::row), writes);
    }

    /** The hashes of those of its contents that the agent already had. */
    public Set<ContentHash> kept(ApplyResult.Applied applied) {
        return applied.kept().stream().map(place -> contents.get(place).hash()).collect(Collectors.toSet());
    }

    /** The same change with these contents in place of its own. */
    public AgentChange withContents(List<StoredContent> others) {
        return new AgentChange(
                key,
                expectedHead,
                agent,
                drafts,
                revisions,
                versions,
                annotated,
                deployments,
                environments,
                pages,
                others,
                removed,
                audit,
                receipt);
    }
}
