package dev.stet.storage.tck.oracle;

import dev.stet.access.Actor;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * A sequence of calls. A line does not name what it is about but chooses from what is there when it is performed, so
 * that lines can be left out without making the others meaningless.
 *
 * @param setup what the host declares
 * @param lines in their order
 */
public record Script(Setup setup, List<Line> lines) {
    /** The agents, with ids that a careless store could mix up. The first are called most. */
    static final List<AgentKey> KEYS = List.of(
            AgentKey.of("w", "a"),
            AgentKey.of("w", "A"),
            AgentKey.of("w/a", "b"),
            AgentKey.of("w", "a/b"),
            AgentKey.of("w/a", "a"));

    static final List<Actor> ACTORS =
            List.of(Actor.of("ada"), new Actor("ben", "Ben", "ben@example.org"), Actor.of("cy"));

    private static final int MOST_LINES = 60;
    private static final int CHOICES = 14;
    private static final int GREATEST_CHOICE = 71;

    /**
     * One call.
     *
     * @param kind whether it is called on a request
     * @param verb what is called, where that is possible yet
     * @param choices what the rest is decided by
     */
    record Line(Kind kind, Verb verb, List<Integer> choices) {
        @Override
        public String toString() {
            return (kind == Kind.PLAIN ? "" : kind + " ") + verb + choices;
        }
    }

    /** Whether a line is called on a request of the host's. */
    enum Kind {
        PLAIN,
        /** On a request id of its own. */
        REQUEST,
        /** An earlier request once more, whatever the verb. */
        RETRY,
        /** On the request id of an earlier call of another kind, or of another agent. */
        REUSE
    }

    /** All of them. */
    public static Arbitrary<Script> any() {
        return Combinators.combine(
                        setups(),
                        line().list()
                                .ofMinSize(1)
                                .ofMaxSize(MOST_LINES)
                                .withSizeDistribution(RandomDistribution.uniform()))
                .as(Script::new);
    }

    private static Arbitrary<Line> line() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(12, Kind.PLAIN), Tuple.of(4, Kind.REQUEST), Tuple.of(2, Kind.RETRY), Tuple.of(1, Kind.REUSE));
        Arbitrary<List<Integer>> choices = Arbitraries.integers()
                .between(0, GREATEST_CHOICE)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofSize(CHOICES);
        return Combinators.combine(kinds, Arbitraries.of(Verb.weighted()), choices)
                .as(Line::new);
    }

    private static Arbitrary<Setup> setups() {
        Arbitrary<Pipeline> pipelines = Arbitraries.of(pipelines());
        return Combinators.combine(
                        Arbitraries.of(DraftPolicy.values()),
                        Arbitraries.of(AfterPublish.values()),
                        pipelines,
                        pipelines,
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, false, true))
                .as(Setup::new);
    }

    private static List<Pipeline> pipelines() {
        return List.of(
                Pipeline.of("sandbox", "pre-release", "live"),
                Pipeline.of("live"),
                Pipeline.of("sandbox", "live").publishTo("sandbox"),
                Pipeline.of("sandbox", "staging", "live")
                        .entries("sandbox", "staging")
                        .allowSkipping()
                        .publishTo("staging"));
    }

    /** How far the clock goes before a call: it may stand still, and run backwards. */
    static Duration tick(Choices choices) {
        return switch (choices.next(8)) {
            case 0, 1 -> Duration.ZERO;
            case 2 -> Duration.ofNanos(1_500);
            case 3 -> Duration.ofHours(-1);
            case 4 -> Duration.ofDays(40);
            case 5 -> Duration.ofDays(-50);
            default -> Duration.ofMillis(250);
        };
    }

    @Override
    public String toString() {
        return setup + lines.stream().map(Line::toString).collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
