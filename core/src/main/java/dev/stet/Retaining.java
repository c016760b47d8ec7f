package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.facts.ContentRow;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DeploymentQuery.From;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Facts;
import dev.stet.facts.Serving;
import dev.stet.facts.VersionQuery;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.rules.History;
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

    private final Facts facts;
    private final AgentKey key;

    Retaining(Facts facts, AgentKey key) {
        this.facts = facts;
        this.key = key;
    }

    /** @param servedSince versions that served at this instant or later are told */
    History history(Agent agent, Instant servedSince) {
        List<Draft> drafts = pages(last ->
                facts.listDrafts(key, new DraftQuery(Optional.empty(), last.map(DraftQuery.Position::of), PAGE)));
        List<Environment> environments =
                facts.listEnvironments(key).stream().map(Serving::environment).toList();
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
                pages(last -> facts.listContents(key, last.map(ContentRow::hash), PAGE)));
    }

    private List<Version> versions() {
        return pages(last -> facts.listVersions(
                key,
                new VersionQuery(VersionFilter.all(), last.map(Version::number).orElse(Long.MAX_VALUE), 0, PAGE)));
    }

    private List<DraftRevision> revisions(Draft draft) {
        return pages(last -> facts.listRevisions(
                key, draft.id(), last.map(DraftRevision::number).orElse(Long.MAX_VALUE), PAGE));
    }

    private List<PageRevision> pageRevisions(String environment) {
        return pages(last -> facts.listPageRevisions(
                key, environment, last.map(PageRevision::number).orElse(Long.MAX_VALUE), PAGE));
    }

    /** Each deployment served until the next one in its environment. */
    private void addServed(String environment, Instant since, Set<Long> served) {
        Instant until = Instant.MAX;
        Optional<From> from = Optional.empty();
        while (true) {
            List<Deployment> page = facts.listDeployments(key, DeploymentQuery.in(environment, from, PAGE));
            for (Deployment deployment : page) {
                if (!until.isAfter(since)) {
                    return;
                }
                deployment.version().ifPresent(served::add);
                until = deployment.at();
                from = Optional.of(From.After.of(deployment));
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
