package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Fate;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetentionTest {
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2024-01-01T08:00:00Z");
    private final Workspace ana = Stet.on(new MemoryStorage())
            .afterPublish(AfterPublish.KEEP_REBASED)
            .clock(() -> now)
            .build()
            .workspace(WorkspaceId.of("acme"), Actor.of("ana"));

    private static RetentionPolicy policy() {
        RetentionPolicy policy = RetentionPolicy.keepingAll()
                .draftRevisions(Keep.newest(20).andYoungerThan(Duration.ofDays(30)))
                .archivedVersions(Keep.newest(5).andYoungerThan(Duration.ofDays(365)))
                .servedWithin(Duration.ofDays(90));
        return policy;
    }

    @Test
    void aPlanTellsWhatGoesAndWhy() {
        versions(30);
        RetentionPolicy policy = policy();
        RetentionPlan plan = ana.retention(frontDesk).plan(policy);
        for (Fate<Long> version : plan.versions()) {
            told.add(
                    version.stays()
                            ? "version " + version.of() + " stays: " + version.reasons()
                            : "version " + version.of() + " goes, and " + version.bytes() + " bytes with it");
        }
        RetentionOutcome outcome = ana.retention(frontDesk).apply(plan);
        assertEquals("version 30 stays: [LATEST, BASE_OF_OPEN_DRAFT, NOT_ARCHIVED]", told.get(0));
        assertTrue(told.get(29).startsWith("version 1 goes, and "), told.get(29));
        assertEquals(plan.versionsToGo().size(), outcome.versions());
        assertTrue(outcome.versions() > 0);
    }

    @Test
    void aNightlyJobAppliesThePolicy() {
        versions(30);
        RetentionPolicy policy = policy();
        RetentionOutcome step;
        do {
            step = ana.retention(frontDesk).apply(policy);
        } while (step.more());
        assertTrue(ana.retention(frontDesk).plan(policy).isEmpty());
    }

    private void versions(int count) {
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk")
                        .id(frontDesk)
                        .content(Content.parse("{\"prompt\":\"Greet the caller.\"}")))
                .draft();
        for (int i = 1; i <= count; i++) {
            now = now.plus(Duration.ofDays(30));
            Edit edit = Edit.section("prompt", JsonValue.of("Greet the caller, in way " + i + "."));
            draft = ana.drafts(frontDesk)
                    .save(ana.drafts(frontDesk).get(draft.id()).ref(), edit)
                    .draft();
            ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).withoutDeploying());
        }
        for (int i = 1; i < count; i++) {
            ana.versions(frontDesk).annotate(i, 1, Annotate.nothing().archived(true));
        }
    }
}
