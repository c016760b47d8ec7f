package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.TextLimits;
import dev.stet.content.Finding;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.facts.Receipt;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.version.Annotation;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Lineage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import dev.stet.version.VersionIdTakenException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The version that a publish makes, its deployment where one is asked for, and what becomes of the draft. */
record NewVersion(PublishDraft.State state, Publish publish, Policies policies, Transition transition) {
    Decision<PublishOutcome> made() {
        state.sameId().ifPresent(taken -> {
            throw new VersionIdTakenException(taken.id(), taken.number());
        });
        requireContentRules();
        Draft draft = state.draft();
        Version version = version(policies.textLimits());
        transition.publish(version);
        transition.about(Subject.agent().draft(draft.id(), draft.revision()).version(version.number()));
        transition.recordIfChanged("label", "", version.label());
        transition.record(
                "version",
                new Change(
                        state.latest().map(latest -> Long.toString(latest.number())),
                        Optional.of(Long.toString(version.number()))));
        Optional<Deployment> deployment = state.target().map(target -> deploy(target, version));
        Draft published = after(draft, version);
        Optional<Draft> next = settle(published, version);
        transition.leave(new Receipt.OfPublish(Optional.empty(), next.map(Draft::id)));
        return transition.changed(Action.PUBLISH, state.agent(), new Published(version, deployment, published, next));
    }

    private void requireContentRules() {
        List<Finding> findings = policies.contentRulesOf(state.agent().kind()).findings(state.content());
        if (!findings.isEmpty()) {
            throw new ContentRulesException("Draft " + state.draft().id(), findings);
        }
    }

    private Version version(TextLimits limits) {
        Call call = transition.call();
        DraftLineage draft = state.draft().lineage();
        OptionalLong parent =
                state.latest().map(latest -> OptionalLong.of(latest.number())).orElse(OptionalLong.empty());
        VersionId id = publish.id().orElse(call.newVersion());
        Annotation annotation = new Annotation(
                1,
                Texts.optional("label", publish.label(), limits.label()),
                Texts.optional("description", publish.description(), limits.description()),
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

    private Deployment deploy(Move move, Version version) {
        move.requireExpected(PublishDraft.replacing(publish));
        move.requireNeedsMet(state.agent(), version.number(), state.pair(state.content()), policies);
        return move.make(transition, Optional.of(version), Cause.PUBLISHED, "", OptionalLong.empty());
    }

    private Draft after(Draft draft, Version version) {
        Draft published = draft.withPublishedAs(version.number());
        return policies.afterPublish() == AfterPublish.KEEP_REBASED
                ? published.withLineage(DraftLineage.onVersion(version.number()))
                : published.withStatus(DraftStatus.PUBLISHED);
    }

    /** Closes the draft or keeps it, and opens the next one, as the host declared. */
    private Optional<Draft> settle(Draft published, Version version) {
        if (policies.afterPublish() == AfterPublish.KEEP_REBASED) {
            transition.replace(published);
            return Optional.empty();
        }
        transition.close(published);
        if (policies.afterPublish() == AfterPublish.CONSUME) {
            return Optional.empty();
        }
        Source source = Source.ofVersion(version.number(), state.content());
        DraftId id = transition.call().newDraft();
        Draft next = DraftRules.openInto(transition, id, published.name(), source);
        transition.record("next draft", Change.to(next.id()));
        return Optional.of(next);
    }
}
