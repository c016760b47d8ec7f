package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.Drafts;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class LostAnswerTest {
    private final DataSource database = HostDatabase.inMemory();
    private final AtomicBoolean loseNextAnswer = new AtomicBoolean();
    private final Stet stet = Stet.on(JdbcStorage.on(losing(database)).open()).build();
    private final Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final Draft draft = create().draft();

    private Created create() {
        Content content = Content.parse("{\"prompt\":\"Hello.\"}");
        return ana.agents().create(NewAgent.named("Front desk").id(frontDesk).content(content));
    }

    @Test
    void theSameRequestTellsWhatBecameOfIt() {
        loseNextAnswer.set(true);

        Drafts drafts = ana.request(RequestId.of("6f1c-42")).drafts(frontDesk);
        PublishOutcome outcome;
        try {
            outcome = drafts.publish(Publish.draft(draft.ref()));
        } catch (OutcomeUnknownException unknown) {
            // The connection broke while it committed. Asked again, it tells what was made, or makes it now.
            outcome = drafts.publish(Publish.draft(draft.ref()));
        }

        assertInstanceOf(Published.class, outcome);
        assertEquals(1, ana.agents().get(frontDesk).head().latestVersion());
    }

    /** The same database, over a network that may lose the answer to a commit. */
    private DataSource losing(DataSource given) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(given, method, arguments);
            return result instanceof Connection connection ? losing(connection) : result;
        });
    }

    private Connection losing(Connection given) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(given, method, arguments);
            if (method.getName().equals("commit") && loseNextAnswer.getAndSet(false)) {
                throw new SQLNonTransientConnectionException("The connection was reset", "08006");
            }
            return result;
        });
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
