package dev.stet.examples;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import java.util.Arrays;
import java.util.Optional;

/**
 * An agent with one draft that takes one document after the other. After each publish the draft is kept, rebased on the
 * new version, so that a document that says the same makes neither a revision nor a version.
 */
final class ImportedAgent {
    private static final AgentId ID = AgentId.of("imported");

    private final String name;
    private final Workspace workspace;
    private Optional<Draft> draft = Optional.empty();
    private byte[] before = {};

    ImportedAgent(String name) {
        this.name = name;
        Stet stet = Stet.on(new MemoryStorage())
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build();
        this.workspace = stet.workspace(WorkspaceId.of("imports"), Actor.of("import"));
    }

    /** Takes the next document, under a label. */
    ImportStep add(String label, byte[] document) {
        try {
            Content content = Content.parse(document, ContentLimits.DEFAULT);
            Draft saved = draft.isPresent() ? save(draft.get(), content) : create(content);
            draft = Optional.of(saved);
            PublishOutcome outcome =
                    workspace.drafts(ID).publish(Publish.draft(saved.ref()).label(label));
            boolean sameBytes = Arrays.equals(before, document);
            before = document;
            return outcome instanceof Published
                    ? new ImportStep.NewVersion(outcome.version())
                    : new ImportStep.Unchanged(outcome.version(), sameBytes);
        } catch (StetException refusal) {
            return new ImportStep.Refused(refusal.getMessage());
        }
    }

    private Draft create(Content content) {
        Created created = workspace.agents().create(NewAgent.named(name).id(ID).content(content));
        return created.draft();
    }

    private Draft save(Draft seen, Content content) {
        return workspace.drafts(ID).save(seen.ref(), Edit.content(content)).draft();
    }
}
