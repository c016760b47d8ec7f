package dev.stet.storage.jdbc.operation;

import dev.stet.Drafts;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.AccessPolicy;
import dev.stet.access.Actor;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.storage.Storage;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * An agent with a past, in which every change that there is can be made: two versions and one to come, three drafts,
 * three environments, one of them frozen and another with a config page.
 */
public final class FrontDesk {
    public static final AgentId AGENT = AgentId.of("front-desk");

    /** An agent that is not there. */
    public static final AgentId COPY = AgentId.of("copy");

    public static final String SANDBOX = "sandbox";
    public static final String LIVE = "live";

    /** An open draft, built on the latest version, and saved once. */
    public static final DraftRef WORK = DraftRef.of("work", 2);

    /** A config page that was changed once. */
    public static final PageRef PAGE = new PageRef(SANDBOX, 2);

    public static final Actor ADA = Actor.of("ada", "Ada");
    static final Instant NOW = Instant.parse("2026-03-01T10:42:00.123456Z");

    private static final Content CONTENT = Content.parse("{\"goal\":\"greet\",\"notes\":[],\"greeting\":\"Hello\"}");

    private static final Content SCHEMA =
            Content.parse("{\"type\":\"object\",\"properties\":{\"phone\":{\"type\":\"string\"}}}");

    private FrontDesk() {}

    /** A registry under which all of this is possible, at an instant that does not pass and without memory of contents. */
    public static Stet.Builder stet(Storage storage, Supplier<String> ids) {
        return Stet.on(storage)
                .pipeline(Pipeline.of(SANDBOX, "pre-release", LIVE))
                .access(AccessPolicy.everything())
                .clock(() -> NOW)
                .ids(ids)
                .contentCacheBytes(0);
    }

    /** Gives the agent its past. */
    public static void build(Workspace workspace) {
        workspace.agents().create(NewAgent.named("Front desk").id(AGENT).content(CONTENT));
        Drafts drafts = workspace.drafts(AGENT);
        drafts.open(NewDraft.from(Ref.content(CONTENT), "work").id(DraftId.of("one")));
        drafts.publish(Publish.draft(DraftRef.of("one", 1)).deployTo(SANDBOX));
        drafts.open(NewDraft.from(Ref.version(1), "work").id(DraftId.of("two")));
        drafts.save(DraftRef.of("two", 1), goal("help"));
        drafts.publish(Publish.draft(DraftRef.of("two", 2)).deployTo(SANDBOX));
        workspace.environments(AGENT).promote(Promote.whateverIsActiveIn(SANDBOX));
        workspace.environments(AGENT).deploy(Deploy.version(1, SANDBOX));
        workspace.environments(AGENT).freeze(LIVE, "no risks");
        workspace.pages(AGENT).edit(new PageRef(SANDBOX, 0), PageEdit.mergePatch(phone("+49 30 1")));
        workspace.pages(AGENT).edit(new PageRef(SANDBOX, 1), PageEdit.schema(SCHEMA));
        drafts.open(NewDraft.from(Ref.version(2), "work").id(WORK.id()));
        drafts.save(new DraftRef(WORK.id(), 1), goal("sell"));
        drafts.open(NewDraft.from(Ref.version(1), "spare").id(DraftId.of("spare")));
    }

    /** Every change that there is, each of which changes something when it is made first. */
    public static List<Operation> changes() {
        return List.of(
                create(),
                new Operation(
                        "duplicate an agent",
                        workspace -> workspace
                                .agents()
                                .duplicate(Duplication.of(AGENT, Ref.version(2), "Copy")
                                        .id(COPY))),
                new Operation(
                        "edit an agent",
                        workspace -> workspace
                                .agents()
                                .edit(AGENT, 1, AgentEdit.nothing().name("Desk"))),
                new Operation("delete an agent", FrontDesk::delete),
                openDraft(),
                save(),
                new Operation(
                        "save over what others saved",
                        workspace -> workspace.drafts(AGENT).saveOverwritingWhatOthersSaved(WORK.id(), goal("listen"))),
                new Operation(
                        "restore a version into a draft",
                        workspace -> workspace.drafts(AGENT).restore(WORK, Ref.version(1))),
                new Operation(
                        "rename a draft", workspace -> workspace.drafts(AGENT).rename(WORK.id(), "renamed")),
                new Operation(
                        "discard a draft", workspace -> workspace.drafts(AGENT).discard(DraftRef.of("spare", 1))),
                publish(),
                publishAndDeploy(),
                new Operation(
                        "annotate a version",
                        workspace -> workspace
                                .versions(AGENT)
                                .annotate(2, 1, Annotate.nothing().label("second"))),
                new Operation(
                        "deploy a version",
                        workspace -> workspace.environments(AGENT).deploy(Deploy.version(2, SANDBOX))),
                promote(),
                rollBack(),
                new Operation(
                        "empty an environment",
                        workspace -> workspace.environments(AGENT).empty(SANDBOX, "off", Replacing.anything())),
                new Operation(
                        "freeze an environment",
                        workspace -> workspace.environments(AGENT).freeze(SANDBOX, "wait")),
                new Operation(
                        "unfreeze an environment",
                        workspace -> workspace.environments(AGENT).unfreeze(LIVE, "go")),
                editPage(),
                new Operation(
                        "restore a config page",
                        workspace -> workspace.pages(AGENT).restore(PAGE, 1)),
                new Operation(
                        "copy a config page",
                        workspace -> workspace.pages(AGENT).copy(PAGE, new PageRef(LIVE, 0))));
    }

    public static Operation editPage() {
        return new Operation(
                "change a variable of a config page",
                workspace -> workspace.pages(AGENT).edit(PAGE, PageEdit.mergePatch(phone("+49 30 2"))));
    }

    public static Operation create() {
        return new Operation(
                "create an agent",
                workspace -> workspace
                        .agents()
                        .create(NewAgent.named("Copy").id(COPY).content(CONTENT)));
    }

    public static Operation openDraft() {
        return new Operation(
                "open a draft from a version",
                workspace -> workspace.drafts(AGENT).open(NewDraft.from(Ref.version(2), "more")));
    }

    public static Operation save() {
        return new Operation(
                "save a draft", workspace -> workspace.drafts(AGENT).save(WORK, goal("listen")));
    }

    public static Operation publish() {
        return new Operation(
                "publish a draft",
                workspace -> workspace.drafts(AGENT).publish(Publish.draft(WORK).withoutDeploying()));
    }

    public static Operation publishAndDeploy() {
        return new Operation(
                "publish a draft and deploy it",
                workspace -> workspace.drafts(AGENT).publish(Publish.draft(WORK).deployTo(SANDBOX)));
    }

    public static Operation promote() {
        return new Operation(
                "promote to the next environment",
                workspace -> workspace.environments(AGENT).promote(Promote.whateverIsActiveIn(SANDBOX)));
    }

    public static Operation rollBack() {
        return new Operation(
                "roll an environment back",
                workspace -> workspace.environments(AGENT).rollBack(RollBack.of(SANDBOX)));
    }

    private static Object delete(Workspace workspace) {
        workspace.agents().delete(AGENT);
        return "deleted";
    }

    private static JsonObject phone(String number) {
        return JsonObject.of("phone", JsonValue.of(number));
    }

    private static Edit goal(String goal) {
        return Edit.section("goal", JsonValue.of(goal));
    }
}
