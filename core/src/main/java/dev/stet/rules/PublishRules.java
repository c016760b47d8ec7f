package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.TextLimits;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Replacing;
import dev.stet.error.NotFoundException;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.page.ConfigPage;
import dev.stet.ref.VersionId;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Annotation;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Lineage;
import dev.stet.version.Publish;
import dev.stet.version.Publish.Deploying;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import dev.stet.version.VersionIdTakenException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** How a draft becomes a version. */
public final class PublishRules {
    /** Under which name the audit trail of a publish says what an unpublished draft was equal to. */
    public static final String EQUAL = "equal";

    /** Under which name the audit trail of a publish names the draft that was opened next. */
    public static final String NEXT_DRAFT = "next draft";

    private PublishRules() {}

    /**
     * What a publish was decided on.
     *
     * @param agent the agent
     * @param draft the draft
     * @param content the draft's content
     * @param latest the agent's latest version
     * @param latestContent what that froze; empty where there is none
     * @param base the version the draft builds on
     * @param baseContent what that froze; only looked at when the draft may be rebased, and empty where it builds on none
     * @param sameId the version that already has the id asked for
     * @param target the environment to deploy to, as it is, if one is to be deployed to
     * @param page its config page, where what versions need of that has to be looked at
     */
    public record State(
            Agent agent,
            Draft draft,
            Content content,
            Optional<Version> latest,
            Content latestContent,
            Optional<Version> base,
            Content baseContent,
            Optional<Version> sameId,
            Optional<Move> target,
            Optional<ConfigPage> page) {
        private boolean isStale() {
            return latest.isPresent()
                    && !draft.base().equals(OptionalLong.of(latest.get().number()));
        }

        private State rebased(Draft onLatest, Content merged) {
            return new State(
                    agent, onLatest, merged, latest, latestContent, latest, latestContent, sameId, target, page);
        }

        private Optional<Candidate.Pair> pair(Content frozen) {
            return page.map(beside -> new Candidate.Pair(frozen, beside));
        }
    }

    /** Where a publish deploys. */
    public static Optional<String> target(Publish command, Pipeline pipeline) {
        if (command.deploying() instanceof Deploying.To to) {
            DeploymentRules.requireEntry(to.environment(), pipeline);
            return Optional.of(to.environment());
        }
        return command.deploying() instanceof Deploying.Nowhere ? Optional.empty() : pipeline.publishTo();
    }

    public static Decision<PublishOutcome> publish(State state, Publish command, Policies policies, Call call) {
        AgentRules.requireEditable(state.agent());
        requirePublishable(state.draft());
        DraftRules.requireSeen(state.draft(), command.draft());
        if (command.rebasing() && state.isStale()) {
            return rebased(state, command, policies, call);
        }
        Optional<Equal> equal = equal(state, command);
        if (equal.isPresent()) {
            return unchanged(state, equal.get(), command, policies, call);
        }
        requireFreshBase(state, command);
        return published(state, command, policies, Transition.of(state.agent(), call));
    }

    /** A stale draft, with what came since its base merged into it. */
    private static Decision<PublishOutcome> rebased(State state, Publish command, Policies policies, Call call) {
        Draft draft = state.draft();
        Merge merge = Merge.of(
                state.baseContent(),
                state.content(),
                state.latestContent(),
                policies.identitiesOf(state.agent().kind()));
        MergePlan plan =
                MergeRules.rebase(draft, state.latest().orElseThrow().number()).plan(merge);
        Content merged = MergeRules.resolved(plan, policies);
        if (merged.equals(state.latestContent())
                && !state.latest().orElseThrow().archived()) {
            return unchanged(state, Equal.TO_LATEST, command, policies, call);
        }
        Transition transition = Transition.of(state.agent(), call);
        DraftLineage lineage = MergeRules.lineage(draft, plan);
        DraftRevision revision = DraftRules.reviseInto(
                transition,
                draft,
                state.content().changesTo(merged),
                Source.given(merged),
                lineage,
                DraftRevision.Cause.REBASED);
        State onLatest = state.rebased(draft.withLineage(lineage).at(revision), merged);
        return published(onLatest, command, policies, transition);
    }

    private static void requirePublishable(Draft draft) {
        if (draft.status() == DraftStatus.PUBLISHED) {
            throw new AlreadyPublishedException(
                    "draft " + draft.id(), draft.publishedAs().orElseThrow());
        }
        if (draft.status() != DraftStatus.OPEN) {
            throw new DraftClosedException(draft);
        }
    }

    /** What the draft's content equals already, so that there is nothing to publish. */
    private static Optional<Equal> equal(State state, Publish command) {
        if (state.latest().filter(version -> says(version, state)).isPresent()) {
            return Optional.of(Equal.TO_LATEST);
        }
        boolean asBase = state.base().filter(version -> says(version, state)).isPresent();
        return asBase && command.superseding().isEmpty() ? Optional.of(Equal.TO_BASE) : Optional.empty();
    }

    /** What an archived version says can be published again. */
    private static boolean says(Version version, State state) {
        return !version.archived() && version.hash().equals(state.draft().hash());
    }

    private static void requireFreshBase(State state, Publish command) {
        if (state.latest().isEmpty() && command.superseding().isPresent()) {
            throw new NotFoundException(
                    "version " + command.superseding().getAsLong(),
                    "agent " + state.agent().key());
        }
        state.latest().ifPresent(latest -> {
            OptionalLong number = OptionalLong.of(latest.number());
            boolean fresh = state.draft().base().equals(number);
            boolean superseding = command.superseding().equals(number);
            boolean superseded = command.superseding().isPresent() && !superseding;
            if (superseded) {
                throw StaleBaseException.superseding(command.superseding().getAsLong(), state.draft(), latest);
            }
            if (!(fresh || superseding)) {
                throw StaleBaseException.builtOnAnother(state.draft(), latest);
            }
        });
    }

    private static void requireContentRules(State state, Policies policies) {
        List<Finding> findings = policies.contentRulesOf(state.agent().kind()).findings(state.content());
        if (!findings.isEmpty()) {
            throw new ContentRulesException("Draft " + state.draft().id(), findings);
        }
    }

    /**
     * No version is made. Where a publish would have deployed its version, the latest version is deployed; not where the draft
     * only equals an older base, for that would move the environment back.
     */
    private static Decision<PublishOutcome> unchanged(
            State state, Equal equal, Publish command, Policies policies, Call call) {
        Version version = (equal == Equal.TO_LATEST ? state.latest() : state.base()).orElseThrow();
        Transition transition = Transition.of(state.agent(), call);
        transition.about(subject(state.draft()).version(version.number()));
        transition.record(EQUAL, Change.to(equal));
        if (state.target().isEmpty()) {
            return transition.unchanged(
                    Action.PUBLISH, state.agent(), new PublishOutcome.Unchanged(version, equal, Optional.empty()));
        }
        if (equal == Equal.TO_BASE) {
            throw StaleBaseException.builtOnAnother(
                    state.draft(), state.latest().orElseThrow());
        }
        Move move = state.target().get();
        move.requireExpected(replacing(command));
        Optional<Deployment> already = move.already(OptionalLong.of(version.number()));
        if (already.isPresent()) {
            transition.about(transition.subject().deployment(already.get().number()));
            return transition.unchanged(
                    Action.PUBLISH, state.agent(), new PublishOutcome.Unchanged(version, equal, already));
        }
        move.requireNeedsMet(state.agent(), version.number(), state.pair(state.latestContent()), policies);
        Deployment deployment = move.make(transition, Optional.of(version), Cause.PUBLISHED, "", OptionalLong.empty());
        return transition.changed(
                Action.PUBLISH, state.agent(), new PublishOutcome.Unchanged(version, equal, Optional.of(deployment)));
    }

    private static Decision<PublishOutcome> published(
            State state, Publish command, Policies policies, Transition transition) {
        state.sameId().ifPresent(taken -> {
            throw new VersionIdTakenException(taken.id(), taken.number());
        });
        requireContentRules(state, policies);
        Version version = version(state, command, policies.textLimits(), transition);
        transition.publish(version);
        transition.about(subject(state.draft()).version(version.number()));
        transition.recordIfChanged("label", "", version.label());
        transition.record(
                "version",
                new Change(
                        state.latest().map(latest -> Long.toString(latest.number())),
                        Optional.of(Long.toString(version.number()))));
        Optional<Deployment> deployment =
                state.target().map(target -> deploy(state, target, version, command, policies, transition));
        Draft draft = after(state.draft(), version, policies.afterPublish());
        Optional<Draft> next = settle(state, draft, version, policies, transition);
        return transition.changed(Action.PUBLISH, state.agent(), new Published(version, deployment, draft, next));
    }

    private static Version version(State state, Publish command, TextLimits limits, Transition transition) {
        Call call = transition.call();
        DraftLineage draft = state.draft().lineage();
        OptionalLong parent =
                state.latest().map(latest -> OptionalLong.of(latest.number())).orElse(OptionalLong.empty());
        VersionId id = command.id().orElse(call.newVersion());
        Annotation annotation = new Annotation(
                1,
                Texts.optional("label", command.label(), limits.label()),
                Texts.optional("description", command.description(), limits.description()),
                false,
                false,
                call.actor(),
                transition.at());
        return new Version(
                transition.nextVersion(),
                id,
                state.draft().hash(),
                state.content().size(),
                new TreeSet<>(state.latestContent().changesTo(state.content()).all()),
                new Lineage(parent, draft.base(), state.draft().ref(), draft.restoredFrom(), draft.duplicatedFrom()),
                call.actor(),
                transition.at(),
                annotation);
    }

    private static Deployment deploy(
            State state, Move move, Version version, Publish command, Policies policies, Transition transition) {
        move.requireExpected(replacing(command));
        move.requireNeedsMet(state.agent(), version.number(), state.pair(state.content()), policies);
        return move.make(transition, Optional.of(version), Cause.PUBLISHED, "", OptionalLong.empty());
    }

    private static Replacing replacing(Publish command) {
        return command.deploying() instanceof Deploying.To to ? to.replacing() : Replacing.anything();
    }

    private static Draft after(Draft draft, Version version, AfterPublish policy) {
        Draft published = draft.withPublishedAs(version.number());
        return policy == AfterPublish.KEEP_REBASED
                ? published.withLineage(DraftLineage.onVersion(version.number()))
                : published.withStatus(DraftStatus.PUBLISHED);
    }

    private static Optional<Draft> settle(
            State state, Draft draft, Version version, Policies policies, Transition transition) {
        if (policies.afterPublish() == AfterPublish.KEEP_REBASED) {
            transition.replace(draft);
            return Optional.empty();
        }
        transition.close(draft);
        if (policies.afterPublish() == AfterPublish.CONSUME) {
            return Optional.empty();
        }
        Source source = Source.ofVersion(version.number(), state.content());
        Call call = transition.call();
        Draft next = DraftRules.openInto(transition, call.newDraft(), draft.name(), source);
        transition.record(NEXT_DRAFT, Change.to(next.id()));
        return Optional.of(next);
    }

    private static Subject subject(Draft draft) {
        return Subject.agent().draft(draft.id(), draft.revision());
    }
}
