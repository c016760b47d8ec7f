package dev.stet.storage.jdbc.operation;

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
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** All that a store returns of some agents and of their workspace, to be compared before and after. */
public record Picture(List<OfAgent> parts, List<Agent> agents, List<AuditEntry> trail) {
    private static final int ALL = 10_000;

    /** All that a store returns of one agent, under every index it can be found by. */
    public record OfAgent(
            Optional<Agent> agent,
            List<Draft> drafts,
            List<DraftRevision> revisions,
            List<Version> versions,
            List<Serving> environments,
            List<PageRevision> pages,
            List<Deployment> deployments,
            List<String> contents,
            List<AuditEntry> trail) {}

    public static Picture of(Storage store, AgentKey... keys) {
        WorkspaceId workspace = keys[0].workspace();
        return new Picture(
                Stream.of(keys).map(key -> agent(store, key)).toList(),
                store.listAgents(new AgentQuery(
                        workspace, AgentFilter.all(), AgentOrder.NEWEST_FIRST, Optional.empty(), 0, ALL)),
                store.listAudit(new AuditQuery(workspace, Optional.empty(), Optional.empty(), Optional.empty(), ALL)));
    }

    private static OfAgent agent(Storage store, AgentKey key) {
        List<Draft> drafts = store.listDrafts(key, new DraftQuery(Optional.empty(), Optional.empty(), ALL));
        List<DraftRevision> revisions = drafts.stream()
                .flatMap(draft -> store.listRevisions(key, draft.id(), Long.MAX_VALUE, ALL).stream())
                .toList();
        List<Version> versions = store.listVersions(key, new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, 0, ALL));
        List<Serving> environments = store.listEnvironments(key);
        return new OfAgent(
                store.findAgent(key),
                drafts,
                revisions,
                versions,
                environments,
                environments.stream()
                        .flatMap(environment ->
                                store.listPageRevisions(key, environment.name(), Long.MAX_VALUE, ALL).stream())
                        .toList(),
                store.listDeployments(
                        key,
                        new DeploymentQuery(
                                Optional.empty(), OptionalLong.empty(), Optional.empty(), Long.MAX_VALUE, ALL)),
                Stream.concat(
                                revisions.stream().map(DraftRevision::hash),
                                versions.stream().map(Version::hash))
                        .distinct()
                        .map(hash -> content(store, key, hash))
                        .toList(),
                store.listAudit(new AuditQuery(
                        key.workspace(), Optional.of(key.agent()), Optional.empty(), Optional.empty(), ALL)));
    }

    private static String content(Storage store, AgentKey key, ContentHash hash) {
        return store.listContentChain(key, hash, 1).stream()
                .findFirst()
                .map(Picture::written)
                .orElse("missing: " + hash);
    }

    private static String written(StoredContent content) {
        return content.hash() + " " + content.base() + " " + content.encoding() + " "
                + HexFormat.of().formatHex(content.bytes());
    }
}
