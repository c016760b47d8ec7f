package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

final class SpringTransactionTest {
    private static final WorkspaceId ACME = WorkspaceId.of("acme");

    private final DataSource dataSource = HostDatabase.inMemory();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final JdbcStorage storage = JdbcStorage.on(dataSource).open();
    private final Stet stet = Stet.on(storage)
            .pipeline(Pipeline.of("sandbox", "live").publishTo("sandbox"))
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

    /** The registry inside the transaction that Spring has open on this thread. */
    private Stet inThisTransaction() {
        return stet.within(storage.joining(DataSourceUtils.getConnection(dataSource)));
    }

    private void startCampaign(String name) {
        transactions.executeWithoutResult(status -> {
            Workspace ana = inThisTransaction().workspace(ACME, Actor.of("ana"));
            Version version =
                    ana.drafts(frontDesk).publish(Publish.draft(draft.ref())).version();
            jdbc.update("INSERT INTO campaign (name, version) VALUES (?, ?)", name, version.number());
        });
    }

    @Test
    void aPublishAndTheInsertOfTheHostAreThereTogether() {
        startCampaign("Spring check-up");
        assertEquals(1, latestVersion());
        assertEquals(1, workspace().resolve(frontDesk, "sandbox").version().orElseThrow());
        assertEquals(List.of(1L), HostDatabase.campaigns(dataSource));
    }

    @Test
    void neitherIsThereWhenTheHostFails() {
        jdbc.update("INSERT INTO campaign (name, version) VALUES ('Spring check-up', 0)");
        assertThrows(DuplicateKeyException.class, () -> startCampaign("Spring check-up"));
        assertEquals(0, latestVersion());
        assertEquals(List.of(0L), HostDatabase.campaigns(dataSource));

        startCampaign("Summer check-up");
        assertEquals(1, latestVersion(), "the number that was rolled back is given");
        assertEquals(List.of(0L, 1L), HostDatabase.campaigns(dataSource));
    }

    @Test
    void neitherIsThereWhenTheHostThinksBetterOfIt() {
        transactions.executeWithoutResult(status -> {
            Workspace ana = inThisTransaction().workspace(ACME, Actor.of("ana"));
            ana.drafts(frontDesk).publish(Publish.draft(draft.ref()));
            assertEquals(1, ana.agents().get(frontDesk).head().latestVersion(), "seen inside");
            assertEquals(0, latestVersion(), "not seen outside");
            status.setRollbackOnly();
        });
        assertEquals(0, latestVersion());
    }

    private long latestVersion() {
        return workspace().agents().get(frontDesk).head().latestVersion();
    }
}
