package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NEEDY;
import static dev.stet.rules.Known.PIPELINE;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Known.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.PipelineException.Rule;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.page.UnmetNeedsException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a version is taken over to a later environment. */
final class PromoteDeploymentTest {
    private static final Promote NEXT = Promote.whateverIsActiveIn("sandbox");
    private static final Policies LEAPING = Known.policies(PIPELINE.allowSkipping());

    private static PromoteDeployment verb(Promote promote) {
        return new PromoteDeployment(KEY, promote, POLICIES);
    }

    private static Known serving() {
        Known known = Known.agent();
        known.publish("Hello.");
        known.publish("Good day.");
        return known.deploy(1, "sandbox");
    }

    @Test
    void whatServesInOneServesInTheNext() {
        Known known = serving();
        Decision<DeployOutcome> decision = known.decide(verb(NEXT.because("Tried.")));
        Deployment made = assertInstanceOf(DeployOutcome.Deployed.class, decision.outcome())
                .deployment();
        assertEquals("staging", made.environment());
        assertEquals(OptionalLong.of(1), made.version());
        assertEquals(Cause.PROMOTED, made.cause());
        assertEquals(OptionalLong.of(1), made.source());
        assertEquals("Tried.", made.reason());
        assertEquals(List.of(made), decision.changes().orElseThrow().deployments());
    }

    @Test
    void whereItServesAlreadyNothingChanges() {
        Known known = serving().deploy(1, "staging");
        Decision<DeployOutcome> decision = known.decide(verb(NEXT));
        assertEquals(new DeployOutcome.Unchanged(known.deployment(KEY, 2)), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        assertFalse(known.on("r-1").entry(verb(NEXT)).changed());
    }

    @Test
    void whoeverAsksMustReadTheOneAndPromoteToTheOther() {
        Known known = serving();
        known.decide(verb(NEXT));
        assertEquals(List.of("READ sandbox", "PROMOTE staging"), known.asked());
        known.decide(verb(NEXT.to("staging")));
        assertEquals(List.of("READ sandbox", "PROMOTE staging"), known.asked());
        known.decide(verb(Promote.deployment(1)));
        assertEquals(List.of("READ", "READ sandbox", "PROMOTE staging"), known.asked());
        known.decide(verb(Promote.deployment(1).to("staging")));
        assertEquals(List.of("READ", "PROMOTE staging", "READ sandbox"), known.asked());
    }

    @Test
    void nobodyIsToldOfAnEnvironmentThatTheyMayNotRead() {
        Known known = serving().deploy(2, "live").drop(2).forbid("READ live");
        known.refusal(AccessDeniedException.class, verb(Promote.deployment(2)));
        known.refusal(AccessDeniedException.class, verb(Promote.deployment(2).to("sandbox")));
        known.refusal(AccessDeniedException.class, verb(Promote.whateverIsActiveIn("live")));
        known.archive().refusal(AccessDeniedException.class, verb(Promote.deployment(2)));
    }

    @Test
    void permissionForTheNextEnvironmentIsAskedBeforeAnythingIsDecided() {
        Known known = serving().forbid("PROMOTE staging").archive();
        known.refusal(AccessDeniedException.class, verb(NEXT));
        known.refusal(AccessDeniedException.class, verb(NEXT.to("staging")));
        known.refusal(AccessDeniedException.class, verb(Promote.deployment(1)));
    }

    @Test
    void thePipelineSaysWhereItLeads() {
        Known known = serving();
        known.deploy(1, "live");
        assertEquals(Rule.NO_NEXT, rule(known, Promote.whateverIsActiveIn("live")));
        assertEquals(Rule.NO_NEXT, rule(known, Promote.deployment(2)));
        assertEquals(Rule.BACKWARDS, rule(known, Promote.deployment(2).to("sandbox")));
        assertEquals(Rule.BACKWARDS, rule(known, NEXT.to("sandbox")));
        assertEquals(Rule.SKIPPING, rule(known, NEXT.to("live")));
        assertEquals(
                "live",
                known.make(new PromoteDeployment(KEY, NEXT.to("live"), LEAPING))
                        .deployment()
                        .environment());
        known.refusal(UnknownEnvironmentException.class, verb(NEXT.to("moon")));
        known.refusal(UnknownEnvironmentException.class, verb(Promote.whateverIsActiveIn("moon")));
    }

    private static Rule rule(Known known, Promote promote) {
        return known.refusal(PipelineException.class, verb(promote)).rule();
    }

    @Test
    void nothingIsPromotedFromWhereThePipelineDoesNotLeadAnyMore() {
        Policies shorter = Known.policies(Pipeline.of("live"));
        Known known = serving();
        known.refusal(UnknownEnvironmentException.class, new PromoteDeployment(KEY, Promote.deployment(1), shorter));
        known.refusal(UnknownEnvironmentException.class, new PromoteDeployment(KEY, NEXT.to("live"), shorter));
    }

    @Test
    void aDeploymentThatWasReplacedIsPromotedOnlyIfThatIsMeant() {
        Known known = serving().deploy(2, "sandbox");
        known.refusal(StaleDeploymentException.class, verb(Promote.deployment(1)));
        assertEquals(
                OptionalLong.of(1),
                known.decide(verb(Promote.deployment(1).evenIfReplacedMeanwhile()))
                        .outcome()
                        .deployment()
                        .version());
        assertEquals(
                OptionalLong.of(2),
                known.decide(verb(NEXT)).outcome().deployment().version());
    }

    @Test
    void whereNothingServesThereIsNothingToPromote() {
        Known known = serving();
        known.refusal(NotFoundException.class, verb(Promote.deployment(9)));
        known.refusal(NothingServedException.class, verb(Promote.whateverIsActiveIn("staging")));
        known.make(new EmptyEnvironment(KEY, "sandbox", "", Replacing.anything(), POLICIES));
        known.refusal(NothingServedException.class, verb(NEXT));
        known.refusal(NothingServedException.class, verb(Promote.deployment(2)));
    }

    @Test
    void aVersionThatWasDroppedIsNotThereAnyMore() {
        Known known = serving().deploy(2, "sandbox").drop(1);
        Promote first = Promote.deployment(1).evenIfReplacedMeanwhile();
        assertTrue(known.refusal(NotFoundException.class, verb(first)).dropped());
        assertTrue(known.archive().refusal(NotFoundException.class, verb(first)).dropped());
    }

    @Test
    void itIsRefusedWhereSomethingIsClosedOrNotAsExpected() {
        Known known = serving();
        known.refusal(StaleDeploymentException.class, verb(NEXT.replacing(Replacing.deployment(1))));
        known.freeze("staging").refusal(EnvironmentFrozenException.class, verb(NEXT));
        known.deploy(2, "sandbox").archive(1);
        known.refusal(ArchivedVersionException.class, verb(Promote.deployment(1).evenIfReplacedMeanwhile()));
        known.archive().refusal(AgentUnavailableException.class, verb(NEXT));
    }

    @Test
    void whatTheVersionNeedsMustBeOnThePageOfTheTarget() {
        Known known = Known.agent();
        known.publish(NEEDY);
        known.deploy(1, "sandbox").page("sandbox", TOKEN, Content.empty());
        PromoteDeployment verb = new PromoteDeployment(KEY, NEXT, Known.needy(""));
        known.refusal(UnmetNeedsException.class, verb);
        known.page("staging", TOKEN, Content.empty());
        assertEquals("staging", known.decide(verb).outcome().deployment().environment());
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = serving().on("r-1");
        assertEquals(known.make(verb(NEXT)), known.retry(verb(NEXT)));
        assertEquals(
                6,
                Stream.of(
                                NEXT,
                                NEXT.to("staging"),
                                NEXT.because("Tried."),
                                NEXT.replacing(Replacing.nothing()),
                                Promote.deployment(1),
                                Promote.deployment(1).evenIfReplacedMeanwhile())
                        .map(promote -> verb(promote).asked().hash())
                        .distinct()
                        .count());
    }
}
