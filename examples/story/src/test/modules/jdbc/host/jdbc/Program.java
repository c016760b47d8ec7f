package host.jdbc;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.environment.Pipeline;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.version.Publish;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A host on a database: opens a store on each URL, publishes, and resolves. */
public final class Program {
    public static void main(String[] urls) {
        for (String url : urls) {
            Stet stet = Stet.on(JdbcStorage.on(new Plain(url)).open())
                    .pipeline(Pipeline.of("live"))
                    .build();
            Workspace acme = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
            Created desk = acme.agents().create(NewAgent.named("Desk").content(Content.parse("{\"prompt\":\"Greet.\"}")));
            acme.drafts(desk.agent().id()).publish(Publish.draft(desk.draft().ref()).deployTo("live"));
            long version = acme.resolve(desk.agent().id(), "live").version().orElseThrow();
            System.out.println("version " + version + " runs");
        }
    }

    private record Plain(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(PrintWriter.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter writer) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing, so no " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
