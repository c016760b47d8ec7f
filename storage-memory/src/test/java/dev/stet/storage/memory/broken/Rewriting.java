package dev.stet.storage.memory.broken;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.environment.Deployment;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Annotated;
import dev.stet.storage.Changeset;
import dev.stet.storage.Removed;
import dev.stet.storage.Serving;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changesets, rewritten as a careless store might write them. */
final class Rewriting {
    private Rewriting() {}

    /** The same rows, for another head. */
    static Changeset forHead(Changeset change, long head) {
        Optional<Agent> agent = change.agent()
                .map(row -> row.withHead(new Head(
                        head + 1,
                        row.head().at(),
                        row.head().latestVersion(),
                        row.head().latestDeployment(),
                        row.head().openDrafts(),
                        row.head().leap())));
        return with(change, change.key(), head, agent, change.versions(), numbered(change.audit(), head + 1));
    }

    /** The same rows without some of the versions. */
    static Changeset withVersions(Changeset change, List<Version> versions) {
        return with(change, change.key(), change.expectedHead(), change.agent(), versions, change.audit());
    }

    /** The same rows with other ones of environments. */
    static Changeset withEnvironments(Changeset change, List<Serving> environments) {
        return new Changeset(
                change.key(),
                change.expectedHead(),
                change.agent(),
                change.drafts(),
                change.revisions(),
                change.versions(),
                change.annotations(),
                change.deployments(),
                environments,
                change.pages(),
                change.contents(),
                change.removed(),
                change.audit());
    }

    /** The same rows with other annotations. */
    static Changeset withAnnotations(Changeset change, List<Annotated> annotations) {
        return new Changeset(
                change.key(),
                change.expectedHead(),
                change.agent(),
                change.drafts(),
                change.revisions(),
                change.versions(),
                annotations,
                change.deployments(),
                change.environments(),
                change.pages(),
                change.contents(),
                change.removed(),
                change.audit());
    }

    /** The same rows, with others deleted. */
    static Changeset withRemoved(Changeset change, Removed removed) {
        return new Changeset(
                change.key(),
                change.expectedHead(),
                change.agent(),
                change.drafts(),
                change.revisions(),
                change.versions(),
                change.annotations(),
                change.deployments(),
                change.environments(),
                change.pages(),
                change.contents(),
                removed,
                change.audit());
    }

    /** The same rows as those of another agent. */
    static Changeset forKey(Changeset change, AgentKey key) {
        return with(
                change,
                key,
                change.expectedHead(),
                change.agent().map(row -> agent(row, key, UnaryOperator.identity())),
                change.versions(),
                entry(
                        change.audit(),
                        key,
                        change.audit().number(),
                        change.audit().at()));
    }

    /** The same rows at other times. */
    static Changeset withTimes(Changeset change, UnaryOperator<Instant> time) {
        AuditEntry audit = change.audit();
        Changeset timed = with(
                change,
                change.key(),
                change.expectedHead(),
                change.agent().map(row -> agent(row, row.key(), time)),
                change.versions(),
                entry(audit, audit.agent(), audit.number(), time.apply(audit.at())));
        return new Changeset(
                timed.key(),
                timed.expectedHead(),
                timed.agent(),
                timed.drafts(),
                timed.revisions(),
                timed.versions(),
                timed.annotations(),
                timed.deployments().stream().map(row -> at(row, time)).toList(),
                timed.environments(),
                timed.pages(),
                timed.contents(),
                timed.removed(),
                timed.audit());
    }

    private static Deployment at(Deployment row, UnaryOperator<Instant> time) {
        return new Deployment(
                row.number(),
                row.environment(),
                row.version(),
                row.cause(),
                row.by(),
                time.apply(row.at()),
                row.earliest(),
                row.reason(),
                row.replaced(),
                row.replacedVersion(),
                row.source());
    }

    private static Agent agent(Agent row, AgentKey key, UnaryOperator<Instant> time) {
        return new Agent(
                key,
                row.name(),
                row.description(),
                row.kind(),
                row.tags(),
                row.status(),
                row.revision(),
                row.duplicatedFrom(),
                row.createdBy(),
                time.apply(row.createdAt()),
                row.updatedBy(),
                time.apply(row.updatedAt()),
                row.head());
    }

    private static AuditEntry numbered(AuditEntry entry, long number) {
        return entry(entry, entry.agent(), number, entry.at());
    }

    private static AuditEntry entry(AuditEntry entry, AgentKey agent, long number, Instant at) {
        return new AuditEntry(
                agent,
                number,
                at,
                entry.earliest(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.changed(),
                entry.changes(),
                entry.request(),
                entry.asked());
    }

    /** The same entry, without what was asked. */
    static AuditEntry notAsked(AuditEntry entry) {
        return new AuditEntry(
                entry.agent(),
                entry.number(),
                entry.at(),
                entry.earliest(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.changed(),
                entry.changes(),
                entry.request(),
                Optional.empty());
    }

    /** The same agent, whose time is in no doubt. */
    static Agent withoutLeap(Agent agent) {
        Head head = agent.head();
        return agent.withHead(new Head(
                head.revision(),
                head.at(),
                head.latestVersion(),
                head.latestDeployment(),
                head.openDrafts(),
                Optional.empty()));
    }

    /** The same deployment, whose time is in no doubt. */
    static Deployment undoubted(Deployment row) {
        return new Deployment(
                row.number(),
                row.environment(),
                row.version(),
                row.cause(),
                row.by(),
                row.at(),
                Optional.empty(),
                row.reason(),
                row.replaced(),
                row.replacedVersion(),
                row.source());
    }

    private static Changeset with(
            Changeset change,
            AgentKey key,
            long expectedHead,
            Optional<Agent> agent,
            List<Version> versions,
            AuditEntry audit) {
        return new Changeset(
                key,
                expectedHead,
                agent,
                change.drafts(),
                change.revisions(),
                versions,
                change.annotations(),
                change.deployments(),
                change.environments(),
                change.pages(),
                change.contents(),
                change.removed(),
                audit);
    }
}
