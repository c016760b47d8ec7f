package dev.stet.storage.jdbc.witness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.Stet;
import dev.stet.draft.AfterPublish;
import dev.stet.environment.Pipeline;
import dev.stet.error.StetException;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.HostTransactions;
import dev.stet.storage.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The program of a process. It takes {@link Orders} over its input, one line each; opens the store; waits for one more
 * line; has players make calls, and tells each call before it makes it and each answer after it got it. It ends when its
 * input or its output does, so it does not outlive the process that started it for long.
 */
final class Program {
    private static final long CONNECTION_PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final Orders orders;
    private final Consumer<List<String>> report;

    private Program(Orders orders, Consumer<List<String>> report) {
        this.orders = orders;
        this.report = report;
    }

    /** Takes orders until there are no more. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        OutputStream output = new FileOutputStream(FileDescriptor.out);
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            new Program(Orders.of(Saying.words(line)), words -> say(output, words)).run(input);
        }
    }

    /** Whole lines only, and each at once: what was said is out of this process. */
    private static void say(OutputStream output, List<String> words) {
        byte[] line = (Saying.line(words) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (output) {
            try {
                output.write(line);
            } catch (IOException nobodyListens) {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    /** The registry as all programs and their check declare it. */
    static Stet.Builder stet(Storage storage) {
        return Stet.on(storage)
                .pipeline(Pipeline.of("sandbox", "live").publishTo("sandbox"))
                .afterPublish(AfterPublish.KEEP_REBASED);
    }

    private void run(BufferedReader input) throws IOException, InterruptedException {
        report.accept(Saying.OPENING.followedBy(List.of()));
        AtomicReference<HikariDataSource> pool = new AtomicReference<>(pool());
        Optional<Stet> stet = opened(connectionsOf(pool));
        input.readLine();
        if (orders.manner() == Manner.RENEWING) {
            pool.get().close();
            pool.set(pool());
        }
        if (stet.isPresent()) {
            play(stet.get());
            report.accept(Saying.END.followedBy(List.of()));
        }
        pool.get().close();
    }

    private Optional<Stet> opened(DataSource connections) {
        try {
            JdbcStorage storage =
                    JdbcStorage.on(connections).durability(orders.durability()).open();
            report.accept(Saying.READY.followedBy(List.of()));
            return Optional.of(stet(used(storage, connections)).build());
        } catch (StetException failure) {
            report.accept(Saying.UNOPENED.followedBy(List.of(Player.told(failure))));
            return Optional.empty();
        }
    }

    private Storage used(JdbcStorage storage, DataSource connections) {
        return orders.manner() == Manner.JOINING ? HostTransactions.around(storage, connections) : storage;
    }

    /** Takes each connection from the pool that is the present one then. */
    private static DataSource connectionsOf(AtomicReference<HikariDataSource> pool) {
        InvocationHandler onThePresentPool = (proxy, method, arguments) -> {
            try {
                return method.invoke(pool.get(), arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        Class<?>[] dataSource = {DataSource.class};
        return (DataSource) Proxy.newProxyInstance(Program.class.getClassLoader(), dataSource, onThePresentPool);
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(orders.url());
        config.setUsername(orders.user());
        config.setPassword(orders.password());
        config.setMaximumPoolSize(orders.players() + 1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private void play(Stet stet) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < orders.players(); i++) {
            Player player = new Player(orders, orders.name() + ".t" + i, stet, report, over);
            threads.add(new Thread(player::play, "player " + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
