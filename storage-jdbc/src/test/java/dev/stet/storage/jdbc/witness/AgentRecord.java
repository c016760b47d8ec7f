package dev.stet.storage.jdbc.witness;

import dev.stet.Listing;
import dev.stet.Range;
import dev.stet.Workspace;
import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that is on record about one agent, while nobody changes it.
 *
 * @param id which one
 * @param agent empty where there is no such agent
 * @param trail first entry first, as all lists here
 * @param revisions those of each draft
 */
record AgentRecord(
        AgentId id,
        Optional<Agent> agent,
        List<AuditEntry> trail,
        List<Version> versions,
        List<Deployment> deployments,
        List<Environment> environments,
        List<Draft> drafts,
        Map<DraftId, List<DraftRevision>> revisions) {
    private static final int PAGE = 500;

    static AgentRecord read(Workspace workspace, AgentId id) {
        Optional<Agent> agent = workspace.agents().find(id);
        List<Draft> drafts = all(range -> workspace.drafts(id).list(Optional.empty(), range));
        Map<DraftId, List<DraftRevision>> revisions = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            revisions.put(draft.id(), all(range -> workspace.drafts(id).revisions(draft.id(), range)));
        }
        return new AgentRecord(
                id,
                agent,
                trail(workspace, id),
                all(range -> workspace.versions(id).list(VersionFilter.all(), range)),
                all(workspace.environments(id)::history),
                agent.isEmpty() ? List.of() : workspace.environments(id).list(),
                drafts,
                revisions);
    }

    static List<AuditEntry> trail(Workspace workspace, AgentId id) {
        return all(range -> workspace.audit().of(id, range));
    }

    /** A whole list, turned round: every list of the library begins with what is newest. */
    private static <T> List<T> all(Function<Range, Listing<T>> list) {
        Listing<T> page = list.apply(Range.first(PAGE));
        List<T> items = new ArrayList<>(page.items());
        while (page.next().isPresent()) {
            page = list.apply(Range.after(page.next().get(), PAGE));
            items.addAll(page.items());
        }
        Collections.reverse(items);
        return items;
    }

    /** All that is on record and never changes, by kind and key. */
    Map<Fact.Kind, Map<String, Fact>> facts() {
        Map<Fact.Kind, Map<String, Fact>> facts = new HashMap<>();
        Stream.of(
                        agent.stream().map(Fact::of),
                        drafts.stream().map(Fact::of),
                        revisions.values().stream().flatMap(List::stream).map(Fact::of),
                        versions.stream().map(Fact::of),
                        deployments.stream().map(Fact::of))
                .flatMap(Function.identity())
                .forEach(fact -> facts.computeIfAbsent(fact.kind(), kind -> new HashMap<>())
                        .put(fact.key(), fact));
        return facts;
    }
}
