package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.rules.PublishRules;
import dev.stet.storage.Serving;
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
        Subject asked =
                Subject.agent().draft(publish.draft().id(), publish.draft().revision());
        return registry.changes()
                .make(
                        scope,
                        Command.on(
                                key,
                                Action.PUBLISH,
                                asked,
                                (agent, call) ->
                                        PublishRules.publish(state(agent, publish), publish, registry.policies(), call),
                                this::published));
    }

    private PublishRules.State state(Agent agent, Publish publish) {
        Draft draft = draft(publish.draft().id());
        Optional<Version> latest = version(agent.head().latestVersion());
        Optional<Version> base =
                draft.base().equals(OptionalLong.of(agent.head().latestVersion()))
                        ? latest
                        : version(draft.base().orElse(0));
        return new PublishRules.State(
                agent,
                draft,
                registry.rows().content(key, draft.hash()),
                latest,
                latest.map(version -> registry.rows().content(key, version)).orElseGet(Content::empty),
                base,
                publish.id().flatMap(id -> registry.storage().findVersion(key, id)),
                target(agent, publish));
    }

    /** The draft to publish; where its id is that of a version instead, that is published already. */
    private Draft draft(DraftId id) {
        Optional<Draft> draft = registry.storage().findDraft(key, id);
        if (draft.isEmpty()) {
            registry.storage().findVersion(key, VersionId.of(id.value())).ifPresent(version -> {
                throw new AlreadyPublishedException("version " + id, version.number());
            });
        }
        return draft.orElseGet(() -> registry.rows().draft(key, id));
    }

    private Optional<Version> version(long number) {
        return number == 0 ? Optional.empty() : registry.storage().findVersion(key, number);
    }

    private Optional<Serving> target(Agent agent, Publish publish) {
        return PublishRules.target(publish, registry.pipelineOf(agent)).map(environment -> {
            scope.permit(Action.DEPLOY, key.agent(), environment);
            return registry.rows().serving(key, environment);
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
