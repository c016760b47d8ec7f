package dev.stet.storage.jdbc.witness;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.Promote;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * One change of one agent, told in words, so that another process can make the very same again. Each has a request id of
 * its own; what it brings (a draft's id, a text, a label, a reason) is made from that, so that whatever comes of it names
 * the call.
 */
public sealed interface Call {
    /** The workspace of all calls. */
    WorkspaceId WORKSPACE = WorkspaceId.of("witnessed");

    /** The section that saves write. */
    String SAID = "said";

    RequestId request();

    AgentId agent();

    /** What the audit trail says of it. */
    Action action();

    /** The verb, the request, the agent, and what else it takes to make the call: none of them with a blank. */
    List<String> words();

    /** Makes it, and tells what must be on record after an answer like the one it got. */
    List<Fact> make(Workspace workspace);

    /** Who makes it: what stands before the last point of the request id. */
    default Actor actor() {
        String request = request().value();
        return Actor.of(request.substring(0, request.lastIndexOf('.')));
    }

    /** Makes it under its request id. */
    default List<Fact> makeOn(Stet stet) {
        return make(stet.workspace(WORKSPACE, actor()).request(request()));
    }

    /** The call that these are the {@link #words} of. */
    static Call of(List<String> words) {
        RequestId request = RequestId.of(words.get(1));
        AgentId agent = AgentId.of(words.get(2));
        return switch (words.get(0)) {
            case "create" -> new Creation(request, agent);
            case "open" -> new Opening(request, agent, DraftId.of(words.get(3)), number(words.get(4)));
            case "save" -> new Saving(request, agent, draft(words), (int) number(words.get(5)));
            case "publish" -> new Publication(request, agent, draft(words), number(words.get(5)));
            case "promote" -> new Promotion(request, agent, number(words.get(3)));
            default -> throw new IllegalArgumentException("no call: " + words);
        };
    }

    private static DraftRef draft(List<String> words) {
        return DraftRef.of(words.get(3), number(words.get(4)));
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }

    private static List<String> words(String verb, Call call, Object... more) {
        List<String> words = new ArrayList<>(
                List.of(verb, call.request().value(), call.agent().value()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return words;
    }

    /** Creates the agent. */
    record Creation(RequestId request, AgentId agent) implements Call {
        @Override
        public Action action() {
            return Action.CREATE_AGENT;
        }

        @Override
        public List<String> words() {
            return Call.words("create", this);
        }

        @Override
        public List<Fact> make(Workspace workspace) {
            Created created = workspace.agents().create(NewAgent.named("Agent").id(agent));
            return List.of(Fact.of(created.agent()), Fact.of(created.draft()));
        }
    }

    /**
     * Opens a draft.
     *
     * @param version from which one; 0 for a blank draft
     */
    record Opening(RequestId request, AgentId agent, DraftId draft, long version) implements Call {
        @Override
        public Action action() {
            return Action.OPEN_DRAFT;
        }

        @Override
        public List<String> words() {
            return Call.words("open", this, draft, version);
        }

        @Override
        public List<Fact> make(Workspace workspace) {
            NewDraft draftToOpen =
                    version == 0 ? NewDraft.blank("Draft") : NewDraft.from(Ref.version(version), "Draft");
            Draft opened = workspace.drafts(agent).open(draftToOpen.id(draft));
            return List.of(Fact.of(opened));
        }
    }

    /**
     * Saves a text that nobody else saves.
     *
     * @param expected the draft as it was seen
     * @param size how long the text is at least
     */
    record Saving(RequestId request, AgentId agent, DraftRef expected, int size) implements Call {
        @Override
        public Action action() {
            return Action.SAVE_DRAFT;
        }

        @Override
        public List<String> words() {
            return Call.words("save", this, expected.id(), expected.revision(), size);
        }

        /** What it saves in the section {@link #SAID}. */
        JsonValue text() {
            String text = request.value() + " ";
            return JsonValue.of(text.repeat(size / text.length() + 1));
        }

        @Override
        public List<Fact> make(Workspace workspace) {
            SaveOutcome outcome = workspace.drafts(agent).save(expected, Edit.section(SAID, text()));
            if (outcome instanceof SaveOutcome.Saved saved) {
                return List.of(Fact.of(saved.revision()));
            }
            throw new IllegalStateException("a text nobody else saves was found saved: " + outcome);
        }
    }

    /**
     * Publishes a draft, and deploys it where the pipeline begins.
     *
     * @param seen the draft as it was seen
     * @param superseding which version it knowingly publishes over; 0 for none
     */
    record Publication(RequestId request, AgentId agent, DraftRef seen, long superseding) implements Call {
        @Override
        public Action action() {
            return Action.PUBLISH;
        }

        @Override
        public List<String> words() {
            return Call.words("publish", this, seen.id(), seen.revision(), superseding);
        }

        @Override
        public List<Fact> make(Workspace workspace) {
            Publish publish = Publish.draft(seen).label(request.value());
            PublishOutcome outcome =
                    workspace.drafts(agent).publish(superseding == 0 ? publish : publish.superseding(superseding));
            List<Fact> facts = new ArrayList<>(List.of(Fact.of(outcome.version())));
            outcome.deployment().map(Fact::of).ifPresent(facts::add);
            return facts;
        }
    }

    /**
     * Promotes a deployment to the next environment, whatever came after it.
     *
     * @param deployment its number
     */
    record Promotion(RequestId request, AgentId agent, long deployment) implements Call {
        @Override
        public Action action() {
            return Action.PROMOTE;
        }

        @Override
        public List<String> words() {
            return Call.words("promote", this, deployment);
        }

        @Override
        public List<Fact> make(Workspace workspace) {
            Promote promote =
                    Promote.deployment(deployment).evenIfReplacedMeanwhile().because(request.value());
            return List.of(
                    Fact.of(workspace.environments(agent).promote(promote).deployment()));
        }
    }
}
