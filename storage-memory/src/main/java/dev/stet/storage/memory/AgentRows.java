package dev.stet.storage.memory;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.content.ContentHash;
import dev.stet.environment.Environment;
import dev.stet.page.PageRevision;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentRow;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.StandingQuery.Beside;
import dev.stet.storage.StoredContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An agent that is there, and everything that goes with it when it is deleted. Immutable.
 *
 * @param agent its row
 * @param position where that row stands in the lists of its workspace
 * @param drafts with their revisions
 * @param versions all of them
 * @param deployments all of them
 * @param environments by name
 * @param pages the revisions of the config page of each environment
 * @param contents by hash
 */
record AgentRows(
        Agent agent,
        AgentPosition position,
        Drafts drafts,
        Versions versions,
        Deployments deployments,
        PSortedMap<String, Serving> environments,
        PMap<String, Numbered<PageRevision>> pages,
        PSortedMap<ContentHash, StoredContent> contents) {
    private static final Comparator<ContentHash> BY_HASH = Comparator.comparing(ContentHash::hex);

    /** An agent that owns nothing yet. */
    static AgentRows of(Agent agent) {
        return new AgentRows(
                agent,
                AgentPosition.of(agent),
                Drafts.NONE,
                Versions.NONE,
                Deployments.NONE,
                TreePMap.empty(),
                HashTreePMap.empty(),
                TreePMap.empty(BY_HASH));
    }

    AgentRows after(Agent row, Changeset change) {
        return new AgentRows(
                row,
                AgentPosition.of(row),
                drafts.plus(change.drafts(), change.revisions())
                        .minus(change.removed().revisions()),
                versions.plus(change.versions(), change.annotations())
                        .minus(change.removed().versions()),
                deployments.plus(change.deployments()),
                environmentsAfter(change),
                pagesAfter(change),
                contentsAfter(change));
    }

    Optional<StoredContent> content(ContentHash hash) {
        return Optional.ofNullable(contents.get(hash));
    }

    Standing standing(StandingQuery query) {
        Optional<Serving> serving =
                query.environment().map(name -> environments.getOrDefault(name, Serving.untouched(name)));
        Optional<Environment> environment = serving.map(Serving::environment);
        return new Standing(
                agent,
                query.draft().flatMap(drafts::find),
                query.latest() ? versions.find(agent.head().latestVersion()) : Optional.empty(),
                serving,
                environment
                        .filter(row -> query.asks(Beside.DEPLOYMENT))
                        .flatMap(row -> find(deployments::find, row.deployment())),
                environment
                        .filter(row -> query.asks(Beside.VERSION))
                        .flatMap(row -> find(versions::find, row.version())),
                environment
                        .filter(row -> query.asks(Beside.PAGE))
                        .flatMap(row -> page(row.name()).find(row.page())));
    }

    /** A content and those it builds on, as far as they are there. */
    List<StoredContent> contentChain(ContentHash hash, int limit) {
        return Stream.iterate(
                        content(hash),
                        Optional::isPresent,
                        row -> row.flatMap(StoredContent::base).flatMap(this::content))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    List<ContentRow> listContents(Optional<ContentHash> after, int limit) {
        return after.map(hash -> contents.tailMap(hash, false)).orElse(contents).values().stream()
                .limit(limit)
                .map(row -> new ContentRow(row.hash(), row.base(), row.length()))
                .toList();
    }

    private static <T> Optional<T> find(LongFunction<Optional<T>> numbered, OptionalLong number) {
        return number.isPresent() ? numbered.apply(number.getAsLong()) : Optional.empty();
    }

    List<PageRevision> listPageRevisions(String environment, long before, int limit) {
        return page(environment).newestFirst(before).limit(limit).toList();
    }

    private Numbered<PageRevision> page(String environment) {
        return pages.getOrDefault(environment, Numbered.none());
    }

    boolean passes(AgentFilter filter) {
        return filter.accepts(agent, this::serves);
    }

    private boolean serves(String environment) {
        return Optional.ofNullable(environments.get(environment))
                .filter(found -> found.environment().version().isPresent())
                .isPresent();
    }

    private PSortedMap<String, Serving> environmentsAfter(Changeset change) {
        PSortedMap<String, Serving> after = environments;
        for (Serving environment : change.environments()) {
            after = after.plus(environment.name(), environment);
        }
        return after;
    }

    private PMap<String, Numbered<PageRevision>> pagesAfter(Changeset change) {
        PMap<String, Numbered<PageRevision>> after = pages;
        for (PageRevision page : change.pages()) {
            after = after.plus(
                    page.environment(),
                    after.getOrDefault(page.environment(), Numbered.none()).plus(page.number(), page));
        }
        return after;
    }

    private PSortedMap<ContentHash, StoredContent> contentsAfter(Changeset change) {
        PSortedMap<ContentHash, StoredContent> after = contents;
        for (StoredContent content : change.contents()) {
            if (!after.containsKey(content.hash())) {
                after = after.plus(content.hash(), content);
            }
        }
        return after.minusAll(change.removed().contents());
    }
}
