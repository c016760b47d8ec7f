package dev.stet.storage.tck.oracle;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All there is of one agent, in plain lists and maps. What can be counted is counted and not kept. */
final class AgentState {
    private final AgentKey key;
    private Optional<Agent> card = Optional.empty();
    private final Map<DraftId, Draft> drafts = new LinkedHashMap<>();
    private final Map<DraftRef, DraftRevision> revisions = new LinkedHashMap<>();
    private final Map<ContentHash, Content> contents = new LinkedHashMap<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<String, Environment> environments = new TreeMap<>();
    private final Map<PageRef, PageRevision> pages = new LinkedHashMap<>();
    private Optional<Leap> leap = Optional.empty();
    private final List<AuditEntry> trail = new ArrayList<>();
    private final Map<RequestId, Answered> answers = new LinkedHashMap<>();

    /** A request that was made: the call, what it was answered, and its place in the trail. */
    record Answered(Command command, Object answer, long number) {}

    AgentState(AgentKey key) {
        this.key = key;
    }

    AgentState copy() {
        AgentState copy = new AgentState(key);
        copy.card = card;
        copy.drafts.putAll(drafts);
        copy.revisions.putAll(revisions);
        copy.contents.putAll(contents);
        copy.versions.addAll(versions);
        copy.deployments.addAll(deployments);
        copy.environments.putAll(environments);
        copy.pages.putAll(pages);
        copy.leap = leap;
        copy.trail.addAll(trail);
        copy.answers.putAll(answers);
        return copy;
    }

    AgentKey key() {
        return key;
    }

    /** Whether the id was ever given. */
    boolean everWas() {
        return !trail.isEmpty();
    }

    Optional<Agent> agent() {
        return card.map(row -> row.withHead(head()));
    }

    /** The head, counted: nothing but the trail says how far the agent has come. */
    private Head head() {
        return new Head(
                trail.size(),
                lastChange().orElseThrow(),
                versions.size(),
                deployments.size(),
                openDrafts(),
                servedIn(),
                leap);
    }

    Optional<Instant> lastChange() {
        return trail.isEmpty()
                ? Optional.empty()
                : Optional.of(trail.get(trail.size() - 1).at());
    }

    private int openDrafts() {
        return (int) drafts.values().stream()
                .filter(draft -> draft.status() == DraftStatus.OPEN)
                .count();
    }

    private NavigableSet<String> servedIn() {
        return environments.values().stream()
                .filter(environment -> environment.version().isPresent())
                .map(Environment::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<DraftId, Draft> drafts() {
        return drafts;
    }

    Map<DraftRef, DraftRevision> revisions() {
        return revisions;
    }

    List<Version> versions() {
        return versions;
    }

    Optional<Version> version(long number) {
        return numbered(versions, number);
    }

    Optional<Version> latest() {
        return version(versions.size());
    }

    List<Deployment> deployments() {
        return deployments;
    }

    Optional<Deployment> deployment(long number) {
        return numbered(deployments, number);
    }

    /** The last deployment that meets a condition. */
    Optional<Deployment> lastDeployment(Predicate<Deployment> condition) {
        return deployments.stream().filter(condition).max(Comparator.comparingLong(Deployment::number));
    }

    /** A freeze that was lifted leaves nothing behind. */
    void settle(Environment environment) {
        if (environment.isUntouched()) {
            environments.remove(environment.name());
        } else {
            environments.put(environment.name(), environment);
        }
    }

    Map<String, Environment> environments() {
        return environments;
    }

    Environment environment(String name) {
        return environments.getOrDefault(name, Environment.untouched(name));
    }

    Map<PageRef, PageRevision> pages() {
        return pages;
    }

    /** The config page of an environment as it is. */
    ConfigPage page(String environment) {
        return findPage(new PageRef(environment, environment(environment).page()))
                .orElseThrow();
    }

    Optional<ConfigPage> findPage(PageRef ref) {
        return ref.revision() == 0
                ? Optional.of(ConfigPage.empty(ref.environment()))
                : Optional.ofNullable(pages.get(ref))
                        .map(found -> ConfigPage.of(found, content(found.variables()), content(found.schema())));
    }

    Optional<Deployment> active(String environment) {
        OptionalLong number = environment(environment).deployment();
        return number.isPresent() ? deployment(number.getAsLong()) : Optional.empty();
    }

    Optional<Leap> leap() {
        return leap;
    }

    void leap(Optional<Leap> given) {
        leap = given;
    }

    List<AuditEntry> trail() {
        return trail;
    }

    Map<RequestId, Answered> answers() {
        return answers;
    }

    Content content(ContentHash hash) {
        return Optional.ofNullable(contents.get(hash)).orElseThrow();
    }

    /** The content a reference points at; empty where there is no such thing. */
    Optional<Content> content(Ref ref) {
        if (ref instanceof Ref.OfVersion version) {
            return version(version.number()).map(found -> content(found.hash()));
        }
        if (ref instanceof Ref.OfDraft draft) {
            return Optional.ofNullable(drafts.get(draft.id())).map(found -> content(found.hash()));
        }
        if (ref instanceof Ref.OfRevision revision) {
            return Optional.ofNullable(revisions.get(revision.draft())).map(found -> content(found.hash()));
        }
        return Optional.of(((Ref.OfContent) ref).content());
    }

    void keep(Agent row) {
        card = Optional.of(row);
    }

    void keep(Content content) {
        contents.putIfAbsent(content.hash(), content);
    }

    /** Takes away everything but the trail and what was answered. */
    void delete() {
        card = Optional.empty();
        drafts.clear();
        revisions.clear();
        contents.clear();
        versions.clear();
        deployments.clear();
        environments.clear();
        pages.clear();
    }

    private static <T> Optional<T> numbered(List<T> rows, long number) {
        return number < 1 || number > rows.size() ? Optional.empty() : Optional.of(rows.get((int) number - 1));
    }
}
