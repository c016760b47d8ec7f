package dev.stet.storage.tck.stage;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * A call on request that is made more than once in its {@link Situation}: it acts once, and every answer is the first one.
 */
public final class Retry {
    private static final int AT_ONCE = 4;

    private final Storage store;
    private final Call call;

    public Retry(Storage store, Call call) {
        this.store = store;
        this.call = call;
    }

    /** Makes it until its answer arrives, and once more. */
    public void tellsALostAnswerAgain() {
        AnswerLosingStorage losing = new AnswerLosingStorage(store);
        Duet duet = Situation.of(call).prepared(losing);
        losing.loseOneAnswer();
        assertInstanceOf(OutcomeUnknownException.class, duet.onRegistry(call).thrown());
        Outcome retold = duet.onRegistry(call);
        duet.onModelRetold(call, retold);
        duet.compare(call.command().key());
        duet.make(call);
        duet.compare(call.command().key());
    }

    /** Makes it several times at the same time. */
    public void actsOnceAtTheSameTime() {
        Duet duet = Situation.of(call).prepared(store);
        List<Outcome> outcomes = Rendezvous.atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Outcome>>mapToObj(i -> () -> duet.onRegistry(call))
                .toList());
        duet.onModelRetold(call, outcomes.get(0));
        outcomes.forEach(outcome -> duet.onModel(call, outcome));
        duet.compare(call.command().key());
    }
}
