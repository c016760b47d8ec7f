package dev.stet.storage.jdbc.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.ref.AgentId;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.witness.Call;
import dev.stet.storage.jdbc.witness.Examination;
import dev.stet.storage.jdbc.witness.Finding;
import dev.stet.storage.jdbc.witness.Manner;
import dev.stet.storage.jdbc.witness.Orders;
import dev.stet.storage.jdbc.witness.Preparation;
import dev.stet.storage.jdbc.witness.Testimony;
import dev.stet.storage.jdbc.witness.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Rounds on one database. In each, a program makes calls in several threads until something is killed; then the store is
 * opened again, and everything is looked through that any program was told since the first round. Not thread-safe.
 */
final class CrashRounds implements AutoCloseable {
    private static final int PLAYERS = 4;
    private static final int AGENTS = 2;
    private static final int MOST_ANSWERS = 150;
    private static final int LONGEST_TEXT = 20_000;

    /** After so many rounds, the programs go on with new agents, and only the last round looks at the old ones again. */
    private static final int ROUNDS_PER_AGENT = 10;

    private final Database database;
    private final Durability durability;
    private final Manner manner;
    private final Sessions sessions;
    private final Housekeeping housekeeping;
    private final long seed;
    private final Random random;
    private final Testimony testimony = new Testimony();
    private Witness witness = Witness.start();
    private int rounds;
    private long inDoubt;
    private long inDoubtMade;

    CrashRounds(Database database, Durability durability, Manner manner, long seed) {
        this.database = database;
        this.durability = durability;
        this.manner = manner;
        this.sessions = Sessions.of(database);
        this.housekeeping = Housekeeping.of(database);
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** What is done at some moment, to a program that may still wait to be let go, or to its server. */
    interface Blow {
        /** Returns the program for the next round, when the server runs and this one has ended what it did. */
        Witness strike(Witness program);
    }

    /** Kills the program. */
    static Witness onProgram(Witness program) {
        program.kill();
        return Witness.start();
    }

    /** Rounds in which nothing may go wrong: the first kills while the tables are being made, the others at random. */
    Figures mustHarmNothing(int count, Blow blow) {
        for (int i = 0; i < count; i++) {
            mustHarmNothingOnce(blow);
        }
        assertEquals(List.of(), examine(testimony.agents()), () -> "in the end, with seed " + seed);
        return figures();
    }

    /** One such round, after which only its own agents are looked through. */
    void mustHarmNothingOnce(Blow blow) {
        Moment moment = new Moment(rounds == 0 ? 0 : random.nextInt(MOST_ANSWERS));
        List<Finding> findings = round(moment, blow);
        Supplier<String> when = () -> "in round " + rounds + ", " + manner + " " + database.url() + ", with seed "
                + seed + ", killed " + moment;
        assertEquals(List.of(), findings, when);
        assertEquals(List.of(), testimony.faults(), when);
    }

    Figures figures() {
        return new Figures(
                rounds,
                testimony.acknowledged(),
                inDoubt,
                inDoubtMade,
                testimony.failures().size());
    }

    /** One round: what was wrong after it. */
    List<Finding> round(Moment moment, Blow blow) {
        Orders orders = orders();
        rounds++;
        if (!moment.isOpening()) {
            prepare(orders);
        }
        witness.order(orders, words -> {
            testimony.hear(words);
            moment.hear(words);
        });
        if (!moment.isOpening()) {
            witness.go();
        }
        moment.await();
        if (random.nextBoolean()) {
            housekeeping.run(database);
        }
        witness = blow.strike(witness);
        sessions.awaitEnd(database, orders.name());
        return examine(agentsOf(orders));
    }

    private Orders orders() {
        String generation = "g" + rounds / ROUNDS_PER_AGENT + "-";
        String name = generation + "r" + rounds;
        return new Orders(
                sessions.url(database, name),
                database.user(),
                database.password(),
                durability,
                name,
                players(),
                Orders.WITHOUT_END,
                generation,
                AGENTS,
                true,
                LONGEST_TEXT,
                manner,
                random.nextLong());
    }

    /** H2 keeps parts of transactions at the same time when it is killed, and no lock keeps those of a host apart. */
    private int players() {
        return manner == Manner.JOINING && database.url().startsWith("jdbc:h2:") ? 1 : PLAYERS;
    }

    /** Makes the agents of the orders, where no round before did. */
    private void prepare(Orders orders) {
        if (!testimony.agents().containsAll(orders.agentIds())) {
            Preparation.make(orders, open(), testimony);
            database.reopen();
        }
    }

    private List<AgentId> agentsOf(Orders orders) {
        return testimony.agents().stream()
                .filter(agent -> agent.value().startsWith(orders.agents()))
                .toList();
    }

    private List<Finding> examine(Collection<AgentId> agents) {
        Examination examination = new Examination(open(), testimony);
        List<Finding> findings = new ArrayList<>(examination.of(agents));
        List<Call> undecided = testimony.inDoubt();
        inDoubt += undecided.size();
        inDoubtMade += undecided.stream().filter(examination::isOnRecord).count();
        if (findings.isEmpty()) {
            findings.addAll(examination.repeatWhatIsInDoubt());
        }
        database.reopen();
        return findings;
    }

    private JdbcStorage open() {
        return JdbcStorage.on(database.dataSource()).durability(durability).open();
    }

    @Override
    public void close() {
        witness.close();
        database.close();
    }
}
