package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.rules.Move;
import dev.stet.rules.PublishRules;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Publish;
import dev.stet.version.Publish.Deploying;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/** Loads what a publish touches, and tells a past publish again. */
final class Publishing {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Publishing(Registry registry, Scope scope, AgentKey key) {
        this.registry = registry;
        this.scope = scope;
        this.key = key;
    }

    PublishOutcome publish(Publish publish) {
        scope.permit(Action.PUBLISH, key.agent());
        if (publish.deploying() instanceof Deploying.To to) {
            scope.permit(Action.DEPLOY, key.agent(), to.environment());
        }
        if (publish.rebasing()) {
            scope.permit(Action.REBASE_DRAFT, key.agent());
        }
        Asked asked = new Asked()
                .with("draft", publish.draft())
                .option("label", publish.label())
                .option("description", publish.description())
                .option("superseding", publish.superseding())
                .option("rebasing", publish.rebasing())
                .option("id", publish.id());
        if (publish.deploying() instanceof Deploying.To to) {
            asked.with("environment", to.environment()).option(to.replacing());
        } else {
            asked.option("without deploying", publish.deploying() instanceof Deploying.Nowhere);
        }
        return registry.changes()
                .make(
                        scope,
                        Command.on(
                                sees(publish),
                                Action.PUBLISH,
                                asked,
                                (agent, rows, call) -> PublishRules.publish(
                                        state(agent, rows, publish), publish, registry.policies(), call),
                                this::published));
    }

    /** To which kind the agent belongs is not known yet, and with it the environment: if it is another, that is read later. */
    private StandingQuery sees(Publish publish) {
        StandingQuery sees = StandingQuery.of(key).with(publish.draft().id()).withLatest();
        return target(publish)
                .map(environment -> registry.target(sees, environment))
                .orElse(sees);
    }

    private Optional<String> target(Publish publish) {
        if (publish.deploying() instanceof Deploying.To to) {
            return Optional.of(to.environment());
        }
        return publish.deploying() instanceof Deploying.Nowhere
                ? Optional.empty()
                : registry.policies().pipeline().publishTo();
    }

    private PublishRules.State state(Agent agent, Rows rows, Publish publish) {
        Draft draft = draft(rows, publish.draft().id());
        Optional<Standing> target = target(agent, rows, publish);
        Optional<Version> latest = version(rows, agent.head().latestVersion());
        Optional<Version> base =
                draft.base().equals(OptionalLong.of(agent.head().latestVersion()))
                        ? latest
                        : base(rows, draft, publish);
        return new PublishRules.State(
                agent,
                draft,
                rows.content(key, draft),
                latest,
                latest.map(version -> rows.content(key, version)).orElseGet(Content::empty),
                base,
                base.filter(version -> publish.rebasing())
                        .map(version -> rows.content(key, version))
                        .orElseGet(Content::empty),
                publish.id().flatMap(id -> rows.findVersion(key, id)),
                target.map(Move::in),
                target.filter(standing -> registry.policies().looksAtPageNeeds(agent.kind()))
                        .map(rows::page));
    }

    /** The draft to publish; where its id is that of a version instead, that is published already. */
    private Draft draft(Rows rows, DraftId id) {
        Optional<Draft> draft = rows.findDraft(key, id);
        if (draft.isEmpty()) {
            rows.findVersion(key, VersionId.of(id.value())).ifPresent(version -> {
                throw new AlreadyPublishedException("version " + id, version.number());
            });
        }
        return draft.orElseGet(() -> rows.draft(key, id));
    }

    /** A draft that was opened from a closed one may build on what was dropped: it cannot be rebased from there. */
    private Optional<Version> base(Rows rows, Draft draft, Publish publish) {
        boolean read = publish.rebasing()
                && draft.status() == DraftStatus.OPEN
                && draft.base().isPresent();
        return read
                ? Optional.of(rows.version(key, draft.base().getAsLong()))
                : version(rows, draft.base().orElse(0));
    }

    private Optional<Version> version(Rows rows, long number) {
        return number == 0 ? Optional.empty() : rows.findVersion(key, number);
    }

    private Optional<Standing> target(Agent agent, Rows rows, Publish publish) {
        return PublishRules.target(publish, registry.pipelineOf(agent)).map(environment -> {
            scope.permit(Action.DEPLOY, key.agent(), environment);
            return rows.standing(registry.target(StandingQuery.of(key), environment));
        });
    }

    private PublishOutcome published(AuditEntry first) {
        Subject subject = first.subject();
        Version version = registry.rows().version(key, subject.version().orElseThrow());
        Optional<Deployment> deployment = subject.deployment().isPresent()
                ? Optional.of(
                        registry.rows().deployment(key, subject.deployment().getAsLong()))
                : Optional.empty();
        Optional<String> equal =
                Optional.ofNullable(first.changes().get(PublishRules.EQUAL)).flatMap(change -> change.to());
        if (equal.isPresent()) {
            return new Unchanged(version, Equal.valueOf(equal.get()), deployment);
        }
        Draft draft = registry.rows().draft(key, Drafts.then(first));
        Optional<Draft> next = Optional.ofNullable(first.changes().get(PublishRules.NEXT_DRAFT))
                .flatMap(change -> change.to())
                .map(id -> registry.rows().draft(key, DraftRef.of(id, 1)));
        return new Published(version, deployment, draft, next);
    }
}
