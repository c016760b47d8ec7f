package dev.stet.examples;

import dev.stet.Drafts;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Agent;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agent with one draft that takes one document after the other. After each publish the draft is kept, rebased on the
 * new version, so that a document that says the same makes neither a revision nor a version. What an earlier import made
 * of a document is known by the document's label and the hash of its content.
 */
final class ImportedAgent {
    static final WorkspaceId WORKSPACE = WorkspaceId.of("imports");

    private static final Actor IMPORT = Actor.of("import");
    private static final String DRAFT = "Import";

    private final AgentId id;
    private final String name;
    private final Workspace workspace;
    private Optional<Draft> draft = Optional.empty();
    private Optional<Version> alreadyThere = Optional.empty();
    private byte[] before = {};

    ImportedAgent(Storage storage, AgentId id, String name) {
        this.id = id;
        this.name = name;
        Stet stet = Stet.on(storage).afterPublish(AfterPublish.KEEP_REBASED).build();
        this.workspace = stet.workspace(WORKSPACE, IMPORT);
    }

    /** Takes the next document, under a label. */
    ImportStep add(String label, byte[] document) {
        try {
            Content content = Content.parse(document, ContentLimits.DEFAULT);
            boolean sameBytes = Arrays.equals(before, document);
            alreadyThere = findFromEarlierImport(label, content);
            ImportStep step = alreadyThere.isPresent()
                    ? new ImportStep.AlreadyThere(alreadyThere.get())
                    : publish(label, content, sameBytes);
            before = document;
            return step;
        } catch (StorageException lost) {
            throw lost;
        } catch (StetException refusal) {
            return new ImportStep.Refused(refusal.getMessage());
        }
    }

    /** The version made of it; or, where it came after another one and said the same, that of the other one. */
    private Optional<Version> findFromEarlierImport(String label, Content content) {
        List<Version> labelled = workspace
                .versions(id)
                .list(VersionFilter.all().label(label), Range.first(100))
                .items();
        return Stream.concat(labelled.stream(), alreadyThere.stream())
                .filter(version -> version.hash().equals(content.hash()))
                .findFirst();
    }

    private ImportStep publish(String label, Content content, boolean sameBytes) {
        Draft saved = save(content);
        draft = Optional.of(saved);
        PublishOutcome outcome =
                workspace.drafts(id).publish(Publish.draft(saved.ref()).label(label));
        return outcome instanceof Published
                ? new ImportStep.NewVersion(outcome.version())
                : new ImportStep.Unchanged(outcome.version(), sameBytes);
    }

    private Draft save(Content content) {
        Optional<Draft> seen = draft.or(() -> workspace.agents().find(id).map(this::draftOf));
        return seen.isPresent()
                ? workspace
                        .drafts(id)
                        .save(seen.get().ref(), Edit.content(content))
                        .draft()
                : create(content).draft();
    }

    private Created create(Content content) {
        return workspace
                .agents()
                .create(NewAgent.named(name).id(id).content(content).draftName(DRAFT));
    }

    /** The draft that an earlier import kept; where others have published since, one on what they published. */
    private Draft draftOf(Agent agent) {
        Drafts drafts = workspace.drafts(id);
        long latest = agent.head().latestVersion();
        return drafts.list(Range.first(100)).items().stream()
                .filter(open -> open.createdBy().equals(IMPORT) && open.base().orElse(0) == latest)
                .findFirst()
                .orElseGet(() ->
                        drafts.open(latest == 0 ? NewDraft.blank(DRAFT) : NewDraft.from(Ref.version(latest), DRAFT)));
    }
}
