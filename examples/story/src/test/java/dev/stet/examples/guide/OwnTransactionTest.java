package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentRules;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.ContentionException;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

final class OwnTransactionTest {
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource = HostDatabase.inMemory();
    private final Jdbi jdbi = Jdbi.create(dataSource);
    private final JdbcStorage storage = JdbcStorage.on(dataSource).open();
    private final AtomicInteger othersInTheWay = new AtomicInteger();
    private final Stet stet = Stet.on(storage)
            .contentRules(ContentRules.none().check(content -> {
                changeByOthers();
                return List.of();
            }))
            .build();
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final Draft draft = create().draft();

    private Created create() {
        Content content = Content.parse("{\"prompt\":\"Hello.\"}");
        return workspace()
                .agents()
                .create(NewAgent.named("Front desk").id(frontDesk).content(content));
    }

    private Workspace workspace() {
        return stet.workspace(ACME, Actor.of("ana"));
    }

    @Test
    void aPublishAndAnInsertAreOneTransaction() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Workspace ana = stet.within(storage.joining(connection)).workspace(ACME, Actor.of("ana"));
            Version version =
                    ana.drafts(frontDesk).publish(Publish.draft(draft.ref())).version();
            HostDatabase.insertCampaign(connection, "Spring check-up", version.number());
            connection.commit();
        }
        assertEquals(1, latestVersion());
        assertEquals(List.of(1L), HostDatabase.campaigns(dataSource));
    }

    @Test
    void bothAreGoneWhenTheHostRollsBack() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Workspace ana = stet.within(storage.joining(connection)).workspace(ACME, Actor.of("ana"));
            ana.drafts(frontDesk).publish(Publish.draft(draft.ref()));
            HostDatabase.insertCampaign(connection, "Spring check-up", 1);
            connection.rollback();
        }
        assertEquals(0, latestVersion());
        assertEquals(List.of(), HostDatabase.campaigns(dataSource));
    }

    @Test
    void aHandleOfJdbiIsJoinedAsWell() {
        jdbi.useTransaction(handle -> {
            Workspace ana = stet.within(storage.joiningHandle(handle)).workspace(ACME, Actor.of("ana"));
            Version version =
                    ana.drafts(frontDesk).publish(Publish.draft(draft.ref())).version();
            handle.execute("INSERT INTO campaign (name, version) VALUES (?, ?)", "Spring", version.number());
        });
        assertEquals(1, latestVersion());
        assertEquals(List.of(1L), HostDatabase.campaigns(dataSource));
    }

    @Test
    void theWholeTransactionIsDoneAgainWhenOthersWereFaster() {
        othersInTheWay.set(2);
        untilNobodyIsInTheWay(this::startCampaign);
        assertEquals(1, latestVersion());
        assertEquals(List.of(0L, 1L), HostDatabase.campaigns(dataSource));
    }

    @Test
    void andGivenUpWhenTheyAlwaysAre() {
        othersInTheWay.set(ATTEMPTS);
        assertThrows(ContentionException.class, () -> untilNobodyIsInTheWay(this::startCampaign));
        assertEquals(0, latestVersion());
        assertEquals(List.of(), HostDatabase.campaigns(dataSource));
    }

    private void startCampaign() {
        jdbi.useTransaction(handle -> {
            handle.execute("INSERT INTO campaign (name, version) VALUES ('Autumn', 0)");
            Workspace ana = stet.within(storage.joiningHandle(handle)).workspace(ACME, Actor.of("ana"));
            Version version =
                    ana.drafts(frontDesk).publish(Publish.draft(draft.ref())).version();
            handle.execute("INSERT INTO campaign (name, version) VALUES (?, ?)", "Spring", version.number());
        });
    }

    /** Does a transaction, and does all of it again when others changed the same agent meanwhile. */
    private static void untilNobodyIsInTheWay(Runnable transaction) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                transaction.run();
                return;
            } catch (ContentionException othersWereFaster) {
                // It is rolled back by now, the host's own changes with it: begin again.
            }
        }
        transaction.run();
    }

    /** Between what the transaction read and what it writes. */
    private void changeByOthers() {
        if (othersInTheWay.getAndDecrement() > 0) {
            Stet others = Stet.on(storage).build();
            others.workspace(ACME, Actor.of("ben")).drafts(frontDesk).open(NewDraft.blank("Meanwhile"));
        }
    }

    private long latestVersion() {
        return workspace().agents().get(frontDesk).head().latestVersion();
    }
}
