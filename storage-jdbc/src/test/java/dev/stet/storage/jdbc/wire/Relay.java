package dev.stet.storage.jdbc.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between clients and a server on this machine, passes everything on, and counts how often a client spoke after it
 * had been answered: that many times somebody waited for the network. Made for one client at a time.
 */
public final class Relay implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");
    private static final int BUFFER = 1 << 16;

    private final ServerSocket entrance;
    private final int target;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean clientSpeaks;

    private Relay(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start("relay", this::accept);
    }

    /** A relay to the server that a JDBC URL names by its loopback address and port. */
    public static Relay to(String url) {
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            throw new IllegalArgumentException("no loopback address and port in " + url);
        }
        try {
            return new Relay(Integer.parseInt(port.group(1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same URL, through this relay. */
    public String through(String url) {
        return PORT.matcher(url).replaceFirst("//127.0.0.1:" + entrance.getLocalPort() + "/");
    }

    /** How often a client has spoken and waited for an answer. */
    public int turns() {
        return turns.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            clientSpeaks = false;
            start("relay to the server", () -> pass(client, server, true));
            start("relay to the client", () -> pass(server, client, false));
        }
    }

    private void pass(Socket from, Socket to, boolean fromClient) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (fromClient && !clientSpeaks) {
                    turns.incrementAndGet();
                }
                clientSpeaks = fromClient;
                out.write(buffer, 0, length);
            }
        }
    }

    /** What threads of a relay do, until a socket is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // Both ends hear of it.
                        return;
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
