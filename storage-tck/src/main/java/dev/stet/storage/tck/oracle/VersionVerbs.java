package dev.stet.storage.tck.oracle;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.Finding;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.Replacing;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Annotate;
import dev.stet.version.Annotation;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Lineage;
import dev.stet.version.Publish;
import dev.stet.version.Publish.Deploying;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import dev.stet.version.VersionIdTakenException;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** How versions come to be, and what may change on them. */
final class VersionVerbs {
    private final Act act;
    private final AgentState state;

    VersionVerbs(Act act) {
        this.act = act;
        this.state = act.state();
    }

    PublishOutcome publish(Publish given) {
        act.editable();
        if (given.deploying() instanceof Deploying.To to) {
            new EnvironmentVerbs(act).entry(to.environment());
        }
        Draft draft = publishable(given);
        act.object(
                given.superseding().isPresent() && state.versions().isEmpty(),
                () -> Refusal.notFound("version " + given.superseding().getAsLong()));
        act.settle();
        Optional<Version> latest = state.latest().filter(version -> given.rebasing() && isStale(draft, version));
        if (latest.isPresent()) {
            return rebased(draft, latest.get(), given);
        }
        Optional<Version> same = equalVersion(draft, given);
        return same.isPresent() ? unchanged(draft, same.get(), given) : published(draft, given);
    }

    private static boolean isStale(Draft draft, Version latest) {
        return !draft.base().equals(OptionalLong.of(latest.number()));
    }

    /** With what came since the base of the draft merged into it. */
    private PublishOutcome rebased(Draft draft, Version latest, Publish given) {
        MergeVerbs merges = new MergeVerbs(act);
        Content merged = merges.clean(MergeVerbs.ofLatest(state, draft, latest));
        if (says(latest, merged.hash())) {
            return unchanged(draft, latest, given);
        }
        DraftLineage lineage = draft.lineage();
        DraftLineage onLatest = new DraftLineage(
                OptionalLong.of(latest.number()), lineage.forkedFrom(), OptionalLong.empty(), lineage.duplicatedFrom());
        return published(new DraftVerbs(act).next(draft, onLatest, merged, DraftRevision.Cause.REBASED), given);
    }

    private Draft publishable(Publish given) {
        DraftId id = given.draft().id();
        DraftVerbs drafts = new DraftVerbs(act);
        Draft draft = act.need(
                drafts.draft(id),
                () -> version(VersionId.of(id.value()))
                        .map(version -> Refusal.of(AlreadyPublishedException.class, version.number()))
                        .orElseGet(() -> Refusal.notFound("draft " + id)));
        act.object(
                draft.status() == DraftStatus.PUBLISHED,
                () -> Refusal.of(
                        AlreadyPublishedException.class, draft.publishedAs().orElseThrow()));
        act.object(draft.status() == DraftStatus.DISCARDED, () -> Refusal.of(DraftClosedException.class, draft));
        drafts.stale(draft, given.draft());
        return draft;
    }

    /** The version that says the same as the draft: the latest, or, unless it is to be superseded, its base. */
    private Optional<Version> equalVersion(Draft draft, Publish given) {
        Optional<Version> base = given.superseding().isPresent() ? Optional.empty() : base(draft);
        return state.latest()
                .filter(version -> says(version, draft.hash()))
                .or(() -> base.filter(version -> says(version, draft.hash())));
    }

    /** What is archived does not count. */
    private static boolean says(Version version, ContentHash hash) {
        return !version.archived() && version.hash().equals(hash);
    }

    private Optional<Version> base(Draft draft) {
        return draft.base().isPresent() ? state.version(draft.base().getAsLong()) : Optional.empty();
    }

    /** Nothing to publish. What would have been deployed otherwise is deployed all the same, unless it would move back. */
    private PublishOutcome unchanged(Draft draft, Version same, Publish given) {
        boolean latest = state.latest().equals(Optional.of(same));
        Equal equal = latest ? Equal.TO_LATEST : Equal.TO_BASE;
        Subject subject = Subject.agent().draft(draft.id(), draft.revision()).version(same.number());
        Optional<String> target = target(given);
        if (target.isEmpty()) {
            act.unchanged(Action.PUBLISH, subject);
            return new Unchanged(same, equal, Optional.empty());
        }
        act.object(!latest, () -> staleBase(draft));
        Move move = Move.to(same.number(), target.get(), Cause.PUBLISHED);
        move.check(act, replacing(given));
        act.settle();
        Optional<Deployment> already = move.already(act);
        Deployment deployment = already.orElseGet(() -> move.take(act));
        if (already.isPresent()) {
            act.unchanged(Action.PUBLISH, subject);
        } else {
            act.changed(Action.PUBLISH, subject.environment(target.get()).deployment(deployment.number()));
        }
        return new Unchanged(same, equal, Optional.of(deployment));
    }

    private PublishOutcome published(Draft draft, Publish given) {
        act.object(!buildsOnLatest(draft, given), () -> staleBase(draft));
        given.id()
                .filter(id -> version(id).isPresent())
                .ifPresent(id -> act.object(true, () -> Refusal.of(VersionIdTakenException.class)));
        List<Finding> findings = act.setup().contentRulesOf(act.agent().kind()).findings(state.content(draft.hash()));
        act.object(!findings.isEmpty(), () -> Refusal.of(ContentRulesException.class, findings));
        act.textAtMost(Setup.LIMITS.label(), "label", given.label());
        act.textAtMost(Setup.LIMITS.description(), "description", given.description());
        Optional<Move> move =
                target(given).map(environment -> Move.to(state.versions().size() + 1L, environment, Cause.PUBLISHED));
        move.ifPresent(wanted -> {
            wanted.check(act, replacing(given));
            wanted.checkNeeds(act, state.content(draft.hash()));
        });
        act.settle();
        Version version = version(draft, given);
        state.versions().add(version);
        Optional<Deployment> deployment = move.map(wanted -> wanted.take(act));
        Draft after = after(draft, version);
        Optional<Draft> next = act.setup().afterPublish() == AfterPublish.OPEN_NEXT
                ? Optional.of(new DraftVerbs(act)
                        .begin(
                                act.newDraft(),
                                draft.name(),
                                state.content(version.hash()),
                                DraftLineage.onVersion(version.number())))
                : Optional.empty();
        Subject subject = Subject.agent().draft(draft.id(), draft.revision()).version(version.number());
        act.changed(
                Action.PUBLISH,
                deployment
                        .map(made -> subject.environment(made.environment()).deployment(made.number()))
                        .orElse(subject));
        return new Published(version, deployment, after, next);
    }

    private boolean buildsOnLatest(Draft draft, Publish given) {
        OptionalLong latest =
                state.latest().map(version -> OptionalLong.of(version.number())).orElse(OptionalLong.empty());
        return latest.isEmpty()
                || (given.superseding().isPresent() ? given.superseding() : draft.base()).equals(latest);
    }

    private Refusal staleBase(Draft draft) {
        return Refusal.of(StaleBaseException.class, draft.base(), state.latest().orElseThrow());
    }

    private Optional<String> target(Publish given) {
        if (given.deploying() instanceof Deploying.To to) {
            return Optional.of(to.environment());
        }
        return given.deploying() instanceof Deploying.Nowhere
                ? Optional.empty()
                : act.pipeline().publishTo();
    }

    private static Replacing replacing(Publish given) {
        return given.deploying() instanceof Deploying.To to ? to.replacing() : Replacing.anything();
    }

    private Version version(Draft draft, Publish given) {
        Content before =
                state.latest().map(latest -> state.content(latest.hash())).orElseGet(Content::empty);
        Content content = state.content(draft.hash());
        OptionalLong parent = state.versions().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(state.versions().size());
        return new Version(
                state.versions().size() + 1L,
                given.id().orElseGet(act::newVersion),
                draft.hash(),
                content.toBytes().length,
                new TreeSet<>(before.changesTo(content).all()),
                new Lineage(
                        parent,
                        draft.base(),
                        draft.ref(),
                        draft.lineage().restoredFrom(),
                        draft.lineage().duplicatedFrom()),
                act.actor(),
                act.at(),
                new Annotation(1, given.label(), given.description(), false, false, act.actor(), act.at()));
    }

    private Draft after(Draft draft, Version version) {
        Draft published = draft.withPublishedAs(version.number());
        Draft after = act.setup().afterPublish() == AfterPublish.KEEP_REBASED
                ? published.withLineage(DraftLineage.onVersion(version.number()))
                : published.withStatus(DraftStatus.PUBLISHED);
        state.drafts().put(draft.id(), after);
        return after;
    }

    Version annotate(long number, long expectedRevision, Annotate given) {
        act.editable();
        Version before = act.need(state.version(number), () -> Refusal.notFound("version " + number));
        Annotation was = before.annotation();
        act.object(was.revision() != expectedRevision, () -> Refusal.of(StaleAnnotationException.class, before));
        List<String> serving = state.environments().values().stream()
                .filter(environment -> environment.version().equals(OptionalLong.of(number)))
                .map(Environment::name)
                .toList();
        act.object(
                given.archived().orElse(false) && !was.archived() && !serving.isEmpty(),
                () -> Refusal.of(VersionInUseException.class, serving));
        given.label().ifPresent(label -> act.textAtMost(Setup.LIMITS.label(), "label", label));
        act.settle();
        Annotation is = new Annotation(
                was.revision(),
                given.label().orElse(was.label()),
                given.description().orElse(was.description()),
                given.pinned().orElse(was.pinned()),
                given.archived().orElse(was.archived()),
                was.by(),
                was.at());
        Subject subject = Subject.agent().version(number);
        if (is.equals(was)) {
            act.unchanged(Action.ANNOTATE_VERSION, subject);
            return before;
        }
        Version after = before.withAnnotation(new Annotation(
                was.revision() + 1, is.label(), is.description(), is.pinned(), is.archived(), act.actor(), act.at()));
        state.versions().set((int) number - 1, after);
        act.changed(Action.ANNOTATE_VERSION, subject);
        return after;
    }

    private Optional<Version> version(VersionId id) {
        return state.versions().stream()
                .filter(version -> version.id().equals(id))
                .findFirst();
    }
}
