package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.NewAgent;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClocksTest {
    @Test
    void aChangeOnAClockThatIsFurtherOffNamesBothTimes() {
        Storage storage = new MemoryStorage();
        Stet stet = Stet.on(storage).clockTolerance(Duration.ofMinutes(5)).build();
        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Agent agent = ana.agents().create(NewAgent.named("Front desk")).agent();
        Workspace ahead = Stet.on(storage)
                .clock(() -> Instant.now().plus(Duration.ofDays(365)))
                .build()
                .workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        ahead.agents().edit(agent.id(), 1, AgentEdit.nothing().name("Desk"));
        assertEquals(
                Optional.of(agent.createdAt()),
                ana.audit().of(agent.id(), Range.first(1)).items().get(0).earliest());
    }
}
