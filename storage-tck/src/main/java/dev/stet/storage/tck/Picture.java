package dev.stet.storage.tck;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

    static Picture of(Storage store, AgentKey key) {
        List<Draft> drafts = store.listDrafts(key, new DraftQuery(Optional.empty(), Optional.empty(), ALL));
        List<DraftRevision> revisions = drafts.stream()
                .flatMap(draft -> store.listRevisions(key, draft.id(), Long.MAX_VALUE, ALL).stream())
                .toList();
        List<Version> versions = store.listVersions(key, new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, 0, ALL));
        List<Serving> environments = store.listEnvironments(key);
        return new Picture(
                store.findAgent(key),
                drafts,
                revisions,
                versions,
                environments,
                environments.stream()
                        .flatMap(environment -> store.findStanding(Rows.everything(key, environment.name())).stream())
                        .toList(),
                environments.stream()
                        .flatMap(environment ->
                                store.listPageRevisions(key, environment.name(), Long.MAX_VALUE, ALL).stream())
                        .toList(),
                store.listDeployments(
                        key,
                        new DeploymentQuery(
                                Optional.empty(), OptionalLong.empty(), Optional.empty(), Long.MAX_VALUE, ALL)),
                versions.stream()
                        .flatMap(version -> findContent(store, key, version.hash()).stream())
                        .map(Picture::described)
                        .toList(),
                store.listAudit(new AuditQuery(
                        key.workspace(), Optional.of(key.agent()), Optional.empty(), Optional.empty(), ALL)));
    }

    /** One content of an agent, without those that it builds on. */
    static Optional<StoredContent> findContent(Storage store, AgentKey key, ContentHash hash) {
        return store.listContentChain(key, hash, 1).stream().findFirst();
    }

    /** Everything of a stored content, in writing. */
    static String described(StoredContent content) {
        return content.hash() + " " + content.base() + " " + content.encoding() + " "
                + HexFormat.of().formatHex(content.bytes());
    }

    static List<Agent> agents(Storage store, String workspace) {
        return store.listAgents(new AgentQuery(
                WorkspaceId.of(workspace), AgentFilter.all(), AgentOrder.NEWEST_FIRST, Optional.empty(), 0, ALL));
    }

    static List<AuditEntry> audit(Storage store, String workspace) {
        return store.listAudit(
                new AuditQuery(WorkspaceId.of(workspace), Optional.empty(), Optional.empty(), Optional.empty(), ALL));
    }
}
