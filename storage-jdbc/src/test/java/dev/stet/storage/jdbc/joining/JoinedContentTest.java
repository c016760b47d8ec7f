package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static dev.stet.storage.jdbc.operation.FrontDesk.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.agent.AgentFilter;
import dev.stet.content.Content;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Replacing;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Equal contents are stored once, as the first was spelled. What a transaction stored is not the first until it is
 * committed, and nothing of it may be remembered before.
 */
class JoinedContentTest {
    private static final String UNDONE = "{\"goal\":\"sing\",\"volume\":1.0}";
    private static final String KEPT = "{\"volume\":1,\"goal\":\"sing\"}";
    private static final DraftRef SAVED = new DraftRef(WORK.id(), WORK.revision() + 1);

    private static void save(Workspace workspace, String content) {
        saved(workspace, WORK, content);
    }

    private static String read(Workspace workspace) {
        return readOf(workspace, SAVED);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRememberedOfWhatIsUndone(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection);
            save(joined, UNDONE);
            assertEquals(UNDONE, read(joined));
            connection.rollback();
            save(host.workspace(), KEPT);
            assertEquals(KEPT, read(host.workspace()));
            assertEquals(KEPT, read(host.within(connection)));
            assertEquals(KEPT, read(host.in(host.anotherStet())));
            connection.rollback();
        }
    }

    /** Also for an instance that was made for the transaction. */
    @ParameterizedTest
    @EnumSource
    void anInstanceOnTheTransactionRemembersNothing(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Stet alone = Stet.on(host.storage().joining(connection)).build();
            save(host.in(alone), UNDONE);
            assertEquals(UNDONE, read(host.in(alone)));
            connection.rollback();
            save(host.workspace(), KEPT);
            assertEquals(KEPT, read(host.in(alone)));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedIsReadAsItWasSpelled(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            save(host.within(connection), UNDONE);
            connection.commit();
            assertEquals(UNDONE, read(host.workspace()));
            // Equal to what is there: no new revision, and no other spelling.
            saved(host.workspace(), SAVED, KEPT);
            assertEquals(UNDONE, read(host.workspace()));
            assertEquals(UNDONE, read(host.in(host.anotherStet())));
        }
    }

    /** A statement that was answered before the transaction wrote must not be answered alike afterwards. */
    @ParameterizedTest
    @EnumSource
    void whatATransactionComesBackToIsStoredOnce(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace joined = host.within(connection);
            DraftRef draft = WORK;
            for (String content : List.of(KEPT, "{\"goal\":\"rest\"}", KEPT, UNDONE)) {
                draft = saved(joined, draft, content);
            }
            assertEquals(1, servedInSandbox(joined));
            joined.environments(AGENT).empty("sandbox", "closed today", Replacing.anything());
            assertEquals(0, servedInSandbox(joined));
            connection.commit();
            assertEquals(
                    KEPT,
                    host.workspace().contents(AGENT).read(Ref.draft(draft.id())).toJson());
        }
    }

    private static long servedInSandbox(Workspace workspace) {
        return workspace.agents().count(AgentFilter.all().servedIn("sandbox"));
    }

    /** The content is dropped and stored again in another spelling, in transactions of the host's; nobody tells the instances. */
    @ParameterizedTest
    @EnumSource
    void whatWasDroppedAndStoredAgainIsReadAsItIsSpelledNow(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            Workspace other = host.in(host.anotherStet());
            DraftRef last = draftOf(host.workspace(), UNDONE);
            assertEquals(UNDONE, readOf(host.workspace(), last));
            assertEquals(UNDONE, readOf(other, last));
            last = saved(host.within(connection), last, "{\"goal\":\"dance\"}");
            host.within(connection)
                    .retention(AGENT)
                    .apply(RetentionPolicy.keepingAll().draftRevisions(Keep.newest(0)));
            connection.commit();
            last = saved(host.within(connection), last, KEPT);
            connection.commit();
            assertEquals(KEPT, readOf(host.workspace(), last));
            assertEquals(KEPT, readOf(other, last));
            assertEquals(KEPT, readOf(host.within(connection), last));
            connection.rollback();
        }
    }

    /** What a version said that was undone is not what the next one says that gets its number. */
    @ParameterizedTest
    @EnumSource
    void anotherContentUnderTheNumberOfAVersionThatWasUndone(Engine engine) throws SQLException {
        try (Host host = new Host(engine);
                Connection connection = host.transaction()) {
            DraftRef draft = draftOf(host.workspace(), UNDONE);
            Version undone = published(host.within(connection), draft);
            assertEquals(UNDONE, readOf(host.within(connection), undone));
            connection.rollback();
            Version kept = published(host.workspace(), saved(host.workspace(), draft, "{\"goal\":\"dance\"}"));
            assertEquals(undone.number(), kept.number());
            assertEquals("{\"goal\":\"dance\"}", readOf(host.workspace(), kept));
            assertEquals("{\"goal\":\"dance\"}", readOf(host.within(connection), kept));
            connection.rollback();
        }
    }

    private static DraftRef draftOf(Workspace workspace, String content) {
        return workspace
                .drafts(AGENT)
                .open(NewDraft.from(Ref.content(Content.parse(content)), "Songs"))
                .ref();
    }

    private static DraftRef saved(Workspace workspace, DraftRef draft, String content) {
        return workspace
                .drafts(AGENT)
                .save(draft, Edit.content(Content.parse(content)))
                .draft()
                .ref();
    }

    private static Version published(Workspace workspace, DraftRef draft) {
        long latest = workspace.agents().get(AGENT).head().latestVersion();
        return workspace
                .drafts(AGENT)
                .publish(Publish.draft(draft).superseding(latest))
                .version();
    }

    private static String readOf(Workspace workspace, DraftRef draft) {
        return workspace.contents(AGENT).read(Ref.revision(draft)).toJson();
    }

    private static String readOf(Workspace workspace, Version version) {
        return workspace.contents(AGENT).read(Ref.version(version.number())).toJson();
    }
}
