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
import dev.stet.agent.TextLimits;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Identities;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftPolicy;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Promote;
import dev.stet.facts.AgentChange;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.schema.SchemaLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for rules as functions, whatever the store. What they decide is held against the model of the kit. */
final class RulesProperties {
    private static final AgentKey KEY = AgentKey.of("acme", "front-desk");
    private static final List<String> NAMES = List.of("sandbox", "staging", "pre-release", "live");

    private static final Policies POLICIES = new Policies(
            Pipeline.of("live"),
            Map.of(),
            ContentRules.none(),
            Map.of(),
            Identities.byDefault(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            new CompiledSchemas(SchemaLimits.DEFAULT),
            ContentLimits.DEFAULT,
            TextLimits.DEFAULT,
            DraftPolicy.MANY_PER_AGENT,
            AfterPublish.CONSUME);

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
        AgentEdit same = AgentEdit.nothing().name(agent.name());
        assertTrue(AgentRules.edit(agent, 1, same, List.of(), POLICIES, call(now))
                .changes()
                .isEmpty());

        Call request = new Call(
                Actor.of("ana"),
                Optional.of(RequestId.of("r-1")),
                Optional.of(Content.empty().hash()),
                now,
                Duration.ofDays(1),
                DraftId.of("unused"),
                VersionId.of("unused"));
        AgentChange onRecord = AgentRules.edit(agent, 1, same, List.of(), POLICIES, request)
                .changes()
                .orElseThrow();
        assertFalse(onRecord.audit().changed());
        assertEquals(Optional.of(RequestId.of("r-1")), onRecord.audit().request());
    }

    @Property
    void aPromotionLeadsOneStepUpUnlessSkippingIsAllowed(
            @ForAll @IntRange(max = 3) int from, @ForAll @IntRange(max = 3) int to, @ForAll boolean skipping) {
        Pipeline strict = Pipeline.of(NAMES.get(0), NAMES.get(1), NAMES.get(2), NAMES.get(3));
        Pipeline pipeline = skipping ? strict.allowSkipping() : strict;
        Promote promote = Promote.whateverIsActiveIn(NAMES.get(from)).to(NAMES.get(to));
        boolean allowed = skipping ? to > from : to == from + 1;
        if (allowed) {
            assertEquals(NAMES.get(to), DeploymentRules.promotionTarget(NAMES.get(from), promote, pipeline));
        } else {
            PipelineException refusal = assertThrows(
                    PipelineException.class, () -> DeploymentRules.promotionTarget(NAMES.get(from), promote, pipeline));
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
        return AgentRules.create(KEY, NewAgent.named("Front desk"), Source.blank(), POLICIES, call(now));
    }

    private static Decision<SaveOutcome> saved(Created created, String prompt, Instant now) {
        Draft draft = created.draft();
        return DraftRules.save(
                created.agent(),
                draft,
                Content.empty(),
                Optional.of(draft.ref()),
                Edit.section("prompt", JsonValue.of(prompt)),
                POLICIES,
                call(now));
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
