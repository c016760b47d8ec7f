package dev.stet.storage.tck.stage;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.access.Actor;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.PageCommand;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * An agent with a past, in which every change that there is can be made: two versions and one to come, three drafts,
 * three environments, one of them frozen and with something on its page.
 *
 * @param key the agent; {@link #neverCreated} is not there yet
 */
public record Situation(AgentKey key) {
    public static final Actor ADA = Actor.of("ada", "Ada");

    /** One change of each kind that a store can tell from the others: not of a freeze and an unfreeze, of one of them. */
    public static final List<Class<? extends Command>> BY_THEIR_ROWS = List.of(
            Command.EditAgent.class,
            Command.Delete.class,
            Command.Open.class,
            Command.Save.class,
            Command.Rename.class,
            Command.PublishDraft.class,
            Command.AnnotateVersion.class,
            Command.DeployVersion.class,
            Command.FreezeEnvironment.class,
            PageCommand.EditPage.class);

    private static final DraftId WORK = DraftId.of("work");
    private static final DraftId SPARE = DraftId.of("spare");
    private static final Content CONTENT = Content.parse("{\"goal\":\"greet\",\"notes\":[]}");

    private static final Content PAGE = Content.parse("{\"title\":\"a page\"}");

    /** The changes that lead there, in their order. */
    public List<Command> past() {
        return List.of(
                new Command.Create(key, NewAgent.named("Front desk").content(CONTENT)),
                new Command.Open(
                        key, NewDraft.from(Ref.content(CONTENT), "work").id(DraftId.of("one"))),
                new Command.PublishDraft(
                        key, Publish.draft(DraftRef.of("one", 1)).deployTo("sandbox")),
                new Command.Open(key, NewDraft.from(Ref.version(1), "work").id(DraftId.of("two"))),
                new Command.Save(key, DraftRef.of("two", 1), Edit.section("goal", JsonValue.of("help"))),
                new Command.PublishDraft(
                        key, Publish.draft(DraftRef.of("two", 2)).deployTo("sandbox")),
                new Command.PromoteVersion(key, Promote.whateverIsActiveIn("sandbox")),
                new Command.DeployVersion(key, Deploy.version(1, "sandbox")),
                new Command.FreezeEnvironment(key, "live", "no risks"),
                new PageCommand.EditPage(
                        key, new PageRef("live", 0), PageEdit.variables(PAGE).withSchema(PAGE)),
                new Command.Open(key, NewDraft.from(Ref.version(2), "work").id(WORK)),
                new Command.Save(key, new DraftRef(WORK, 1), Edit.section("goal", JsonValue.of("sell"))),
                new Command.Open(key, NewDraft.from(Ref.version(1), "spare").id(SPARE)));
    }

    /** A test for every kind of change, each a call on request in a situation and a workspace of its own. */
    public static Stream<DynamicTest> forEveryChange(Consumer<Call> test) {
        return forChanges(List.of(Command.class), test);
    }

    /** The same for changes of some kinds. */
    public static Stream<DynamicTest> forChanges(List<Class<? extends Command>> kinds, Consumer<Call> test) {
        int all = new Situation(AgentKey.of("any", "desk")).everyChange().size();
        return IntStream.range(0, all)
                .mapToObj(i -> new Situation(AgentKey.of("workspace-" + i, "desk"))
                        .everyChange()
                        .get(i))
                .filter(change -> kinds.stream().anyMatch(kind -> kind.isInstance(change)))
                .map(change -> dynamicTest(
                        change.getClass().getSimpleName(),
                        () -> test.accept(Call.by(ADA, change).request("the-request"))));
    }

    /** The situation that a call of {@link #forChanges} is made in. */
    public static Situation of(Call call) {
        return new Situation(AgentKey.of(call.command().key().workspace().value(), "desk"));
    }

    /** A registry on a store, and its model, on which all that led there was done. */
    public Duet prepared(Storage store) {
        Duet duet = new Duet(Setup.simple(), store);
        past().forEach(command -> duet.make(Call.by(ADA, command)).value());
        return duet;
    }

    /** The id of an agent that is not there. */
    public AgentKey neverCreated() {
        return new AgentKey(key.workspace(), AgentId.of(key.agent() + ".copy"));
    }

    /** One change of every kind. Any of them can be made there; made twice, most of them change something twice. */
    public List<Command> everyChange() {
        DraftRef work = new DraftRef(WORK, 2);
        Edit edit = Edit.jsonPatch(JsonPatch.parse("[{\"op\":\"add\",\"path\":\"/notes/-\",\"value\":1}]"));
        return List.of(
                new Command.Create(neverCreated(), NewAgent.named("Copy")),
                new Command.Duplicate(neverCreated(), key, Ref.version(2), "Copy"),
                new Command.EditAgent(key, 1, AgentEdit.nothing().name("Desk")),
                new Command.Delete(key),
                new Command.Open(key, NewDraft.from(Ref.draft(WORK), "fork")),
                new Command.Save(key, work, edit),
                new Command.Overwrite(key, WORK, edit),
                new Command.Restore(key, work, Ref.version(1)),
                new Command.Rename(key, WORK, "renamed"),
                new Command.Discard(key, new DraftRef(SPARE, 1)),
                new Command.PublishDraft(key, Publish.draft(work).deployTo("sandbox")),
                new Command.AnnotateVersion(key, 2, 1, Annotate.nothing().label("second")),
                new Command.DeployVersion(key, Deploy.version(2, "sandbox")),
                new Command.PromoteVersion(key, Promote.whateverIsActiveIn("sandbox")),
                new Command.RollEnvironmentBack(key, RollBack.of("sandbox")),
                new Command.EmptyEnvironment(key, "sandbox", "off", Replacing.anything()),
                new Command.FreezeEnvironment(key, "sandbox", "wait"),
                new Command.UnfreezeEnvironment(key, "live", "go"),
                new PageCommand.EditPage(key, new PageRef("live", 1), PageEdit.mergePatch(CONTENT.root())),
                new PageCommand.RestorePage(key, new PageRef("live", 1), 0),
                new PageCommand.CopyPage(key, new PageRef("live", 1), new PageRef("sandbox", 0)));
    }
}
