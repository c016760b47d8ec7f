package dev.stet.examples.guide;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The database of a host, which has a table of its own in it: which campaign runs on which version. */
final class HostDatabase {
    private HostDatabase() {}

    /** A new one, in memory. */
    static DataSource inMemory() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        execute(dataSource, List.of("CREATE TABLE campaign (name VARCHAR(100) PRIMARY KEY, version BIGINT NOT NULL)"));
        return dataSource;
    }

    static void execute(DataSource dataSource, List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void insertCampaign(Connection connection, String name, long version) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO campaign (name, version) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, version);
            insert.executeUpdate();
        }
    }

    /** What the campaigns run on, in the order of their names. */
    static List<Long> campaigns(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM campaign ORDER BY name")) {
            List<Long> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getLong(1));
            }
            return versions;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
