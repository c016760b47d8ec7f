package dev.stet.storage.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Another process that looks into a database while this one has it open. */
final class Visitor {
    private Visitor() {}

    /** Ends with 0 when it found the tables. */
    public static void main(String[] arguments) {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement();
                ResultSet format = statement.executeQuery("SELECT number FROM stet_format")) {
            System.exit(format.next() ? 0 : 1);
        } catch (SQLException refused) {
            System.exit(1);
        }
    }

    /** Whether another process can use the database, too. */
    static boolean canUse(String url, String user, String password) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process visitor = new ProcessBuilder(java, "-cp", classes, Visitor.class.getName(), url, user, password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return visitor.waitFor() == 0;
    }
}
