package dev.stet.storage.tck;

import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.facts.Serving;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.facts.StoredContent;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of one agent for the tests of the SPI: plain ones, each as it would come with a change to a certain head. */
record Rows(AgentKey key) {
    static final Actor ADA = new Actor("ada", "Ada", "ada@example.org");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static Rows of(String workspace, String agent) {
        return new Rows(AgentKey.of(workspace, agent));
    }

    /** When the change to a head was made: a second after the one before. */
    static Instant at(long head) {
        return START.plusSeconds(head);
    }

    Agent agent(String name, long head) {
        return agent(name, head, START);
    }

    Agent agent(String name, long head, Instant createdAt) {
        return new Agent(
                key,
                name,
                "",
                "",
                new TreeSet<>(),
                AgentStatus.ACTIVE,
                1,
                Optional.empty(),
                ADA,
                createdAt,
                ADA,
                createdAt,
                new Head(head, at(head), 0, 0, 0, new TreeSet<>(), Optional.empty()));
    }

    /** The same agent, as one that serves a version in an environment. */
    static Agent servedIn(Agent agent, String environment) {
        Head head = agent.head();
        return agent.withHead(
                new Head(head.revision(), head.at(), 0, 0, 0, new TreeSet<>(List.of(environment)), Optional.empty()));
    }

    Draft draft(String id, long revision, DraftStatus status, Instant createdAt) {
        return new Draft(
                DraftId.of(id),
                "draft " + id,
                status,
                revision,
                hash(id + revision),
                DraftLineage.none(),
                OptionalLong.empty(),
                ADA,
                createdAt,
                ADA,
                createdAt);
    }

    DraftRevision revision(String draft, long number) {
        DraftRevision.Cause cause = number == 1 ? DraftRevision.Cause.OPENED : DraftRevision.Cause.SAVED;
        return new DraftRevision(
                DraftId.of(draft),
                number,
                cause,
                hash(draft + number),
                2,
                OptionalLong.empty(),
                new TreeSet<>(List.of("goal")),
                ADA,
                at(number));
    }

    Version version(long number) {
        return new Version(
                number,
                VersionId.of("v" + number),
                hash("version" + number),
                2,
                new TreeSet<>(List.of("goal", "tools")),
                new Lineage(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        DraftRef.of("d", number),
                        OptionalLong.empty(),
                        Optional.empty()),
                ADA,
                at(number),
                annotation(1, "", at(number)));
    }

    static Annotation annotation(long revision, String label, Instant at) {
        return new Annotation(revision, label, "", false, false, ADA, at);
    }

    Deployment deployment(long number, String environment, long version) {
        return deployment(number, environment, OptionalLong.of(version), at(number));
    }

    Deployment deployment(long number, String environment, OptionalLong version, Instant at) {
        return new Deployment(
                number,
                environment,
                version,
                version.isPresent() ? Cause.DIRECT : Cause.EMPTIED,
                ADA,
                at,
                Optional.empty(),
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** The environment of a deployment that is active there, with the version that it deployed. */
    Serving serving(Deployment active) {
        OptionalLong version = active.version();
        return Serving.untouched(active.environment())
                .after(active, version.isPresent() ? Optional.of(version(version.getAsLong())) : Optional.empty());
    }

    /** Everything that is read with an environment. */
    StandingQuery everything(String environment) {
        return everything(key, environment);
    }

    static StandingQuery everything(AgentKey agent, String environment) {
        return StandingQuery.of(agent)
                .withLatest()
                .with(environment)
                .with(Beside.DEPLOYMENT)
                .with(Beside.VERSION)
                .with(Beside.PAGE);
    }

    /** A revision of a config page; the first one brings the variables that the others change. */
    PageRevision page(String environment, long number) {
        return new PageRevision(
                environment,
                number,
                PageRevision.Cause.EDITED,
                Optional.empty(),
                hash(environment + " variables " + number),
                hash(environment + " schema"),
                new TreeSet<>(List.of("opening", "phone")),
                ADA,
                at(number));
    }

    StoredContent content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StoredContent(hash(text), Optional.empty(), StoredContent.WHOLE, bytes);
    }

    AuditEntry audit(long number) {
        return audit(number, at(number), Optional.empty());
    }

    AuditEntry audit(long number, Instant at, Optional<RequestId> request) {
        TreeMap<String, Change> changes = new TreeMap<>();
        changes.put("name", Change.of("before", "after " + number));
        return new AuditEntry(
                key,
                number,
                at,
                Optional.empty(),
                ADA,
                Action.EDIT_AGENT,
                Subject.agent(),
                true,
                changes,
                request,
                request.map(id -> hash(id.value())));
    }

    /** A change of this agent. */
    Changes change(long expectedHead) {
        return new Changes(this, expectedHead);
    }

    /** A change that gives the agent a name; the first creates it. */
    Changes named(String name, long expectedHead) {
        return change(expectedHead).agent(agent(name, expectedHead + 1));
    }

    /** A hash of something; whether it is that of a content is nothing a store can know. */
    static ContentHash hash(String text) {
        try {
            return ContentHash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform offers SHA-256", impossible);
        }
    }
}
