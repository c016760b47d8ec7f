package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.Actor;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Promote;
import dev.stet.facts.AgentChange;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for rules as functions, whatever the store. What they decide is held against the model of the kit. */
final class RulesProperties {
    private static final AgentKey KEY = Known.KEY;
    private static final List<String> NAMES = List.of("sandbox", "staging", "pre-release", "live");

    private static final Policies POLICIES = Known.policies(Pipeline.of("live"));

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 1_000).map(Instant::ofEpochSecond);
    }

    @Property
    void theSameArgumentsGiveTheSameDecision(@ForAll("instants") Instant now) {
        assertEquals(created(now), created(now));
        Created agent = created(now).outcome();
        assertEquals(saved(agent, "Hello.", now), saved(agent, "Hello.", now));
    }

    @Property
    void timeNeverRunsBackwardsWithinAnAgent(@ForAll("instants") Instant first, @ForAll("instants") Instant second) {
        Created agent = created(first).outcome();
        AgentChange change = saved(agent, "Hello.", second).changes().orElseThrow();
        assertEquals(first.isAfter(second) ? first : second, change.audit().at());
        assertEquals(change.audit().at(), change.agent().orElseThrow().head().at());
    }

    @Property
    void everyChangeMovesTheHeadByOneAndIsAudited(@ForAll("instants") Instant now) {
        AgentChange birth = created(now).changes().orElseThrow();
        assertEquals(0, birth.expectedHead());
        assertEquals(1, birth.audit().number());
        AgentChange save =
                saved(created(now).outcome(), "Hello.", now).changes().orElseThrow();
        assertEquals(1, save.expectedHead());
        assertEquals(2, save.audit().number());
        assertEquals(2, save.agent().orElseThrow().head().revision());
    }

    @Property
    void aNoOpIsPutOnRecordOnlyUnderARequestId(@ForAll("instants") Instant now) {
        Agent agent = created(now).outcome().agent();
        EditAgent same = new EditAgent(KEY, 1, AgentEdit.nothing().name(agent.name()), POLICIES);
        EditAgent.State state = new EditAgent.State(agent, List.of());
        assertTrue(same.decides(state, call(now)).changes().isEmpty());

        Call request = new Call(
                Actor.of("ana"),
                Optional.of(RequestId.of("r-1")),
                Optional.of(Content.empty().hash()),
                now,
                Duration.ofDays(1),
                DraftId.of("unused"),
                VersionId.of("unused"));
        AgentChange onRecord = same.decides(state, request).changes().orElseThrow();
        assertFalse(onRecord.audit().changed());
        assertEquals(Optional.of(RequestId.of("r-1")), onRecord.audit().request());
    }

    @Property
    void aPromotionLeadsOneStepUpUnlessSkippingIsAllowed(
            @ForAll @IntRange(max = 3) int from, @ForAll @IntRange(max = 3) int to, @ForAll boolean skipping) {
        Pipeline strict = Pipeline.of(NAMES.get(0), NAMES.get(1), NAMES.get(2), NAMES.get(3));
        Pipeline pipeline = skipping ? strict.allowSkipping() : strict;
        Known known = Known.agent();
        Policies entered = Known.policies(strict.entries(NAMES.get(from)));
        known.publish(Content.empty());
        known.make(new DeployVersion(KEY, Deploy.version(1, NAMES.get(from)), entered));
        Promote promote = Promote.whateverIsActiveIn(NAMES.get(from)).to(NAMES.get(to));
        PromoteDeployment verb = new PromoteDeployment(KEY, promote, Known.policies(pipeline));
        boolean allowed = skipping ? to > from : to == from + 1;
        if (allowed) {
            assertEquals(NAMES.get(to), known.make(verb).deployment().environment());
        } else {
            PipelineException refusal = assertThrows(PipelineException.class, () -> known.decide(verb));
            assertEquals(
                    to <= from ? PipelineException.Rule.BACKWARDS : PipelineException.Rule.SKIPPING, refusal.rule());
        }
    }

    @Property
    void differentEditsGiveDifferentContents(@ForAll String one, @ForAll String other) {
        Created agent = created(Instant.EPOCH).outcome();
        if (well(one) && well(other) && !one.equals(other)) {
            assertNotEquals(
                    saved(agent, one, Instant.EPOCH).outcome().draft().hash(),
                    saved(agent, other, Instant.EPOCH).outcome().draft().hash());
        }
    }

    private static boolean well(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Decision<Created> created(Instant now) {
        CreateAgent create = new CreateAgent(KEY, NewAgent.named("Front desk"), POLICIES);
        return create.decides(new CreateAgent.State(), call(now));
    }

    private static Decision<SaveOutcome> saved(Created created, String prompt, Instant now) {
        Draft draft = created.draft();
        SaveDraft save = new SaveDraft(
                KEY, draft.id(), Optional.of(draft.ref()), Edit.section("prompt", JsonValue.of(prompt)), POLICIES);
        return save.decides(new SaveDraft.State(created.agent(), draft, Content.empty()), call(now));
    }

    private static Call call(Instant now) {
        return new Call(
                Actor.of("ana"),
                Optional.empty(),
                Optional.empty(),
                now,
                Duration.ofDays(1),
                DraftId.of("d-1"),
                VersionId.of("v-1"));
    }
}
