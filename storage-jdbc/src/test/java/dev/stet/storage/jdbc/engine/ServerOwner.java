package dev.stet.storage.jdbc.engine;

import java.io.IOException;

/** A process that starts a shared server, tells how to reach a database on it, and waits to be killed. */
final class ServerOwner {
    private ServerOwner() {}

    public static void main(String... arguments) throws IOException {
        try (Database database = Engine.valueOf(arguments[0]).fresh()) {
            System.out.println(database.url());
            System.out.println(database.user());
            System.in.readAllBytes();
        }
    }
}
