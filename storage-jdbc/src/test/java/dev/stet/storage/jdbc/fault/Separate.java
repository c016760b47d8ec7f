package dev.stet.storage.jdbc.fault;

import static dev.stet.storage.jdbc.fault.Ending.Kind.CONTENDED;
import static dev.stet.storage.jdbc.fault.Ending.Kind.FAILED;
import static dev.stet.storage.jdbc.fault.Ending.Kind.OTHER;
import static dev.stet.storage.jdbc.fault.Ending.Kind.OUTCOME;
import static dev.stet.storage.jdbc.fault.Ending.Kind.UNKNOWN;

import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.wire.Event.Kind;
import dev.stet.storage.jdbc.wire.Injection;
import dev.stet.storage.jdbc.wire.Injection.Moment;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries mishaps on changes that are transactions of their own, and on reads. */
final class Separate {
    private static final Set<Kind> AFTER_A_READ = EnumSet.of(Kind.ROLLBACK, Kind.CLOSE);

    private final Bench bench;
    private final Mode mode;
    private final Findings findings = new Findings();

    Separate(Bench bench, Mode mode) {
        this.bench = bench;
        this.mode = mode;
    }

    /** What came out wrong. */
    List<String> findings() {
        return findings.all();
    }

    void tryAll(Operation operation) {
        Object outcome = mode.run(bench, operation, Optional.empty());
        Course course = new Course(operation, mode.events(bench), outcome, bench.state());
        bench.restore();
        course.mishaps().forEach(this::attempt);
    }

    private void attempt(Mishap mishap) {
        Ending ending = run(mishap, Optional.of(mishap.injection(bench.dialect())));
        expect(mishap, "that it happened", !bench.wire().pending());
        Ending.Kind expected = expected(mishap);
        expect(mishap, expected + ", but it was " + ending, ending.kind() == expected);
        State found = state(mishap);
        switch (ending.kind()) {
            case OUTCOME -> expectDone(mishap, ending, found);
            case UNKNOWN -> askAgain(mishap, found);
            case OTHER -> expectWholeOrNothing(mishap, found);
            default -> expect(mishap, "no change", found.equals(bench.untouched()));
        }
        findings.expectGoodPool(mishap, bench);
        bench.restoreIfChanged();
    }

    private Ending.Kind expected(Mishap mishap) {
        Course course = mishap.course();
        boolean read = !course.commits() || mishap.number() < course.commit();
        if (mishap.number() > course.commit()
                || (read
                        && !course.asksAt(mishap.number())
                        && AFTER_A_READ.contains(mishap.event().kind()))) {
            // What was read or committed by then stays so.
            return OUTCOME;
        }
        if (mishap.isMended()) {
            return OUTCOME;
        }
        return switch (mishap.trouble()) {
            case ERROR -> OTHER;
            case CONTENTION, DUPLICATE -> mode.retries() && course.commits() ? OUTCOME : CONTENDED;
            case FAILURE, LOSS, UNCERTAINTY, EXHAUSTION -> mishap.number() == course.commit() ? UNKNOWN : FAILED;
        };
    }

    private void expectDone(Mishap mishap, Ending ending, State found) {
        Course course = mishap.course();
        expect(mishap, "the outcome", ending.outcome().equals(Optional.of(course.outcome())));
        expect(mishap, "the change as a whole", found.equals(course.after()));
    }

    private void expectWholeOrNothing(Mishap mishap, State found) {
        boolean done = mishap.number() == mishap.course().commit() && mishap.moment() == Moment.AFTER;
        expect(mishap, "all or nothing", found.equals(done ? mishap.course().after() : bench.untouched()));
    }

    private void askAgain(Mishap mishap, State found) {
        expectWholeOrNothing(mishap, found);
        Ending again = run(mishap, Optional.empty());
        expect(mishap, "an outcome when asked again, but it was " + again, again.kind() == OUTCOME);
        expectDone(mishap, again, state(mishap));
    }

    private Ending run(Mishap mishap, Optional<Injection> injection) {
        return Ending.of(() -> mode.run(bench, mishap.course().operation(), injection));
    }

    private State state(Mishap mishap) {
        return bench.state(bench.untouched(), mishap.course().after());
    }

    private void expect(Mishap mishap, String expected, boolean met) {
        findings.expect(mishap, expected, met);
    }
}
