package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.access.AuditEntry;
import dev.stet.environment.Deployment;
import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Holds what a store has against what was acknowledged: all of that is there, nothing else is, and nothing twice. */
final class LedgerCheck {
    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Workspace workspace;

    /** @param workspace as somebody sees it who reads on one node */
    LedgerCheck(Ledger ledger, Workspace workspace) {
        this.ledger = ledger;
        this.workspace = workspace;
    }

    /** Fails unless everything is as it was acknowledged. */
    void everythingIsAsAcknowledged() {
        Map<AgentId, List<Ledger.Entry>> agents =
                ledger.entries().stream().collect(Collectors.groupingBy(Ledger.Entry::agent));
        agents.forEach(this::agentIsAsAcknowledged);
    }

    private void agentIsAsAcknowledged(AgentId agent, List<Ledger.Entry> entries) {
        List<Fact> facts =
                entries.stream().flatMap(entry -> entry.facts().stream()).toList();
        facts.forEach(fact -> fact.isStoredIn(workspace, agent));
        trailIsThatOfTheRequests(agent, entries);
        versionsAreThosePublished(agent, facts);
        deploymentsAreThoseMade(agent, facts);
    }

    /** Each request that was acknowledged is on record once, and no other one. */
    private void trailIsThatOfTheRequests(AgentId agent, List<Ledger.Entry> entries) {
        List<AuditEntry> trail =
                oldestFirst(Pages.all(range -> workspace.audit().of(agent, range), PAGE));
        assertNumbered(trail.stream().map(AuditEntry::number).toList(), "entries of the trail of " + agent);
        assertEquals(
                trail.size(),
                workspace.agents().get(agent).head().revision(),
                "the head counts the entries of the trail");
        Set<RequestId> acknowledged =
                entries.stream().map(Ledger.Entry::request).collect(Collectors.toSet());
        List<RequestId> recorded =
                trail.stream().map(entry -> entry.request().orElseThrow()).toList();
        assertEquals(recorded.size(), new HashSet<>(recorded).size(), "requests that were made twice on " + agent);
        assertEquals(acknowledged, new HashSet<>(recorded), "requests on record of " + agent);
    }

    private void versionsAreThosePublished(AgentId agent, List<Fact> facts) {
        List<Version> stored =
                oldestFirst(Pages.all(range -> workspace.versions(agent).list(VersionFilter.all(), range), PAGE));
        List<Version> published = facts.stream()
                .filter(Fact.Published.class::isInstance)
                .map(fact -> ((Fact.Published) fact).version())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
        assertNumbered(stored.stream().map(Version::number).toList(), "versions of " + agent);
        assertEquals(published, stored, "versions of " + agent);
    }

    private void deploymentsAreThoseMade(AgentId agent, List<Fact> facts) {
        List<Deployment> stored =
                oldestFirst(Pages.all(range -> workspace.environments(agent).history(range), PAGE));
        List<Deployment> made = facts.stream()
                .filter(Fact.Deployed.class::isInstance)
                .map(fact -> ((Fact.Deployed) fact).deployment())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
        assertNumbered(stored.stream().map(Deployment::number).toList(), "deployments of " + agent);
        assertEquals(made, stored, "deployments of " + agent);
    }

    private static void assertNumbered(List<Long> numbers, String what) {
        assertTrue(!numbers.isEmpty(), () -> "there must be " + what);
        assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, what);
    }

    private static <T> List<T> oldestFirst(List<T> latestFirst) {
        List<T> reversed = new ArrayList<>(latestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
