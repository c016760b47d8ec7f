package dev.stet.storage.tck.oracle;

import dev.stet.Stet;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Leap;
import dev.stet.environment.Pipeline;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** One call on the model: what it may look at, what speaks against it, and what it writes. */
final class Act {
    private final Function<AgentKey, AgentState> others;
    private final AgentState state;
    private final Setup setup;
    private final Turn turn;
    private final Generated generated;
    private final Set<Refusal> objections = new LinkedHashSet<>();

    /**
     * @param others the states of other agents, to be looked at only
     * @param state the state of the agent that is called, to be written
     */
    Act(Function<AgentKey, AgentState> others, AgentState state, Setup setup, Turn turn, Generated generated) {
        this.others = others;
        this.state = state;
        this.setup = setup;
        this.turn = turn;
        this.generated = generated;
    }

    AgentState state() {
        return state;
    }

    AgentState other(AgentKey key) {
        return others.apply(key);
    }

    Setup setup() {
        return setup;
    }

    Actor actor() {
        return turn.actor();
    }

    /** When it happens: now, but never before what happened to the agent last. */
    Instant at() {
        return state.lastChange().filter(last -> last.isAfter(turn.now())).orElse(turn.now());
    }

    /** When it can have happened at the earliest, where a clock may be wrong. */
    Optional<Instant> earliest() {
        Optional<Instant> last = state.lastChange();
        if (last.filter(before -> apart(before, turn.now())).isEmpty()) {
            return leap().map(Leap::from);
        }
        boolean behind = turn.now().isBefore(last.orElseThrow());
        return behind
                ? Optional.of(later(turn.now(), state.leap().map(Leap::from).orElse(Instant.MIN)))
                : last;
    }

    /** What is not known of the time any more, or still, once it has happened. */
    private Optional<Leap> leap() {
        Optional<Leap> before = state.leap();
        Instant last = state.lastChange().orElse(turn.now());
        Duration length = Duration.between(last, turn.now());
        if (!apart(last, turn.now())) {
            return before.filter(leap -> at().isBefore(leap.until()));
        }
        if (length.isNegative()) {
            return before.map(leap -> {
                Duration on = Duration.between(leap.from(), turn.now());
                boolean small = !on.isNegative() && on.compareTo(Stet.DEFAULT_CLOCK_TOLERANCE) <= 0;
                return small ? new Leap(turn.now(), leap.until()) : leap;
            });
        }
        boolean waiting = before.filter(leap -> turn.now().isBefore(leap.until())
                        || Duration.between(leap.from(), last).compareTo(length) < 0)
                .isPresent();
        return Optional.of(
                waiting
                        ? new Leap(
                                before.orElseThrow().from(),
                                later(before.orElseThrow().until(), turn.now().plus(length)))
                        : new Leap(last, turn.now().plus(length)));
    }

    private static boolean apart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Stet.DEFAULT_CLOCK_TOLERANCE) > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    DraftId newDraft() {
        DraftId id = generated.draft().orElseGet(() -> DraftId.of("none-was-generated"));
        requireNew(!state.drafts().containsKey(id), id);
        return id;
    }

    VersionId newVersion() {
        VersionId id = generated.version().orElseGet(() -> VersionId.of("none-was-generated"));
        requireNew(state.versions().stream().noneMatch(version -> version.id().equals(id)), id);
        return id;
    }

    private static void requireNew(boolean isNew, Object id) {
        if (!isNew) {
            throw new AssertionError("a generated id must be new, but " + id + " was there before");
        }
    }

    /** Notes what speaks against the call. */
    void object(boolean applies, Supplier<Refusal> why) {
        if (applies) {
            objections.add(why.get());
        }
    }

    /** Refuses the call, if anything speaks against it so far. */
    void settle() {
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
    }

    /** What must be there for the call to go on. */
    <T> T need(Optional<T> found, Supplier<Refusal> otherwise) {
        object(found.isEmpty(), otherwise);
        if (found.isEmpty()) {
            settle();
        }
        return found.orElseThrow();
    }

    Agent agent() {
        return need(state.agent(), () -> Refusal.notFound("agent " + state.key().agent()));
    }

    /** The agent, for a call that archived agents refuse. */
    Agent editable() {
        Agent agent = agent();
        object(
                agent.status() == AgentStatus.ARCHIVED,
                () -> Refusal.of(AgentUnavailableException.class, AgentStatus.ARCHIVED));
        return agent;
    }

    Pipeline pipeline() {
        return setup.pipelineOf(agent().kind());
    }

    /** Whether the agent's pipeline has an environment; an objection where it has not. */
    boolean known(String environment) {
        boolean known = pipeline().has(environment);
        object(!known, () -> Refusal.of(UnknownEnvironmentException.class));
        return known;
    }

    void textAtMost(int codePoints, String argument, String text) {
        object(
                text.codePointCount(0, text.length()) > codePoints,
                () -> Refusal.of(InvalidInputException.class, argument));
    }

    void notBlank(String argument, String text) {
        object(text.isBlank(), () -> Refusal.of(InvalidInputException.class, argument));
    }

    /** Puts a change on record. */
    void changed(Action action, Subject subject) {
        record(action, subject, true);
    }

    /** Nothing changed: that is put on record only under a request id. */
    void unchanged(Action action, Subject subject) {
        if (turn.request().isPresent()) {
            record(action, subject, false);
        }
    }

    private void record(Action action, Subject subject, boolean changed) {
        Optional<Leap> leap = leap();
        state.trail()
                .add(new AuditEntry(
                        state.key(),
                        state.trail().size() + 1L,
                        at(),
                        earliest(),
                        actor(),
                        action,
                        subject,
                        changed,
                        new TreeMap<>(),
                        turn.request(),
                        Optional.empty()));
        state.leap(leap);
    }
}
