package dev.stet.registry.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Environments;
import dev.stet.Pin;
import dev.stet.Range;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome.Unchanged;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBackException;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What can be done with environments, and what resolve says then. */
class EnvironmentLifecycleTest extends FrontDesk {
    @Test
    void aVersionIsDeployedAndPromotedStepByStep() {
        published();
        Deployment sandbox =
                deployed(environments().deploy(Deploy.version(1, "sandbox").because("To try")));
        Deployment staged = deployed(environments().promote(Promote.deployment(sandbox.number())));
        Deployment live = deployed(environments().promote(Promote.whateverIsActiveIn("pre-release")));
        assertEquals(Cause.DIRECT, sandbox.cause());
        assertEquals("To try", sandbox.reason());
        assertEquals(Cause.PROMOTED, live.cause());
        assertEquals(OptionalLong.of(staged.number()), live.source());
        assertEquals(live, environments().findActive("live").orElseThrow());
        assertEquals(
                List.of(sandbox, staged, live),
                List.copyOf(environments().active().values()));
        assertEquals(
                List.of("sandbox", "pre-release", "live"),
                environments().list().stream().map(Environment::name).toList());
        assertEquals(Optional.of(staged), environments().findDeployment(2));
    }

    @Test
    void thePipelineRefusesWhatItDoesNotAllow() {
        published();
        Deployment sandbox = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        refused(PipelineException.Rule.NOT_AN_ENTRY, () -> environments().deploy(Deploy.version(1, "live")));
        refused(
                PipelineException.Rule.SKIPPING,
                () -> environments()
                        .promote(Promote.deployment(sandbox.number()).to("live")));
        refused(
                PipelineException.Rule.BACKWARDS,
                () -> environments()
                        .promote(Promote.deployment(sandbox.number()).to("sandbox")));
        assertThrows(UnknownEnvironmentException.class, () -> environments().deploy(Deploy.version(1, "prod")));
        assertThrows(UnknownEnvironmentException.class, () -> environments().get("prod"));
        assertThrows(
                NothingServedException.class, () -> environments().promote(Promote.whateverIsActiveIn("pre-release")));
        Stet skipping = declared()
                .pipeline(Pipeline.of("sandbox", "pre-release", "live").allowSkipping())
                .build();
        ana(skipping)
                .environments(DESK)
                .promote(Promote.deployment(sandbox.number()).to("live"));
        refused(PipelineException.Rule.NO_NEXT, () -> environments().promote(Promote.whateverIsActiveIn("live")));
    }

    @Promise(4)
    @Test
    void aDeploymentThatIsNoLongerActiveIsPromotedOnlyOnPurpose() {
        published();
        Deployment first = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        publishedNext("Hi.");
        Deployment second = deployed(environments().deploy(Deploy.version(2, "sandbox")));
        StaleDeploymentException stale = assertThrows(
                StaleDeploymentException.class, () -> environments().promote(Promote.deployment(first.number())));
        assertEquals(OptionalLong.of(second.number()), stale.actual().deployment());
        Deployment staged = deployed(
                environments().promote(Promote.deployment(first.number()).evenIfReplacedMeanwhile()));
        assertEquals(OptionalLong.of(1), staged.version());
    }

    @Promise(4)
    @Test
    void everyMoveCanSayWhatItExpectsToReplace() {
        published();
        Deploy onEmpty = Deploy.version(1, "sandbox").replacing(Replacing.nothing());
        Deployment first = deployed(environments().deploy(onEmpty));
        publishedNext("Hi.");
        Deploy second = Deploy.version(2, "sandbox");
        assertThrows(
                StaleDeploymentException.class, () -> environments().deploy(second.replacing(Replacing.nothing())));
        deployed(environments().deploy(second.replacing(Replacing.deployment(first.number()))));
        assertThrows(
                StaleDeploymentException.class,
                () -> environments().rollBack(RollBack.of("sandbox").replacing(Replacing.deployment(1))));
        assertThrows(
                StaleDeploymentException.class,
                () -> environments().empty("sandbox", "", Replacing.deployment(first.number())));
    }

    @Test
    void deployingWhatServesAlreadyChangesNothing() {
        published();
        Deployment first = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        Unchanged again = assertInstanceOf(Unchanged.class, environments().deploy(Deploy.version(1, "sandbox")));
        assertEquals(first, again.deployment());
        assertEquals(1, environments().history(Range.first(9)).items().size());
    }

    @Promise(7)
    @Test
    void rollingBackTwiceGoesBackTwoStepsAndAddsHistory() {
        published();
        publishedNext("Hi.");
        publishedNext("Hey.");
        for (long version = 1; version <= 3; version++) {
            environments().deploy(Deploy.version(version, "sandbox"));
        }
        Deployment once =
                deployed(environments().rollBack(RollBack.of("sandbox").because("Too short")));
        assertEquals(OptionalLong.of(2), once.version());
        assertEquals(OptionalLong.of(2), once.source());
        assertTrue(once.movesBack());
        Deployment twice = deployed(environments().rollBack(RollBack.of("sandbox")));
        assertEquals(OptionalLong.of(1), twice.version());
        assertThrows(RollBackException.class, () -> environments().rollBack(RollBack.of("sandbox")));
        assertEquals(
                5, environments().history("sandbox", Range.first(9)).items().size());
    }

    @Test
    void anEnvironmentRollsBackToADeploymentOrAVersionItOnceServed() {
        published();
        publishedNext("Hi.");
        Deployment first = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        environments().promote(Promote.whateverIsActiveIn("sandbox"));
        environments().deploy(Deploy.version(2, "sandbox"));
        Deployment back =
                deployed(environments().rollBack(RollBack.of("sandbox").toDeployment(first.number())));
        assertEquals(OptionalLong.of(1), back.version());
        Deployment forth =
                deployed(environments().rollBack(RollBack.of("sandbox").toVersion(2)));
        assertEquals(OptionalLong.of(2), forth.version());
        assertThrows(
                RollBackException.class,
                () -> environments().rollBack(RollBack.of("sandbox").toDeployment(2)));
        assertThrows(
                RollBackException.class,
                () -> environments().rollBack(RollBack.of("pre-release").toVersion(2)));
    }

    @Test
    void anEnvironmentIsEmptied() {
        published();
        assertThrows(NothingServedException.class, () -> environments().empty("sandbox", "", Replacing.anything()));
        environments().deploy(Deploy.version(1, "sandbox"));
        Deployment emptied = deployed(environments().empty("sandbox", "Moving house", Replacing.anything()));
        assertEquals(Cause.EMPTIED, emptied.cause());
        assertEquals(Optional.empty(), ana().findServed(DESK, "sandbox"));
        assertInstanceOf(Unchanged.class, environments().empty("sandbox", "", Replacing.anything()));
        Deployment back = deployed(environments().rollBack(RollBack.of("sandbox")));
        assertEquals(OptionalLong.of(1), back.version());
    }

    @Test
    void nothingMovesInAFrozenEnvironment() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        Environment frozen = environments().freeze("sandbox", "Audit week");
        assertEquals("Audit week", frozen.freeze().orElseThrow().reason());
        publishedNext("Hi.");
        EnvironmentFrozenException refusal = assertThrows(
                EnvironmentFrozenException.class, () -> environments().deploy(Deploy.version(2, "sandbox")));
        assertEquals("ana", refusal.freeze().by().id());
        assertThrows(EnvironmentFrozenException.class, () -> environments().freeze("sandbox", "Twice"));
        assertEquals(1, ana().resolve(DESK, "sandbox").version().orElseThrow());
        assertEquals(
                Optional.empty(), environments().unfreeze("sandbox", "Audited").freeze());
        assertEquals(environments().get("sandbox"), environments().unfreeze("sandbox", "Again"));
        deployed(environments().deploy(Deploy.version(2, "sandbox")));
    }

    @Test
    void anEnvironmentThatWasOnlyFrozenForAWhileLeavesWithThePipeline() {
        created();
        environments().freeze("sandbox", "Audit week");
        environments().unfreeze("sandbox", "Audited");
        environments().freeze("live", "Holidays");
        Environments moved =
                ana(declared().pipeline(Pipeline.of("after")).build()).environments(DESK);
        assertEquals(
                List.of("after", "live"),
                moved.list().stream().map(Environment::name).toList());
        assertThrows(UnknownEnvironmentException.class, () -> moved.get("sandbox"));
        assertEquals("Holidays", moved.get("live").freeze().orElseThrow().reason());
    }

    @Promise(6)
    @Test
    void whatServedAtAnyInstantAndWhoPutItThereHasAnExactAnswer() {
        published();
        publishedNext("Hi.");
        Deployment first = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        Deployment second = deployed(ben(declared().build()).environments(DESK).deploy(Deploy.version(2, "sandbox")));
        Duration microsecond = Duration.ofNanos(1_000);
        assertEquals(
                Optional.empty(), environments().servedAt("sandbox", first.at().minus(microsecond)));
        assertEquals(Optional.of(first), environments().servedAt("sandbox", first.at()));
        assertEquals(
                Optional.of(first),
                environments().servedAt("sandbox", second.at().minus(microsecond)));
        Deployment then = environments()
                .servedAt("sandbox", second.at().plus(microsecond))
                .orElseThrow();
        assertEquals("ben", then.by().id());
        assertEquals(OptionalLong.of(2), then.version());
        assertThrows(UnknownEnvironmentException.class, () -> environments().servedAt("prod", second.at()));
        assertEquals(
                List.of(second, first),
                environments().history("sandbox", Range.first(9)).items());
    }

    @Test
    void resolveSaysWhatRunsAndWhatToLog() {
        assertThrows(NotFoundException.class, () -> ana().resolve(DESK, "sandbox"));
        published();
        assertThrows(NothingServedException.class, () -> ana().resolve(DESK, "sandbox"));
        assertThrows(UnknownEnvironmentException.class, () -> ana().resolve(DESK, "prod"));
        Deployment deployment = deployed(environments().deploy(Deploy.version(1, "sandbox")));
        Resolution resolution = ana().resolve(DESK, "sandbox");
        assertEquals(GREETING.toJson(), resolution.content().toJson());
        assertEquals(OptionalLong.of(1), resolution.version());
        assertEquals(OptionalLong.of(deployment.number()), resolution.deployment());
        assertEquals(Optional.of("sandbox"), resolution.environment());
    }

    @Test
    void aSessionStaysOnWhatItWasPinnedTo() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        String token = ana().resolve(DESK, "sandbox").pin().token();
        publishedNext("Hi.");
        environments().deploy(Deploy.version(2, "sandbox"));
        assertEquals(GREETING, ana().resolve(Pin.parse(token)).content());
    }

    @Test
    void aVersionOrADraftIsResolvedForATestRun() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Next"));
        assertEquals(OptionalLong.of(1), ana().resolve(DESK, Ref.version(1)).version());
        Resolution test = ana().resolve(DESK, Ref.draft(draft.id()));
        assertEquals(Ref.revision(draft.ref()), test.ref());
        saved(draft, "Hi.");
        assertEquals(GREETING, ana().resolve(test.pin()).content());
        assertFalse(ana().resolve(DESK, Ref.draft(draft.id())).content().equals(GREETING));
    }

    private static void refused(PipelineException.Rule rule, Runnable move) {
        assertEquals(rule, assertThrows(PipelineException.class, move::run).rule());
    }
}
