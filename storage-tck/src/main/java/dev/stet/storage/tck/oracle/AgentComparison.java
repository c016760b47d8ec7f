package dev.stet.storage.tck.oracle;

import dev.stet.Contents;
import dev.stet.Drafts;
import dev.stet.Environments;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Versions;
import dev.stet.Workspace;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.facts.DraftQuery;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** Holds everything that can be asked of one agent against what the model says. */
final class AgentComparison {
    private final Workspace workspace;
    private final AgentState state;
    private final Setup setup;
    private final Instant now;
    private final AgentKey key;
    private final AgentId id;

    AgentComparison(Workspace workspace, AgentState state, Setup setup, Instant now) {
        this.workspace = workspace;
        this.state = state;
        this.setup = setup;
        // What a registry knows of the time: the mirror of a nanosecond is another microsecond.
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.key = state.key();
        this.id = key.agent();
    }

    void compare() {
        same("agent", state.agent(), workspace.agents().find(id));
        drafts();
        versions();
        deployments();
        if (state.agent().isPresent()) {
            contents();
            environments();
            new PageComparison(workspace.pages(id), state).compare(pipeline());
        } else {
            absence();
        }
        resolutions();
    }

    private void absence() {
        Refusal gone = Refusal.notFound("agent " + id);
        refused("agent", gone, () -> workspace.agents().get(id));
        refused("pages", gone, () -> workspace.pages(id).list());
        refused("page", gone, () -> workspace.pages(id).get("live"));
        refused("environments", gone, () -> workspace.environments(id).list());
        refused("content", gone, () -> workspace.contents(id).read(Ref.version(1)));
    }

    private void drafts() {
        Drafts drafts = workspace.drafts(id);
        same("open drafts", drafts(draft -> draft.status() == DraftStatus.OPEN), Pages.all(drafts::list));
        same("drafts", drafts(any -> true), Pages.all(range -> drafts.list(Optional.empty(), range)));
        for (DraftStatus status : DraftStatus.values()) {
            same(
                    status + " drafts",
                    drafts(draft -> draft.status() == status),
                    Pages.all(range -> drafts.list(Optional.of(status), range)));
        }
        for (Draft draft : state.drafts().values()) {
            same("draft " + draft.id(), Optional.of(draft), drafts.find(draft.id()));
            List<DraftRevision> revisions = revisionsOf(draft);
            same("revisions of " + draft.id(), revisions, Pages.all(range -> drafts.revisions(draft.id(), range)));
            for (DraftRevision revision : revisions) {
                same("revision " + revision.ref(), Optional.of(revision), drafts.findRevision(revision.ref()));
            }
        }
    }

    private List<Draft> drafts(Predicate<Draft> condition) {
        return state.drafts().values().stream()
                .filter(condition)
                .sorted(Comparator.comparing(DraftQuery.Position::of, DraftQuery.Position.ORDER))
                .toList();
    }

    private List<DraftRevision> revisionsOf(Draft draft) {
        return newestFirst(state.revisions().values().stream()
                .filter(revision -> revision.draft().equals(draft.id()))
                .toList());
    }

    private void versions() {
        Versions versions = workspace.versions(id);
        versions("versions", VersionFilter.all(), any -> true);
        versions("pinned versions", VersionFilter.all().pinned(true), Version::pinned);
        versions("versions in use", VersionFilter.all().archived(false), version -> !version.archived());
        versions(
                "labelled versions",
                VersionFilter.all().label("first"),
                version -> version.label().equals("first"));
        for (Version version : state.versions()) {
            same("version", Optional.of(version), versions.find(version.number()));
            same("version by id", Optional.of(version), versions.find(version.id()));
            same("verified version", version, versions.verify(version.number()));
        }
        same(
                "version after the last",
                Optional.empty(),
                versions.find(state.versions().size() + 1L));
    }

    private void versions(String what, VersionFilter filter, Predicate<Version> condition) {
        Versions versions = workspace.versions(id);
        List<Version> expected =
                newestFirst(state.versions().stream().filter(condition).toList());
        same(what, expected, Pages.all(range -> versions.list(filter, range)));
        same("third of the " + what, expected.stream().skip(2).limit(3).toList(), versions.listFrom(2, filter, 3));
    }

    private void contents() {
        Contents contents = workspace.contents(id);
        for (DraftRevision revision : state.revisions().values()) {
            same(
                    "content of " + revision.ref(),
                    state.content(revision.hash()),
                    contents.read(Ref.revision(revision.ref())));
        }
        for (Version version : state.versions()) {
            Content content = state.content(version.hash());
            same("content of version", content, contents.read(Ref.version(version.number())));
        }
        String kind = state.agent().orElseThrow().kind();
        for (Draft draft : state.drafts().values()) {
            Content content = state.content(draft.hash());
            same(
                    "findings of " + draft.id(),
                    setup.contentRulesOf(kind).findings(content),
                    workspace.drafts(id).findings(draft.id()));
            same(
                    "changed sections of " + draft.id(),
                    base(draft).changesTo(content),
                    workspace.drafts(id).changedSections(draft.id()));
        }
    }

    private Content base(Draft draft) {
        return draft.base().isPresent()
                ? state.content(
                        state.version(draft.base().getAsLong()).orElseThrow().hash())
                : Content.empty();
    }

    private void environments() {
        Environments environments = workspace.environments(id);
        Set<String> names = new LinkedHashSet<>(pipeline());
        names.addAll(state.environments().keySet());
        same("environments", names.stream().map(state::environment).toList(), environments.list());
        Map<String, Deployment> active = new LinkedHashMap<>();
        names.forEach(name -> state.active(name).ifPresent(deployment -> active.put(name, deployment)));
        same("active deployments", active, environments.active());
        same(
                "order of active deployments",
                List.copyOf(active.keySet()),
                List.copyOf(environments.active().keySet()));
        for (String name : names) {
            same("environment " + name, state.environment(name), environments.get(name));
            same("active in " + name, state.active(name), environments.findActive(name));
        }
        refused(
                "environment that never was",
                Refusal.of(UnknownEnvironmentException.class),
                () -> environments.get("never-was"));
    }

    private List<String> pipeline() {
        return setup.pipelineOf(state.agent().orElseThrow().kind()).environments();
    }

    private void deployments() {
        Environments environments = workspace.environments(id);
        List<Deployment> deployments = state.deployments();
        same("deployments", newestFirst(deployments), Pages.all(environments::history));
        for (Deployment deployment : deployments) {
            same("deployment", Optional.of(deployment), environments.findDeployment(deployment.number()));
        }
        Set<String> names = new LinkedHashSet<>(setup.pipeline().environments());
        names.addAll(state.environments().keySet());
        for (String name : names) {
            List<Deployment> there = deployments.stream()
                    .filter(made -> made.environment().equals(name))
                    .toList();
            judged(
                    "history of " + name,
                    toldOf(name, newestFirst(there), there.isEmpty()),
                    () -> Pages.all(range -> environments.history(name, range)));
            for (Instant instant : instants()) {
                Optional<Deployment> served = servedAt(there, instant);
                judged(
                        "served in " + name + " at " + instant,
                        toldOf(name, served, served.isEmpty()),
                        () -> environments.servedAt(name, instant));
            }
        }
    }

    /** Where nothing was, it is told whether the environment is one at all. */
    private Verdict toldOf(String environment, Object answer, boolean nothing) {
        if (nothing && state.agent().isEmpty()) {
            return no(Refusal.notFound("agent " + id));
        }
        boolean known = !nothing
                || pipeline().contains(environment)
                || state.environments().containsKey(environment);
        return known ? new Verdict.Answer(answer) : no(Refusal.of(UnknownEnvironmentException.class));
    }

    /** Around every deployment, to the nanosecond. */
    private Set<Instant> instants() {
        Set<Instant> instants = new LinkedHashSet<>();
        instants.add(Instant.parse("2000-01-01T00:00:00Z"));
        instants.add(now.minusMillis(1));
        instants.add(now);
        instants.add(now.plusNanos(999));
        for (Deployment deployment : state.deployments()) {
            instants.add(deployment.at().minusNanos(1));
            instants.add(deployment.at());
            instants.add(deployment.at().plusNanos(999));
        }
        return instants;
    }

    /** From now on it is what is active. */
    private Optional<Deployment> servedAt(List<Deployment> there, Instant instant) {
        Instant settled = there.stream()
                .map(Deployment::at)
                .filter(at -> !at.isAfter(now))
                .reduce(Instant.MIN, (earlier, later) -> later);
        return there.stream()
                .filter(made -> !instant.isBefore(now)
                        || (!(made.at().isAfter(now) && settled.isAfter(instant))
                                && !since(made).isAfter(instant)))
                .reduce((earlier, later) -> later);
    }

    /** Since when, by the clock of who asks: what is still to come was as far in the past, or at its earliest time. */
    private Instant since(Deployment deployment) {
        boolean farAhead = Duration.between(now, deployment.at()).compareTo(Stet.DEFAULT_CLOCK_TOLERANCE) > 0;
        Instant time = farAhead ? deployment.earliest().orElse(deployment.at()) : deployment.at();
        return time.isAfter(now) ? now.minus(Duration.between(now, time)) : time;
    }

    private void resolutions() {
        for (String name : setup.pipeline().environments()) {
            judged("resolution of " + name, resolution(name), () -> workspace.resolve(id, name));
        }
        for (Version version : state.versions()) {
            judged(
                    "resolution of a version",
                    resolution(Ref.version(version.number()), version),
                    () -> workspace.resolve(id, Ref.version(version.number())));
        }
    }

    private Verdict resolution(String environment) {
        if (state.agent().isEmpty()) {
            return no(Refusal.notFound("agent " + id));
        }
        Set<Refusal> reasons = new LinkedHashSet<>();
        AgentStatus status = state.agent().orElseThrow().status();
        if (status != AgentStatus.ACTIVE) {
            reasons.add(Refusal.of(AgentUnavailableException.class, status));
        }
        if (!pipeline().contains(environment)) {
            reasons.add(Refusal.of(UnknownEnvironmentException.class));
        }
        OptionalLong version = state.environment(environment).version();
        if (version.isEmpty()) {
            reasons.add(Refusal.of(NothingServedException.class));
        }
        if (!reasons.isEmpty()) {
            return new Verdict.No(reasons);
        }
        Version served = state.version(version.getAsLong()).orElseThrow();
        return new Verdict.Answer(new Resolution(
                key,
                Ref.version(served.number()),
                Optional.of(environment),
                state.environment(environment).deployment(),
                state.content(served.hash()),
                state.page(environment).variables(),
                state.page(environment).revision()));
    }

    private Verdict resolution(Ref ref, Version version) {
        AgentStatus status = state.agent().orElseThrow().status();
        return status == AgentStatus.ACTIVE
                ? new Verdict.Answer(new Resolution(
                        key,
                        ref,
                        Optional.empty(),
                        OptionalLong.empty(),
                        state.content(version.hash()),
                        Content.empty(),
                        0))
                : no(Refusal.of(AgentUnavailableException.class, status));
    }

    private static Verdict no(Refusal reason) {
        return new Verdict.No(Set.of(reason));
    }

    private void refused(String what, Refusal reason, Supplier<?> call) {
        judged(what, no(reason), call);
    }

    private void judged(String what, Verdict verdict, Supplier<?> call) {
        Outcome outcome = Outcome.of(call);
        if (!verdict.admits(outcome)) {
            Assertions.fail(what + " of " + key + " must be " + verdict + ", but is " + outcome);
        }
    }

    private void same(String what, Object expected, Object actual) {
        Assertions.assertEquals(expected, actual, () -> what + " of " + key);
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
