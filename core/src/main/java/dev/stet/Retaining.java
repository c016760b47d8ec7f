package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.rules.History;
import dev.stet.storage.ContentRow;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.Serving;
import dev.stet.storage.Storage;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Loads the whole history of one agent in pages: all that retention has to look at, and of contents no bytes. */
final class Retaining {
    private static final int PAGE = 500;

    private final Storage storage;
    private final AgentKey key;

    Retaining(Storage storage, AgentKey key) {
        this.storage = storage;
        this.key = key;
    }

    /** @param servedSince versions that served at this instant or later are told */
    History history(Agent agent, Instant servedSince) {
        List<Draft> drafts = pages(last ->
                storage.listDrafts(key, new DraftQuery(Optional.empty(), last.map(DraftQuery.Position::of), PAGE)));
        List<Environment> environments =
                storage.listEnvironments(key).stream().map(Serving::environment).toList();
        Set<Long> served = new HashSet<>();
        environments.forEach(environment -> addServed(environment.name(), servedSince, served));
        return new History(
                agent,
                versions(),
                drafts,
                drafts.stream().flatMap(draft -> revisions(draft).stream()).toList(),
                environments,
                environments.stream()
                        .flatMap(environment -> pageRevisions(environment.name()).stream())
                        .toList(),
                served,
                pages(last -> storage.listContents(key, last.map(ContentRow::hash), PAGE)));
    }

    private List<Version> versions() {
        return pages(last -> storage.listVersions(
                key,
                new VersionQuery(VersionFilter.all(), last.map(Version::number).orElse(Long.MAX_VALUE), 0, PAGE)));
    }

    private List<DraftRevision> revisions(Draft draft) {
        return pages(last -> storage.listRevisions(
                key, draft.id(), last.map(DraftRevision::number).orElse(Long.MAX_VALUE), PAGE));
    }

    private List<PageRevision> pageRevisions(String environment) {
        return pages(last -> storage.listPageRevisions(
                key, environment, last.map(PageRevision::number).orElse(Long.MAX_VALUE), PAGE));
    }

    /** Each deployment served until the next one in its environment. */
    private void addServed(String environment, Instant since, Set<Long> served) {
        Instant until = Instant.MAX;
        long before = Long.MAX_VALUE;
        while (true) {
            List<Deployment> page = storage.listDeployments(key, DeploymentQuery.in(environment, before, PAGE));
            for (Deployment deployment : page) {
                if (!until.isAfter(since)) {
                    return;
                }
                deployment.version().ifPresent(served::add);
                until = deployment.at();
                before = deployment.number();
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    /**
     * All of a list.
     *
     * @param next the page that follows a row, or the first one
     */
    private static <T> List<T> pages(Function<Optional<T>, List<T>> next) {
        List<T> all = new ArrayList<>();
        List<T> page = next.apply(Optional.empty());
        all.addAll(page);
        while (page.size() == PAGE) {
            page = next.apply(Optional.of(page.get(PAGE - 1)));
            all.addAll(page);
        }
        return all;
    }
}
