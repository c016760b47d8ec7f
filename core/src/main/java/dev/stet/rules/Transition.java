package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Receipt;
import dev.stet.facts.Removed;
import dev.stet.facts.Serving;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what one rule changes about one agent, and closes it into a {@link AgentChange} that moves the head by one. */
final class Transition {
    private final AgentKey key;
    private final Call call;
    private final long expectedHead;
    private final Stamp stamp;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<DraftRevision> revisions = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Version> annotated = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<Serving> environments = new ArrayList<>();
    private final List<PageRevision> pages = new ArrayList<>();
    private final List<NewContent> contents = new ArrayList<>();
    private Removed removed = Removed.nothing();
    private final NavigableMap<String, Change> changes = new TreeMap<>();
    private Subject subject = Subject.agent();
    private Receipt receipt = Receipt.none();
    private final NavigableSet<String> servedIn = new TreeSet<>();
    private long latestVersion;
    private long latestDeployment;
    private int openDrafts;

    private Transition(AgentKey key, Call call, long expectedHead, Stamp stamp) {
        this.key = key;
        this.call = call;
        this.expectedHead = expectedHead;
        this.stamp = stamp;
    }

    /** Of an agent that never was. */
    static Transition birth(AgentKey key, Call call) {
        return new Transition(key, call, 0, Stamp.first(call.now()));
    }

    /** Of an agent as it is. */
    static Transition of(Agent agent, Call call) {
        Head head = agent.head();
        Stamp stamp = Stamp.next(head, call.now(), call.clockTolerance());
        Transition transition = new Transition(agent.key(), call, head.revision(), stamp);
        transition.latestVersion = head.latestVersion();
        transition.latestDeployment = head.latestDeployment();
        transition.openDrafts = head.openDrafts();
        transition.servedIn.addAll(head.servedIn());
        return transition;
    }

    /** When it happens. */
    Instant at() {
        return stamp.at();
    }

    /** When at the earliest, where a clock may be wrong. */
    Optional<Instant> earliest() {
        return stamp.earliest();
    }

    Call call() {
        return call;
    }

    long nextVersion() {
        return latestVersion + 1;
    }

    long nextDeployment() {
        return latestDeployment + 1;
    }

    void open(Draft draft, DraftRevision first) {
        openDrafts++;
        drafts.add(draft);
        revisions.add(first);
    }

    void revise(DraftRevision revision) {
        revisions.add(revision);
    }

    /**
     * Stores a content; only contents that the agent may not have yet need be stored.
     *
     * @param resembles a content that the agent has, and that this one may resemble
     */
    void store(Content content, Optional<ContentHash> resembles) {
        contents.add(new NewContent(content, resembles));
    }

    void replace(Draft draft) {
        drafts.add(draft);
    }

    void close(Draft draft) {
        openDrafts--;
        drafts.add(draft);
    }

    void publish(Version version) {
        latestVersion = version.number();
        versions.add(version);
    }

    void annotate(Version version) {
        annotated.add(version);
    }

    void deploy(Deployment deployment, Serving environment) {
        latestDeployment = deployment.number();
        deployments.add(deployment);
        environments.add(environment);
        if (deployment.version().isPresent()) {
            servedIn.add(deployment.environment());
        } else {
            servedIn.remove(deployment.environment());
        }
    }

    void replace(Serving environment) {
        environments.add(environment);
    }

    void turn(Serving environment, PageRevision page) {
        pages.add(page);
        environments.add(environment.after(page));
    }

    /** Deletes rows that nothing needs any more. */
    void remove(Removed rows) {
        removed = rows;
    }

    /** On what it is, for the audit trail. */
    void about(Subject given) {
        subject = given;
    }

    Subject subject() {
        return subject;
    }

    /** What a retry will be told beyond the audit trail. */
    void leave(Receipt given) {
        receipt = given;
    }

    /** From what to what, for the audit trail. */
    void record(String what, Change change) {
        changes.put(what, change);
    }

    void recordIfChanged(String what, Object from, Object to) {
        if (!from.equals(to)) {
            record(what, Change.of(from, to));
        }
    }

    Head head() {
        return new Head(
                expectedHead + 1, stamp.at(), latestVersion, latestDeployment, openDrafts, servedIn, stamp.leap());
    }

    <R> Decision<R> changed(Action action, Agent agent, R outcome) {
        return decision(outcome, changeset(Optional.of(agent.withHead(head())), action, true));
    }

    <R> Decision<R> deleted(R outcome) {
        return decision(outcome, changeset(Optional.empty(), Action.DELETE_AGENT, true));
    }

    /** Nothing changes; with a request id that is put on record, so that a retry gets the same answer. */
    <R> Decision<R> unchanged(Action action, Agent agent, R outcome) {
        Optional<AgentChange> onRecord =
                call.request().map(request -> changeset(Optional.of(agent.withHead(head())), action, false));
        return new Decision<>(outcome, onRecord, List.of());
    }

    private <R> Decision<R> decision(R outcome, AgentChange changes) {
        return new Decision<>(outcome, Optional.of(changes), contents);
    }

    private AgentChange changeset(Optional<Agent> agent, Action action, boolean changed) {
        AuditEntry audit = new AuditEntry(
                key,
                expectedHead + 1,
                stamp.at(),
                stamp.earliest(),
                call.actor(),
                action,
                subject,
                changed,
                changes,
                call.request(),
                call.asked());
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
                List.of(),
                removed,
                audit,
                receipt);
    }
}
