package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is known of one agent, as it is read without a store. */
abstract sealed class KnownFacts implements Reading permits Known {
    final AgentKey key;
    private final Map<DraftId, Draft> drafts = new LinkedHashMap<>();
    private final Map<DraftRef, DraftRevision> revisions = new LinkedHashMap<>();
    private final NavigableMap<Long, Version> versions = new TreeMap<>();
    private final NavigableMap<Long, Deployment> deployments = new TreeMap<>();
    private final NavigableMap<String, Serving> environments = new TreeMap<>();
    private final Map<PageRef, PageRevision> pages = new LinkedHashMap<>();
    private final Map<ContentHash, Content> contents = new LinkedHashMap<>();
    private final Map<AgentKey, KnownFacts> others = new LinkedHashMap<>();
    private Optional<Agent> agent = Optional.empty();

    KnownFacts(AgentKey key) {
        this.key = key;
    }

    /** The agent, as it is. */
    final Agent found() {
        return agent(key);
    }

    /** The agent, if there is one. */
    final Optional<Agent> row() {
        return agent;
    }

    final DraftId unusedDraft() {
        return DraftId.of("d-" + (drafts.size() + 1));
    }

    final long latest() {
        return agent.map(row -> row.head().latestVersion()).orElse(0L);
    }

    final void know(KnownFacts other) {
        others.put(other.key, other);
    }

    /** A version that somebody published. */
    final void know(Version version) {
        Head head = found().head();
        versions.put(version.number(), version);
        agent = agent.map(row -> row.withHead(new Head(
                head.revision() + 1,
                head.at(),
                version.number(),
                head.latestDeployment(),
                head.openDrafts(),
                head.servedIn(),
                head.leap())));
    }

    /** The revision at which an environment's config page is now. */
    final void know(PageRevision revision) {
        pages.put(revision.ref(), revision);
        environments.put(
                revision.environment(), serving(key, revision.environment()).after(revision));
    }

    final void forget(long version) {
        versions.remove(version);
    }

    final void give(Content content) {
        contents.put(content.hash(), content);
    }

    final void learn(AgentChange change) {
        agent = change.agent();
        change.drafts().forEach(draft -> drafts.put(draft.id(), draft));
        change.revisions().forEach(revision -> revisions.put(revision.ref(), revision));
        change.versions().forEach(version -> versions.put(version.number(), version));
        change.annotated().forEach(version -> versions.put(version.number(), version));
        change.deployments().forEach(deployment -> deployments.put(deployment.number(), deployment));
        change.pages().forEach(page -> pages.put(page.ref(), page));
        change.environments().forEach(serving -> environments.put(serving.name(), serving));
        change.removed().versions().forEach(versions::remove);
        change.removed().revisions().forEach(revisions::remove);
        change.removed().contents().forEach(contents::remove);
    }

    private KnownFacts at(AgentKey other) {
        return other.equals(key)
                ? this
                : Optional.ofNullable(others.get(other)).orElseThrow(() -> AgentRules.none(other));
    }

    private static <T> T there(Optional<T> found, String what, AgentKey where) {
        return found.orElseThrow(() -> new NotFoundException(what, "agent " + where));
    }

    @Override
    public Agent agent(AgentKey whose) {
        return at(whose).agent.orElseThrow(() -> AgentRules.none(whose));
    }

    @Override
    public Optional<Draft> findDraft(AgentKey whose, DraftId id) {
        return Optional.ofNullable(at(whose).drafts.get(id));
    }

    @Override
    public Draft draft(AgentKey whose, DraftId id) {
        return there(findDraft(whose, id), "draft " + id, whose);
    }

    @Override
    public Draft draft(AgentKey whose, DraftRef then) {
        return draft(whose, then.id()).at(revision(whose, then));
    }

    @Override
    public Optional<Draft> findOpenDraft(AgentKey whose) {
        return at(whose).drafts.values().stream()
                .filter(draft -> draft.status() == DraftStatus.OPEN)
                .reduce((one, later) -> later);
    }

    @Override
    public DraftRevision revision(AgentKey whose, DraftRef ref) {
        return there(Optional.ofNullable(at(whose).revisions.get(ref)), "revision " + ref, whose);
    }

    @Override
    public Optional<Version> findVersion(AgentKey whose, long number) {
        return Optional.ofNullable(at(whose).versions.get(number));
    }

    @Override
    public Optional<Version> findVersion(AgentKey whose, VersionId id) {
        return at(whose).versions.values().stream()
                .filter(version -> version.id().equals(id))
                .findFirst();
    }

    @Override
    public Version version(AgentKey whose, long number) {
        return there(findVersion(whose, number), "version " + number, whose);
    }

    @Override
    public Deployment deployment(AgentKey whose, long number) {
        return there(Optional.ofNullable(at(whose).deployments.get(number)), "deployment " + number, whose);
    }

    @Override
    public Optional<Deployment> findLastDeploymentOf(AgentKey whose, long version, String environment) {
        return at(whose).deployments.descendingMap().values().stream()
                .filter(made -> made.environment().equals(environment))
                .filter(made -> made.version().equals(OptionalLong.of(version)))
                .findFirst();
    }

    @Override
    public List<Environment> environments(AgentKey whose) {
        return at(whose).environments.values().stream()
                .map(Serving::environment)
                .toList();
    }

    @Override
    public Serving serving(AgentKey whose, String environment) {
        return at(whose).environments.getOrDefault(environment, Serving.untouched(environment));
    }

    @Override
    public Standing standing(AgentKey whose, String environment, Beside... beside) {
        StandingQuery query = StandingQuery.of(whose).with(environment);
        for (Beside row : beside) {
            query = query.with(row);
        }
        return standing(query);
    }

    @Override
    public Standing standing(StandingQuery query) {
        return at(query.key()).standing(query, at(query.key()).agent).orElseThrow(() -> AgentRules.none(query.key()));
    }

    /** No row but those that are asked for. */
    final Optional<Standing> standing(StandingQuery query, Optional<Agent> whose) {
        Optional<Serving> serving = query.environment().map(name -> serving(query.key(), name));
        Optional<Environment> environment = serving.map(Serving::environment);
        return whose.map(found -> new Standing(
                found,
                query.draft().map(drafts::get),
                query.latest() ? findVersion(key, found.head().latestVersion()) : Optional.empty(),
                serving,
                named(query, Beside.DEPLOYMENT, environment.map(Environment::deployment), deployments),
                named(query, Beside.VERSION, environment.map(Environment::version), versions),
                query.asks(Beside.PAGE)
                        ? environment.map(at -> pages.get(new PageRef(at.name(), at.page())))
                        : Optional.empty()));
    }

    private static <T> Optional<T> named(
            StandingQuery query, Beside row, Optional<OptionalLong> number, Map<Long, T> rows) {
        return query.asks(row)
                ? number.filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .map(rows::get)
                : Optional.empty();
    }

    @Override
    public ConfigPage page(AgentKey whose, PageRef ref) {
        return ref.revision() == 0
                ? ConfigPage.empty(ref.environment())
                : page(whose, there(Optional.ofNullable(at(whose).pages.get(ref)), "page " + ref, whose));
    }

    @Override
    public ConfigPage page(Standing standing) {
        return standing.page()
                .map(revision -> page(standing.agent().key(), revision))
                .orElseGet(
                        () -> ConfigPage.empty(standing.serving().orElseThrow().name()));
    }

    private ConfigPage page(AgentKey whose, PageRevision revision) {
        return ConfigPage.of(revision, content(whose, revision.variables()), content(whose, revision.schema()));
    }

    @Override
    public Content schema(AgentKey whose, Serving serving) {
        return serving.page().map(page -> content(whose, page.schema())).orElseGet(Content::empty);
    }

    @Override
    public Optional<PageRules.Served> served(AgentKey whose, Serving serving) {
        return serving.snapshot()
                .map(snapshot -> new PageRules.Served(
                        serving.environment().version().orElseThrow(), content(whose, snapshot.hash())));
    }

    @Override
    public Content content(AgentKey whose, Draft draft) {
        return content(whose, draft.hash());
    }

    @Override
    public Content content(AgentKey whose, Version version) {
        return content(whose, version.hash());
    }

    private Content content(AgentKey whose, ContentHash hash) {
        return there(Optional.ofNullable(at(whose).contents.get(hash)), "content " + hash, whose);
    }

    @Override
    public Source source(AgentKey whose, Ref ref) {
        if (ref instanceof Ref.OfVersion version) {
            return Source.ofVersion(version.number(), content(whose, version(whose, version.number())));
        }
        if (ref instanceof Ref.OfContent content) {
            return Source.given(content.content());
        }
        DraftRef at = ref instanceof Ref.OfRevision revision
                ? revision.draft()
                : draft(whose, ((Ref.OfDraft) ref).id()).ref();
        DraftRevision revision = revision(whose, at);
        return Source.ofDraft(draft(whose, at.id()), revision, content(whose, revision.hash()));
    }

    /** Each content stands by itself, in as many bytes as it has. */
    @Override
    public History history(Agent whose, Instant servedSince) {
        KnownFacts known = at(whose.key());
        return new History(
                whose,
                newestFirst(known.versions.values()),
                newestFirst(known.drafts.values()),
                newestFirst(known.revisions.values()),
                environments(whose.key()),
                newestFirst(known.pages.values()),
                known.served(servedSince),
                known.contents.values().stream()
                        .map(content -> new ContentRow(content.hash(), Optional.empty(), content.size()))
                        .toList());
    }

    /** The versions that served at an instant or later. */
    private Set<Long> served(Instant since) {
        Set<Long> served = new HashSet<>();
        Map<String, Instant> until = new LinkedHashMap<>();
        for (Deployment made : deployments.descendingMap().values()) {
            if (until.getOrDefault(made.environment(), Instant.MAX).isAfter(since)) {
                made.version().ifPresent(served::add);
            }
            until.put(made.environment(), made.at());
        }
        return served;
    }

    private static <T> List<T> newestFirst(Collection<T> rows) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(0, row));
        return list;
    }

    @Override
    public <R> R steady(AgentKey whose, Supplier<R> read) {
        return read.get();
    }
}
