package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.draftOn;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.publish;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NEEDY;
import static dev.stet.rules.Known.PIPELINE;
import static dev.stet.rules.Known.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a draft becomes a version that serves, in one step. */
final class PublishDeployingTest {
    private static final Publish READY = Publish.draft(DraftRef.of("d-1", 2));
    private static final Publish SANDBOX = READY.deployTo("sandbox");

    /** That version 1 says already. */
    private static final Publish SAME = Publish.draft(DraftRef.of("d-2", 1));

    /** Where the pipeline says to which environment a publish deploys. */
    private static final Policies PUBLISHING = Known.policies(PIPELINE.publishTo("sandbox"));

    private static Known saved() {
        return saved(HELLO);
    }

    private static Known saved(Content content) {
        Known known = Known.agent();
        known.make(save(FIRST, content));
        return known;
    }

    /** Version 1 serves in the sandbox, and a draft {@code d-2} says the same. */
    private static Known serving() {
        Known known = saved();
        known.make(publish(SANDBOX));
        known.make(open(Ref.version(1)));
        return known;
    }

    private static PublishDraft asThePipelineSays(Publish publish) {
        return new PublishDraft(KEY, publish, PUBLISHING);
    }

    private static Optional<String> deployedTo(Known known, PublishDraft verb) {
        return known.decide(verb).outcome().deployment().map(Deployment::environment);
    }

    @Test
    void theVersionServesFromNowOn() {
        Known known = saved();
        Decision<PublishOutcome> decision = known.decide(publish(SANDBOX));
        Published outcome = assertInstanceOf(Published.class, decision.outcome());
        Deployment made = outcome.deployment().orElseThrow();
        assertEquals(Cause.PUBLISHED, made.cause());
        assertEquals(OptionalLong.of(1), made.version());
        assertEquals("sandbox", made.environment());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(made), change.deployments());
        assertEquals(
                List.of(Serving.untouched("sandbox").after(made, Optional.of(outcome.version()))),
                change.environments());
        assertEquals(Set.of("sandbox"), change.agent().orElseThrow().head().servedIn());
        assertEquals(
                Subject.agent()
                        .draft(FIRST, 2)
                        .version(1)
                        .environment("sandbox")
                        .deployment(1),
                change.audit().subject());
        assertEquals(
                Map.of("version", Change.to(1), "environment sandbox", Change.to("version 1")),
                change.audit().changes());
        assertEquals(List.of("PUBLISH", "DEPLOY sandbox"), known.asked());
    }

    @Test
    void whereItServesIsSaidByThePublishOrByThePipeline() {
        Known known = saved();
        assertEquals(Optional.empty(), deployedTo(known, publish(READY)));
        assertEquals(Optional.of("sandbox"), deployedTo(known, asThePipelineSays(READY)));
        assertEquals(List.of("PUBLISH", "DEPLOY sandbox"), known.asked());
        assertEquals(Optional.empty(), deployedTo(known, asThePipelineSays(READY.withoutDeploying())));
        assertEquals(List.of("PUBLISH"), known.asked());
        known.forbid("DEPLOY sandbox").refusal(AccessDeniedException.class, publish(SANDBOX));
        known.refusal(AccessDeniedException.class, asThePipelineSays(READY));
    }

    @Test
    void eachKindHasAPipelineOfItsOwn() {
        Policies policies = Known.policies(
                PIPELINE.publishTo("sandbox"),
                Map.of("voice", Pipeline.of("trial").publishTo("trial")),
                Optional.empty(),
                Map.of());
        Known known = Known.agent(KEY, NewAgent.named("Front desk").kind("voice"));
        known.make(save(FIRST, HELLO));
        assertEquals(Optional.of("trial"), deployedTo(known, new PublishDraft(KEY, READY, policies)));
        known.refusal(UnknownEnvironmentException.class, new PublishDraft(KEY, SANDBOX, policies));
    }

    @Test
    void itIsRefusedWhereNoVersionIsPut() {
        Known known = saved();
        known.refusal(UnknownEnvironmentException.class, publish(READY.deployTo("moon")));
        known.refusal(PipelineException.class, publish(READY.deployTo("live")));
        known.freeze("sandbox").refusal(EnvironmentFrozenException.class, publish(SANDBOX));
    }

    @Test
    void itIsRefusedWhereTheEnvironmentIsNotAsExpected() {
        Known known = saved();
        known.refusal(StaleDeploymentException.class, publish(READY.deployTo("sandbox", Replacing.deployment(1))));
        known.make(publish(READY.deployTo("sandbox", Replacing.nothing())));
        Publish next = Publish.draft(draftOn(known, 1, GOOD_DAY).ref());
        known.refusal(StaleDeploymentException.class, publish(next.deployTo("sandbox", Replacing.nothing())));
        Deployment made = known.decide(publish(next.deployTo("sandbox", Replacing.deployment(1))))
                .outcome()
                .deployment()
                .orElseThrow();
        assertEquals(OptionalLong.of(1), made.replaced());
    }

    @Test
    void whatItNeedsOfTheConfigPageMustBeThere() {
        Known known = saved(NEEDY);
        PublishDraft verb = new PublishDraft(KEY, SANDBOX, Known.needy(""));
        known.refusal(UnmetNeedsException.class, verb);
        assertEquals(Optional.of("sandbox"), deployedTo(known, new PublishDraft(KEY, SANDBOX, Known.needy("voice"))));
        known.page("sandbox", TOKEN, Content.empty());
        assertEquals(Optional.of("sandbox"), deployedTo(known, verb));
    }

    @Test
    void whereTheLatestVersionServesAlreadyNothingChanges() {
        Known known = serving();
        Decision<PublishOutcome> decision = known.decide(publish(SAME.deployTo("sandbox")));
        Optional<Deployment> active = Optional.of(known.deployment(KEY, 1));
        assertEquals(new Unchanged(known.version(KEY, 1), Equal.TO_LATEST, active), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        AuditEntry entry = known.on("r-1").entry(publish(SAME.deployTo("sandbox")));
        assertFalse(entry.changed());
        assertEquals(OptionalLong.of(1), entry.subject().deployment());
        known.refusal(StaleDeploymentException.class, publish(SAME.deployTo("sandbox", Replacing.deployment(7))));
    }

    @Test
    void whereItDoesNotTheLatestVersionIsDeployed() {
        Known known = saved();
        known.make(publish(READY));
        Draft same = known.make(open(Ref.version(1)));
        Decision<PublishOutcome> decision = known.decide(asThePipelineSays(Publish.draft(same.ref())));
        Unchanged outcome = assertInstanceOf(Unchanged.class, decision.outcome());
        assertEquals(OptionalLong.of(1), outcome.deployment().orElseThrow().version());
        AgentChange change = decision.changes().orElseThrow();
        assertTrue(change.audit().changed());
        assertEquals(List.of(), change.versions());
        assertEquals(List.of(), change.drafts());
        assertEquals(
                Map.of("equal", Change.to(Equal.TO_LATEST), "environment sandbox", Change.to("version 1")),
                change.audit().changes());
        known.freeze("sandbox").refusal(EnvironmentFrozenException.class, asThePipelineSays(Publish.draft(same.ref())));
    }

    @Test
    void theLatestVersionIsHeldAgainstTheConfigPageToo() {
        Known known = saved(NEEDY);
        known.make(publish(READY));
        known.make(open(Ref.version(1)));
        PublishDraft verb = new PublishDraft(KEY, SAME.deployTo("sandbox"), Known.needy(""));
        known.refusal(UnmetNeedsException.class, verb);
        known.page("sandbox", TOKEN, Content.empty());
        assertEquals(Optional.of("sandbox"), deployedTo(known, verb));
    }

    @Test
    void anOlderBaseIsNotDeployedUnnoticed() {
        Known known = serving();
        known.publish(GOOD_DAY);
        known.refusal(StaleBaseException.class, publish(SAME.deployTo("sandbox")));
        assertEquals(Optional.empty(), deployedTo(known, publish(SAME)));
        assertEquals(
                Optional.of("sandbox"),
                deployedTo(known, publish(SAME.deployTo("sandbox").superseding(2))));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = saved().on("r-1");
        assertEquals(known.make(publish(SANDBOX)), known.retry(publish(SANDBOX)));
        known.make(open(Ref.version(1)));
        PublishDraft same = publish(SAME.deployTo("sandbox"));
        assertEquals(known.make(same), known.retry(same));
        assertNotEquals(
                publish(SANDBOX).asked().hash(),
                publish(READY.deployTo("sandbox", Replacing.nothing())).asked().hash());
    }
}
