package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.encoding.ContentEncoding;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.error.NotFoundException;
import dev.stet.error.StetException;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Facts;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.facts.StoredContent;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.rules.AgentRules;
import dev.stet.rules.History;
import dev.stet.rules.PageRules;
import dev.stet.rules.Reading;
import dev.stet.rules.Source;
import dev.stet.storage.DamagedContentException;
import dev.stet.storage.JoinedStorage;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads single rows and contents: what must be there and is not is refused by name. */
final class Rows implements Reading {
    private static final int MOST_ATTEMPTS = 64;

    private final Facts facts;
    private final ContentCache cache;
    private final Optional<Seen> seen;
    private final Consumer<Content> noted;

    Rows(Facts facts, ContentCache cache) {
        this(facts, cache, Optional.empty(), content -> {});
    }

    /**
     * @param seen what was read already, and need not be read again
     * @param noted is told each content that is read
     */
    Rows(Facts facts, ContentCache cache, Optional<Seen> seen, Consumer<Content> noted) {
        this.facts = facts;
        this.cache = cache;
        this.seen = seen;
        this.noted = noted;
    }

    /** An agent as it stands, by what was asked about it. */
    record Seen(StandingQuery query, Standing standing) {
        boolean answers(StandingQuery other) {
            return query.key().equals(other.key())
                    && query.environment().equals(other.environment())
                    && query.beside().containsAll(other.beside());
        }
    }

    Rows within(JoinedStorage transaction) {
        return new Rows(new Facts(transaction), cache.readOnly());
    }

    @Override
    public Agent agent(AgentKey key) {
        return facts.findAgent(key).orElseThrow(() -> AgentRules.none(key));
    }

    @Override
    public Optional<Draft> findDraft(AgentKey key, DraftId id) {
        return standing(key)
                .flatMap(Standing::draft)
                .filter(draft -> draft.id().equals(id))
                .or(() -> facts.findDraft(key, id));
    }

    @Override
    public Draft draft(AgentKey key, DraftId id) {
        return findDraft(key, id).orElseThrow(() -> notFound("draft " + id, key));
    }

    @Override
    public Optional<Draft> findOpenDraft(AgentKey key) {
        return facts.listDrafts(key, new DraftQuery(Optional.of(DraftStatus.OPEN), Optional.empty(), 1)).stream()
                .findFirst();
    }

    Optional<DraftRevision> findRevision(AgentKey key, DraftRef ref) {
        return facts.findRevision(key, ref);
    }

    @Override
    public DraftRevision revision(AgentKey key, DraftRef ref) {
        return findRevision(key, ref).orElseThrow(() -> noRevision(key, ref));
    }

    /** A draft with the content it had at one revision. */
    @Override
    public Draft draft(AgentKey key, DraftRef then) {
        return draft(key, then.id()).at(revision(key, then));
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, long number) {
        return standing(key).flatMap(standing -> standing.findVersion(number)).or(() -> facts.findVersion(key, number));
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, VersionId id) {
        return facts.findVersion(key, id);
    }

    @Override
    public Version version(AgentKey key, long number) {
        return findVersion(key, number).orElseThrow(() -> noVersion(key, number));
    }

    Optional<Deployment> findDeployment(AgentKey key, long number) {
        return facts.findDeployment(key, number);
    }

    @Override
    public Optional<Deployment> findLastDeploymentOf(AgentKey key, long version, String environment) {
        return facts.listDeployments(key, DeploymentQuery.lastOf(version, environment)).stream()
                .findFirst();
    }

    @Override
    public Deployment deployment(AgentKey key, long number) {
        return findDeployment(key, number).orElseThrow(() -> notFound("deployment " + number, key));
    }

    /** Every environment in which something has happened, by name. */
    @Override
    public List<Environment> environments(AgentKey key) {
        return facts.listEnvironments(key).stream().map(Serving::environment).toList();
    }

    /** All that retention has to look at, see {@link Retaining}. */
    @Override
    public History history(Agent agent, Instant servedSince) {
        return new Retaining(facts, agent.key()).history(agent, servedSince);
    }

    @Override
    public Serving serving(AgentKey key, String environment) {
        return standing(key, environment).serving().orElseThrow();
    }

    /** An environment, and rows that it names. */
    @Override
    public Standing standing(AgentKey key, String environment, Beside... beside) {
        StandingQuery query = StandingQuery.of(key).with(environment);
        for (Beside row : beside) {
            query = query.with(row);
        }
        return standing(query);
    }

    /** What is asked about an agent that must be there; a draft and the latest version are looked for elsewhere. */
    @Override
    public Standing standing(StandingQuery query) {
        return seen.filter(known -> known.answers(query))
                .map(Seen::standing)
                .or(() -> facts.findStanding(query))
                .orElseThrow(() -> AgentRules.none(query.key()));
    }

    Optional<PageRevision> findPage(AgentKey key, PageRef ref) {
        return facts.findPage(key, ref);
    }

    /** A config page at one revision; empty at revision 0. */
    @Override
    public ConfigPage page(AgentKey key, PageRef ref) {
        if (ref.revision() == 0) {
            return ConfigPage.empty(ref.environment());
        }
        return page(
                key,
                findPage(key, ref)
                        .orElseThrow(() -> notFound(
                                "revision " + ref.revision() + " of the config page of environment '"
                                        + ref.environment() + "'",
                                key)));
    }

    ConfigPage page(AgentKey key, PageRevision revision) {
        return ConfigPage.of(revision, content(Mention.ofVariables(key, revision)), schema(key, revision));
    }

    /** The schema of a config page at one revision. */
    Content schema(AgentKey key, PageRevision revision) {
        return content(Mention.ofSchema(key, revision));
    }

    /** The config page of an environment as it is; the revision that holds must have been read with it. */
    @Override
    public ConfigPage page(Standing standing) {
        return standing.page()
                .map(revision -> page(standing.agent().key(), revision))
                .orElseGet(
                        () -> ConfigPage.empty(standing.serving().orElseThrow().name()));
    }

    /** The variables of an environment's config page as it is. */
    Content variables(AgentKey key, Serving serving) {
        return serving.page()
                .map(page -> content(Mention.ofVariables(key, serving, page)))
                .orElseGet(Content::empty);
    }

    /** The schema of an environment's config page as it is. */
    @Override
    public Content schema(AgentKey key, Serving serving) {
        return serving.page()
                .map(page -> content(Mention.ofSchema(key, serving, page)))
                .orElseGet(() -> ConfigPage.empty(serving.name()).schema());
    }

    /** What an environment serves; empty where it serves nothing. */
    @Override
    public Optional<PageRules.Served> served(AgentKey key, Serving serving) {
        OptionalLong version = serving.environment().version();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        long number = version.getAsLong();
        Content content = snapshot(key, number, () -> content(Mention.bySnapshot(key, serving, number)));
        return Optional.of(new PageRules.Served(number, content));
    }

    private Optional<Standing> standing(AgentKey key) {
        return seen.filter(known -> known.query().key().equals(key)).map(Seen::standing);
    }

    private Content content(Mention mention) {
        Content content = cache.find(mention).orElseGet(() -> {
            Content stored = storedContent(mention.agent(), mention.hash());
            cache.put(mention, stored);
            return stored;
        });
        noted.accept(content);
        return content;
    }

    /** The content of a draft, as the draft is. */
    @Override
    public Content content(AgentKey key, Draft draft) {
        return content(Mention.by(key, draft));
    }

    /** The content as the store has it, verified against its hash, whatever the cache holds. */
    Content storedContent(AgentKey key, ContentHash hash) {
        List<StoredContent> chain = facts.listContentChain(key, hash, ContentEncoding.MOST_ROWS);
        if (chain.isEmpty()) {
            throw missing(key, hash);
        }
        return ContentEncoding.decoded(key, hash, chain);
    }

    /** The snapshot of a version. */
    @Override
    public Content content(AgentKey key, Version version) {
        return snapshot(key, version.number(), () -> content(Mention.by(key, version)));
    }

    /** The snapshot of a version as the store has it. */
    Content storedContent(AgentKey key, Version version) {
        return snapshot(key, version.number(), () -> storedContent(key, version.hash()));
    }

    private Content snapshot(AgentKey key, long version, Supplier<Content> read) {
        try {
            return read.get();
        } catch (DamagedContentException damage) {
            boolean there = facts.findVersion(key, version).isPresent();
            throw there ? damage.inVersion(version) : noVersion(key, version);
        }
    }

    /**
     * A read of several steps of what may change meanwhile. Where it came upon something that was dropped, that is no answer
     * while the agent moves on: it begins anew. What it answers was true at an instant of the call.
     */
    @Override
    public <R> R steady(AgentKey key, Supplier<R> read) {
        Optional<Long> head = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            try {
                return read.get();
            } catch (NotFoundException missing) {
                Optional<Long> now =
                        facts.findAgent(key).map(agent -> agent.head().revision());
                if (!missing.dropped() || attempt == MOST_ATTEMPTS || (attempt > 1 && now.equals(head))) {
                    throw missing;
                }
                head = now;
            }
        }
    }

    @Override
    public Source source(AgentKey key, Ref ref) {
        if (ref instanceof Ref.OfVersion version) {
            return Source.ofVersion(version.number(), content(key, version(key, version.number())));
        }
        if (ref instanceof Ref.OfDraft draft) {
            return steady(key, () -> {
                Draft source = draft(key, draft.id());
                return draftSource(key, source, source.ref());
            });
        }
        if (ref instanceof Ref.OfRevision revision) {
            return draftSource(key, draft(key, revision.draft().id()), revision.draft());
        }
        return Source.given(((Ref.OfContent) ref).content());
    }

    private Source draftSource(AgentKey key, Draft draft, DraftRef at) {
        DraftRevision revision = revision(key, at);
        return Source.ofDraft(draft, revision, content(key, revision));
    }

    private Content content(AgentKey key, DraftRevision revision) {
        try {
            return content(Mention.by(key, revision));
        } catch (DamagedContentException damage) {
            throw findRevision(key, revision.ref()).isPresent() ? damage : noRevision(key, revision.ref());
        }
    }

    /** Every number up to the latest was given once: what is missing of them was dropped. */
    private NotFoundException noVersion(AgentKey key, long number) {
        boolean given = number > 0
                && facts.findAgent(key)
                        .filter(agent -> number <= agent.head().latestVersion())
                        .isPresent();
        return notFound(
                "version " + number,
                key,
                given && facts.findVersion(key, number).isEmpty());
    }

    private NotFoundException noRevision(AgentKey key, DraftRef ref) {
        boolean given = ref.revision() > 0
                && facts.findDraft(key, ref.id())
                        .filter(draft -> ref.revision() <= draft.revision())
                        .isPresent();
        return notFound(
                "revision " + ref.revision() + " of draft " + ref.id(),
                key,
                given && findRevision(key, ref).isEmpty());
    }

    private static NotFoundException notFound(String what, AgentKey key) {
        return notFound(what, key, false);
    }

    private static NotFoundException notFound(String what, AgentKey key, boolean dropped) {
        String where = "agent " + key;
        return dropped ? NotFoundException.dropped(what, where) : new NotFoundException(what, where);
    }

    /** A row names a content that is not there: either the agent was deleted in between, or the store lost it. */
    private StetException missing(AgentKey key, ContentHash hash) {
        return facts.findAgent(key).isEmpty()
                ? AgentRules.none(key)
                : new DamagedContentException(key.toString(), hash, "it is missing");
    }
}
