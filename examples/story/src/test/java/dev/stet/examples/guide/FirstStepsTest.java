package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Drafts;
import dev.stet.Environments;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.environment.Deployment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Promote;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FirstStepsTest {
    @Test
    void fromADraftToWhatRuns() {
        Stet stet = Stet.on(new MemoryStorage())
                .pipeline(Pipeline.of("sandbox", "pre-release", "live"))
                .build();
        Workspace acme = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana", "Ana"));

        // An agent and its first draft come to be together.
        Content content = Content.parse("""
                {"prompt": "Greet the caller.", "model": {"name": "orion-4", "temperature": 0.2}}""");
        Created created = acme.agents().create(NewAgent.named("Front desk").content(content));
        AgentId frontDesk = created.agent().id();

        // A save names the revision it is meant for, so nobody's edit is lost.
        Drafts drafts = acme.drafts(frontDesk);
        Edit edit = Edit.section("prompt", JsonValue.of("Greet the caller by name."));
        Draft draft = drafts.save(created.draft().ref(), edit).draft();

        // Version 1, serving in the sandbox: one atomic step. Then up the pipeline.
        drafts.publish(Publish.draft(draft.ref()).label("First words").deployTo("sandbox"));
        Environments environments = acme.environments(frontDesk);
        environments.promote(Promote.whateverIsActiveIn("sandbox"));
        environments.promote(Promote.whateverIsActiveIn("pre-release").because("Ben listened in"));

        // What runs here, now? And who put it there?
        Resolution now = acme.resolve(frontDesk, "live");
        Optional<Deployment> then = environments.servedAt("live", Instant.now());

        assertEquals(
                Optional.of(JsonValue.of("Greet the caller by name.")),
                now.content().section("prompt"));
        assertEquals(OptionalLong.of(1), now.version());
        assertEquals("Ben listened in", then.orElseThrow().reason());
        assertEquals("Ana", then.orElseThrow().by().displayName());
    }
}
