package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.Created;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How one agent comes to be from another. */
final class DuplicateAgentTest {
    private static final AgentKey COPY = AgentKey.of("other", "night-desk");
    private static final DraftId FIRST = DraftId.of("d-1");

    private static DuplicateAgent verb(Ref ref) {
        return new DuplicateAgent(KEY, COPY, Duplication.of(KEY.agent(), ref, "Night desk"), POLICIES);
    }

    private static Known original() {
        Known known = Known.agent(
                KEY,
                NewAgent.named("Front desk")
                        .description("By day.")
                        .kind("voice")
                        .tags(Set.of("a")));
        known.publish("Hello.");
        return known;
    }

    private static Known world() {
        return Known.nothing(COPY).beside(original());
    }

    @Test
    void aVersionIsTheBeginningOfAHistoryOfItsOwn() {
        Known known = world();
        Decision<Created> decision = known.decide(verb(Ref.version(1)));
        Agent agent = decision.outcome().agent();
        assertEquals(COPY, agent.key());
        assertEquals("Night desk", agent.name());
        assertEquals("By day.", agent.description());
        assertEquals("voice", agent.kind());
        assertEquals(Set.of("a"), agent.tags());
        Origin origin = new Origin(KEY, Ref.version(1));
        assertEquals(Optional.of(origin), agent.duplicatedFrom());
        assertEquals(Optional.of(origin), decision.outcome().draft().lineage().duplicatedFrom());
        assertEquals(OptionalLong.empty(), decision.outcome().draft().base());
        assertEquals(1, decision.contents().size());
        assertEquals(
                Map.of("name", Change.to("Night desk"), "duplicate", Change.to(KEY + " " + Ref.version(1))),
                decision.changes().orElseThrow().audit().changes());
        assertEquals(List.of("READ of " + KEY, "CREATE_AGENT"), known.asked());
    }

    @Test
    void aDraftIsTakenAsItIsNow() {
        Ref now = Ref.revision(new DraftRef(FIRST, 1));
        Origin origin = new Origin(KEY, now);
        assertEquals(
                Optional.of(origin),
                world().decide(verb(Ref.draft(FIRST))).outcome().agent().duplicatedFrom());
        assertEquals(
                Optional.of(origin), world().decide(verb(now)).outcome().agent().duplicatedFrom());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = world();
        known.refusal(InvalidInputException.class, verb(Ref.content(Content.empty())));
        known.refusal(NotFoundException.class, verb(Ref.version(9)));
        known.refusal(NotFoundException.class, verb(Ref.draft(DraftId.of("d-9"))));
        Known.nothing(COPY).refusal(NotFoundException.class, verb(Ref.version(1)));
        known.make(verb(Ref.version(1)));
        known.refusal(AgentIdTakenException.class, verb(Ref.version(9)));
    }

    @Test
    void whoeverAsksMustReadTheOneAndCreateTheOther() {
        assertTrue(world().forbid("READ")
                .refusal(AccessDeniedException.class, verb(Ref.version(1)))
                .request()
                .agent()
                .equals(Optional.of(KEY.agent())));
        assertTrue(world().forbid("CREATE_AGENT")
                .refusal(AccessDeniedException.class, verb(Ref.version(1)))
                .request()
                .workspace()
                .equals(COPY.workspace()));
    }

    @Test
    void aRetryIsToldOfTheSameAgentAndDraft() {
        Known known = world().on("r-1");
        assertEquals(known.make(verb(Ref.version(1))), known.retry(verb(Ref.version(1))));
        assertNotEquals(
                verb(Ref.version(1)).asked().hash(),
                verb(Ref.draft(FIRST)).asked().hash());
    }
}
