package dev.stet.storage.tck;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.facts.AgentQuery;
import dev.stet.facts.AuditQuery;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Facts;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StoredContent;
import dev.stet.facts.VersionQuery;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** All that a store returns of one agent, to be compared before and after. */
record Picture(
        Optional<Agent> agent,
        List<Draft> drafts,
        List<DraftRevision> revisions,
        List<Version> versions,
        List<Serving> environments,
        List<Standing> standing,
        List<PageRevision> pages,
        List<Deployment> deployments,
        List<String> contents,
        List<AuditEntry> audit) {
    static final int ALL = 10_000;

    static Picture of(Facts facts, AgentKey key) {
        List<Draft> drafts = facts.listDrafts(key, new DraftQuery(Optional.empty(), Optional.empty(), ALL));
        List<DraftRevision> revisions = drafts.stream()
                .flatMap(draft -> facts.listRevisions(key, draft.id(), Long.MAX_VALUE, ALL).stream())
                .toList();
        List<Version> versions = facts.listVersions(key, new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, 0, ALL));
        List<Serving> environments = facts.listEnvironments(key);
        return new Picture(
                facts.findAgent(key),
                drafts,
                revisions,
                versions,
                environments,
                environments.stream()
                        .flatMap(environment -> facts.findStanding(Rows.everything(key, environment.name())).stream())
                        .toList(),
                environments.stream()
                        .flatMap(environment ->
                                facts.listPageRevisions(key, environment.name(), Long.MAX_VALUE, ALL).stream())
                        .toList(),
                facts.listDeployments(key, DeploymentQuery.all(Optional.empty(), ALL)),
                versions.stream()
                        .flatMap(version -> findContent(facts, key, version.hash()).stream())
                        .map(Picture::described)
                        .toList(),
                facts.listAudit(new AuditQuery(key.workspace(), Optional.of(key.agent()), Optional.empty(), ALL)));
    }

    /** One content of an agent, without those that it builds on. */
    static Optional<StoredContent> findContent(Facts facts, AgentKey key, ContentHash hash) {
        return facts.listContentChain(key, hash, 1).stream().findFirst();
    }

    /** Everything of a stored content, in writing. */
    static String described(StoredContent content) {
        return content.hash() + " " + content.base() + " " + content.encoding() + " "
                + HexFormat.of().formatHex(content.bytes());
    }

    static List<Agent> agents(Facts facts, String workspace) {
        return facts.listAgents(new AgentQuery(
                WorkspaceId.of(workspace), AgentFilter.all(), AgentOrder.NEWEST_FIRST, Optional.empty(), 0, ALL));
    }

    static List<AuditEntry> audit(Facts facts, String workspace) {
        return facts.listAudit(new AuditQuery(WorkspaceId.of(workspace), Optional.empty(), Optional.empty(), ALL));
    }
}
