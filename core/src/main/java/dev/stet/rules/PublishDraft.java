package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Replacing;
import dev.stet.error.NotFoundException;
import dev.stet.facts.Receipt;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.page.ConfigPage;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Publish;
import dev.stet.version.Publish.Deploying;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/** Freezes a draft into the agent's next version, and deploys it in the same step where that is asked for. */
public record PublishDraft(AgentKey key, Publish publish, Policies policies)
        implements ChangeOfAgent<PublishDraft.State, PublishOutcome> {
    /**
     * What a publish is decided on.
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

        Optional<Candidate.Pair> pair(Content frozen) {
            return page.map(beside -> new Candidate.Pair(frozen, beside));
        }
    }

    @Override
    public Action action() {
        return Action.PUBLISH;
    }

    @Override
    public Asked asked() {
        Asked asked = new Asked()
                .with("draft", publish.draft())
                .option("label", publish.label())
                .option("description", publish.description())
                .option("superseding", publish.superseding())
                .option("rebasing", publish.rebasing())
                .option("id", publish.id());
        return publish.deploying() instanceof Deploying.To to
                ? asked.with("environment", to.environment()).option(to.replacing())
                : asked.option("without deploying", publish.deploying() instanceof Deploying.Nowhere);
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(Action.PUBLISH, key);
        if (publish.deploying() instanceof Deploying.To to) {
            asking.permit(Action.DEPLOY, key, to.environment());
        }
        if (publish.rebasing()) {
            asking.permit(Action.REBASE_DRAFT, key);
        }
    }

    /** To which kind the agent belongs is not known yet, and with it the environment: if it is another, that is read later. */
    @Override
    public StandingQuery sees() {
        StandingQuery sees = StandingQuery.of(key).with(publish.draft().id()).withLatest();
        Optional<String> environment = publish.deploying() instanceof Deploying.To to
                ? Optional.of(to.environment())
                : publish.deploying() instanceof Deploying.Nowhere
                        ? Optional.empty()
                        : policies.pipeline().publishTo();
        return environment.map(name -> Move.sees(sees, name, policies)).orElse(sees);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        Draft draft = draft(reading);
        Optional<Standing> target =
                target(agent).map(name -> reading.standing(Move.sees(StandingQuery.of(key), name, policies)));
        OptionalLong newest = OptionalLong.of(agent.head().latestVersion());
        Optional<Version> latest = version(reading, newest);
        Optional<Version> base = draft.base().equals(newest) ? latest : base(reading, draft);
        return new State(
                agent,
                draft,
                reading.content(key, draft),
                latest,
                latest.map(version -> reading.content(key, version)).orElseGet(Content::empty),
                base,
                base.filter(version -> publish.rebasing())
                        .map(version -> reading.content(key, version))
                        .orElseGet(Content::empty),
                publish.id().flatMap(id -> reading.findVersion(key, id)),
                target.map(Move::in),
                target.filter(standing -> policies.looksAtPageNeeds(agent.kind()))
                        .map(reading::page));
    }

    /** The draft to publish; where its id is that of a version instead, that is published already. */
    private Draft draft(Reading reading) {
        DraftId id = publish.draft().id();
        Optional<Draft> draft = reading.findDraft(key, id);
        if (draft.isEmpty()) {
            reading.findVersion(key, VersionId.of(id.value())).ifPresent(version -> {
                throw new AlreadyPublishedException("version " + id, version.number());
            });
        }
        return draft.orElseGet(() -> reading.draft(key, id));
    }

    /** A draft that was opened from a closed one may build on what was dropped: it cannot be rebased from there. */
    private Optional<Version> base(Reading reading, Draft draft) {
        boolean mustBeThere = publish.rebasing()
                && draft.status() == DraftStatus.OPEN
                && draft.base().isPresent();
        return mustBeThere
                ? Optional.of(reading.version(key, draft.base().getAsLong()))
                : version(reading, draft.base());
    }

    private Optional<Version> version(Reading reading, OptionalLong number) {
        return number.orElse(0) == 0 ? Optional.empty() : reading.findVersion(key, number.getAsLong());
    }

    /** Where it deploys. */
    private Optional<String> target(Agent agent) {
        if (publish.deploying() instanceof Deploying.To to) {
            DeploymentRules.requireEntry(to.environment(), policies.pipelineOf(agent.kind()));
            return Optional.of(to.environment());
        }
        return publish.deploying() instanceof Deploying.Nowhere
                ? Optional.empty()
                : policies.pipelineOf(agent.kind()).publishTo();
    }

    @Override
    public void asks(State state, Asking asking) {
        if (!(publish.deploying() instanceof Deploying.To)) {
            state.target()
                    .ifPresent(move ->
                            asking.permit(Action.DEPLOY, key, move.environment().name()));
        }
    }

    @Override
    public Decision<PublishOutcome> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        requirePublishable(state.draft());
        DraftRules.requireSeen(state.draft(), publish.draft());
        if (publish.rebasing() && state.isStale()) {
            return rebased(state, call);
        }
        Optional<Equal> equal = equal(state);
        if (equal.isPresent()) {
            return unchanged(state, equal.get(), call);
        }
        requireFreshBase(state);
        return new NewVersion(state, publish, policies, Transition.of(state.agent(), call)).made();
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

    /** A stale draft, with what came since its base merged into it. */
    private Decision<PublishOutcome> rebased(State state, Call call) {
        Draft draft = state.draft();
        Merge merge = Merge.of(
                state.baseContent(),
                state.content(),
                state.latestContent(),
                policies.identitiesOf(state.agent().kind()));
        MergePlan plan = MergeEnds.rebase(state.agent(), draft).plan(merge);
        Content merged = MergeEnds.resolved(plan, policies);
        if (merged.equals(state.latestContent())
                && !state.latest().orElseThrow().archived()) {
            return unchanged(state, Equal.TO_LATEST, call);
        }
        Transition transition = Transition.of(state.agent(), call);
        DraftLineage lineage = MergeEnds.lineage(draft, plan);
        DraftRevision revision = DraftRules.reviseInto(
                transition,
                draft,
                state.content().changesTo(merged),
                Source.given(merged),
                lineage,
                DraftRevision.Cause.REBASED);
        State onLatest = state.rebased(draft.withLineage(lineage).at(revision), merged);
        return new NewVersion(onLatest, publish, policies, transition).made();
    }

    /** What the draft's content equals already, so that there is nothing to publish. */
    private Optional<Equal> equal(State state) {
        if (state.latest().filter(version -> says(version, state)).isPresent()) {
            return Optional.of(Equal.TO_LATEST);
        }
        boolean asBase = state.base().filter(version -> says(version, state)).isPresent();
        return asBase && publish.superseding().isEmpty() ? Optional.of(Equal.TO_BASE) : Optional.empty();
    }

    /** What an archived version says can be published again. */
    private static boolean says(Version version, State state) {
        return !version.archived() && version.hash().equals(state.draft().hash());
    }

    private void requireFreshBase(State state) {
        if (state.latest().isEmpty() && publish.superseding().isPresent()) {
            throw new NotFoundException("version " + publish.superseding().getAsLong(), "agent " + key);
        }
        state.latest().ifPresent(latest -> {
            OptionalLong number = OptionalLong.of(latest.number());
            boolean fresh = state.draft().base().equals(number);
            boolean superseding = publish.superseding().equals(number);
            boolean superseded = publish.superseding().isPresent() && !superseding;
            if (superseded) {
                throw StaleBaseException.superseding(publish.superseding().getAsLong(), state.draft(), latest);
            }
            if (!(fresh || superseding)) {
                throw StaleBaseException.builtOnAnother(state.draft(), latest);
            }
        });
    }

    /**
     * No version is made. Where a publish would have deployed its version, the latest version is deployed; not where the draft
     * only equals an older base, for that would move the environment back.
     */
    private Decision<PublishOutcome> unchanged(State state, Equal equal, Call call) {
        Version version = (equal == Equal.TO_LATEST ? state.latest() : state.base()).orElseThrow();
        Draft draft = state.draft();
        Transition transition = Transition.of(state.agent(), call);
        transition.about(Subject.agent().draft(draft.id(), draft.revision()).version(version.number()));
        transition.record("equal", Change.to(equal));
        transition.leave(new Receipt.OfPublish(Optional.of(equal), Optional.empty()));
        if (state.target().isEmpty()) {
            return transition.unchanged(action(), state.agent(), new Unchanged(version, equal, Optional.empty()));
        }
        if (equal == Equal.TO_BASE) {
            throw StaleBaseException.builtOnAnother(draft, state.latest().orElseThrow());
        }
        Move move = state.target().get();
        move.requireExpected(replacing(publish));
        Optional<Deployment> already = move.already(OptionalLong.of(version.number()));
        if (already.isPresent()) {
            transition.about(transition.subject().deployment(already.get().number()));
            return transition.unchanged(action(), state.agent(), new Unchanged(version, equal, already));
        }
        move.requireNeedsMet(state.agent(), version.number(), state.pair(state.latestContent()), policies);
        Deployment deployment = move.make(transition, Optional.of(version), Cause.PUBLISHED, "", OptionalLong.empty());
        return transition.changed(action(), state.agent(), new Unchanged(version, equal, Optional.of(deployment)));
    }

    static Replacing replacing(Publish publish) {
        return publish.deploying() instanceof Deploying.To to ? to.replacing() : Replacing.anything();
    }

    @Override
    public PublishOutcome told(Recorded first, Reading reading) {
        Subject subject = first.entry().subject();
        Version version = reading.version(key, subject.version().orElseThrow());
        Optional<Deployment> deployment = subject.deployment().isPresent()
                ? Optional.of(reading.deployment(key, subject.deployment().getAsLong()))
                : Optional.empty();
        Receipt.OfPublish receipt = first.receipt() instanceof Receipt.OfPublish left
                ? left
                : new Receipt.OfPublish(Optional.empty(), Optional.empty());
        if (receipt.equal().isPresent()) {
            return new Unchanged(version, receipt.equal().get(), deployment);
        }
        Optional<Draft> next = receipt.next().map(id -> reading.draft(key, new DraftRef(id, 1)));
        return new Published(version, deployment, reading.draft(key, first.draft()), next);
    }
}
