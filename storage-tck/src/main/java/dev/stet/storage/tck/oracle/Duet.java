package dev.stet.storage.tck.oracle;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.facts.Facts;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.Storage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** A registry and the model, given the same calls at the same time of the same clock. */
public final class Duet {
    private final HandClock clock = new HandClock();
    private final Storage storage;
    private final Stet stet;
    private final Model model;
    private final Comparison comparison;
    private int generatedIds;

    public Duet(Setup setup, Storage storage) {
        this.storage = storage;
        stet = setup.on(storage).clock(clock).ids(this::newId).build();
        model = new Model(setup);
        comparison = new Comparison(id -> stet.workspace(id, Comparison.READER), model, clock);
    }

    private synchronized String newId() {
        return "generated-" + ++generatedIds;
    }

    /** Somebody's call. */
    public record Call(Actor actor, Optional<RequestId> request, Command command) {
        public static Call by(Actor actor, Command command) {
            return new Call(actor, Optional.empty(), command);
        }

        public Call request(String id) {
            return new Call(actor, Optional.of(RequestId.of(id)), command);
        }
    }

    public void move(Duration time) {
        clock.move(time);
    }

    public Workspace workspace(WorkspaceId id) {
        return stet.workspace(id, Comparison.READER);
    }

    AgentState state(AgentKey key) {
        return model.state(key);
    }

    Model model() {
        return model;
    }

    /** Makes a call on both: the model must admit what the registry answers. */
    public Outcome make(Call call) {
        Outcome outcome = onRegistry(call);
        onModel(call, outcome);
        return outcome;
    }

    /** Makes a call on the registry alone. */
    public Outcome onRegistry(Call call) {
        return Outcome.of(() -> call.command().make(id -> handle(id, call)));
    }

    private Workspace handle(WorkspaceId id, Call call) {
        Workspace workspace = stet.workspace(id, call.actor());
        return call.request().map(workspace::request).orElse(workspace);
    }

    /** Makes a call on the model that was made on the registry with this outcome. */
    public Verdict onModel(Call call, Outcome outcome) {
        Verdict verdict = model.make(call.command(), turn(call), Generated.in(outcome));
        if (!verdict.admits(outcome)) {
            Assertions.fail(call + " must end in " + verdict + ", but ends in " + outcome);
        }
        return verdict;
    }

    /** The same when the outcome was told again, and the first was lost. */
    public void onModelRetold(Call call, Outcome retold) {
        Verdict verdict = model.make(call.command(), turn(call), Generated.in(retold));
        boolean admitted =
                verdict instanceof Verdict.Answer answer && new Verdict.Retold(answer.value()).admits(retold);
        if (!admitted) {
            Assertions.fail(call + " must end in " + verdict + ", told again, but ends in " + retold);
        }
    }

    Turn turn(Call call) {
        return new Turn(call.actor(), call.request(), clock.instant());
    }

    /** Compares everything that can be read of an agent, and the lists of its workspace. */
    public void compare(AgentKey key) {
        NamedRows.compare(new Facts(storage), key);
        comparison.ofAgent(key);
        comparison.ofWorkspace(key.workspace());
    }
}
