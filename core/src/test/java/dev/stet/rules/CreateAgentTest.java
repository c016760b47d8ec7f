package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.AgentChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an agent comes to be. */
final class CreateAgentTest {
    private static final Content HELLO = Content.parse("{\"prompt\":\"Hello.\"}");

    private static CreateAgent verb(NewAgent agent) {
        return new CreateAgent(KEY, agent, POLICIES);
    }

    @Test
    void thereIsAnAgentAndItsFirstDraft() {
        Known known = Known.nothing();
        NewAgent given = NewAgent.named("Front desk")
                .description("By day.")
                .kind("voice")
                .tags(Set.of("b", "a"))
                .content(HELLO)
                .draftName("To begin with");
        Decision<Created> decision = known.decide(verb(given));
        Agent agent = decision.outcome().agent();
        Draft draft = decision.outcome().draft();
        assertEquals("voice", agent.kind());
        assertEquals(Set.of("a", "b"), agent.tags());
        assertEquals(AgentStatus.ACTIVE, agent.status());
        assertEquals(1, agent.revision());
        assertEquals(1, agent.head().openDrafts());
        assertEquals("To begin with", draft.name());
        assertEquals(HELLO.hash(), draft.hash());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(0, change.expectedHead());
        assertEquals(Optional.of(agent), change.agent());
        assertEquals(List.of(draft), change.drafts());
        assertEquals(List.of(new NewContent(HELLO, Optional.empty())), decision.contents());
        assertEquals(Subject.agent().draft(draft.id(), 1), change.audit().subject());
        assertEquals(Map.of("name", Change.to("Front desk")), change.audit().changes());
        assertEquals(List.of("CREATE_AGENT"), known.asked());
    }

    @Test
    void noIdIsGivenTwice() {
        Known.agent().refusal(AgentIdTakenException.class, verb(NewAgent.named(" ")));
    }

    @Test
    void textsAndContentsHaveTheirLimits() {
        Known known = Known.nothing();
        NewAgent desk = NewAgent.named("Front desk");
        String novel = "x".repeat(100_000);
        known.refusal(InvalidInputException.class, verb(NewAgent.named(" ")));
        known.refusal(InvalidInputException.class, verb(NewAgent.named(novel)));
        known.refusal(InvalidInputException.class, verb(desk.description(novel)));
        known.refusal(InvalidInputException.class, verb(desk.kind(novel)));
        known.refusal(InvalidInputException.class, verb(desk.tags(Set.of(""))));
        known.refusal(InvalidInputException.class, verb(desk.draftName(" ")));
        known.refusal(InvalidContentException.class, verb(desk.content(Content.of(deep()))));
        known.forbid("CREATE_AGENT").refusal(AccessDeniedException.class, verb(desk));
    }

    private static JsonObject deep() {
        JsonValue value = JsonValue.of(1);
        for (int level = 0; level <= ContentLimits.DEFAULT.maxDepth(); level++) {
            value = new JsonObject(Map.of("in", value));
        }
        return (JsonObject) value;
    }

    @Test
    void aRetryIsToldOfTheSameAgentAndDraft() {
        Known known = Known.nothing().on("r-1");
        CreateAgent verb = verb(NewAgent.named("Front desk").content(HELLO));
        assertEquals(known.make(verb), known.retry(verb));
        assertNotEquals(
                verb.asked().hash(), verb(NewAgent.named("Front desk")).asked().hash());
    }
}
