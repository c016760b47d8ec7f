package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessPolicy;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.agent.TextLimits;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclaringTest {
    private static final Set<String> RELEASE_MANAGERS = Set.of("ben");

    @Test
    void aHostDeclaresItsRulesOnce() {
        ContentRules voiceRules = ContentRules.none()
                .require("prompt", "voice")
                .allowOnly("tools", "graph")
                .check(content -> content.section("prompt").isPresent()
                        ? List.of()
                        : List.of(new Finding(
                                JsonPointer.parse("/prompt"), "prompt", "a voice agent has to say something")));
        AccessPolicy access = request -> switch (request.action()) {
            case PROMOTE, ROLL_BACK, FREEZE_ENVIRONMENT, UNFREEZE_ENVIRONMENT ->
                RELEASE_MANAGERS.contains(request.actor().id());
            default -> request.action() != Action.DISCARD_DRAFT_OF_ANOTHER;
        };
        Stet stet = Stet.on(new MemoryStorage())
                .pipeline(Pipeline.of("live").publishTo("live"))
                .pipeline("voice", Pipeline.of("staging", "production").allowSkipping())
                .contentRules("voice", voiceRules)
                .contentLimits(ContentLimits.DEFAULT.withMaxBytes(1 << 20))
                .textLimits(TextLimits.DEFAULT.withLabel(100))
                .drafts(DraftPolicy.ONE_PER_AGENT)
                .afterPublish(AfterPublish.OPEN_NEXT)
                .access(access)
                .build();

        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Created created = ana.agents().create(NewAgent.named("Front desk").kind("voice"));
        ContentRulesException refusal = assertThrows(
                ContentRulesException.class,
                () -> ana.drafts(created.agent().id())
                        .publish(Publish.draft(created.draft().ref())));
        assertEquals(3, refusal.findings().size());
        assertThrows(
                AccessDeniedException.class,
                () -> ana.environments(created.agent().id()).freeze("production", "quiet night"));
    }
}
