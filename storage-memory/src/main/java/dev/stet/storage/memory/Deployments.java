package dev.stet.storage.memory;

import dev.stet.environment.Deployment;
import dev.stet.storage.DeploymentQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The deployments of an agent. Immutable.
 *
 * @param lines one for each combination of conditions that a query can ask for, so that each query reads one range of
 *     one line
 */
record Deployments(PMap<Scope, Line> lines) {
    static final Deployments NONE = new Deployments(HashTreePMap.empty());

    /** @throws IllegalStateException when a number is taken */
    Deployments plus(List<Deployment> added) {
        PMap<Scope, Line> after = lines;
        for (Deployment deployment : added) {
            for (Scope scope : Scope.around(deployment)) {
                after = after.plus(scope, after.getOrDefault(scope, Line.EMPTY).plus(deployment));
            }
        }
        return new Deployments(after);
    }

    Optional<Deployment> find(long number) {
        return line(Scope.ALL).numbered.find(number);
    }

    List<Deployment> list(DeploymentQuery query) {
        Line line = line(new Scope(query.environment(), query.version()));
        long before = query.notAfter()
                .map(instant -> Math.min(query.before(), line.firstAfter(instant)))
                .orElse(query.before());
        return line.numbered.newestFirst(before).limit(query.limit()).toList();
    }

    private Line line(Scope scope) {
        return lines.getOrDefault(scope, Line.EMPTY);
    }

    /** Which deployments: those in this environment, where one is given, that serve this version, where one is given. */
    private record Scope(Optional<String> environment, OptionalLong version) {
        private static final Scope ALL = new Scope(Optional.empty(), OptionalLong.empty());

        private static List<Scope> around(Deployment deployment) {
            Optional<String> environment = Optional.of(deployment.environment());
            Scope there = new Scope(environment, OptionalLong.empty());
            return deployment.version().isEmpty()
                    ? List.of(ALL, there)
                    : List.of(
                            ALL,
                            there,
                            new Scope(Optional.empty(), deployment.version()),
                            new Scope(environment, deployment.version()));
        }
    }

    /** A line of deployments, each made at the time of the one before it or later. */
    private record Line(Numbered<Deployment> numbered, TreePMap<Moment, Deployment> timed) {
        private static final Line EMPTY = new Line(Numbered.none(), TreePMap.empty(Moment.ORDER));

        private Line plus(Deployment deployment) {
            return new Line(
                    numbered.plus(deployment.number(), deployment),
                    timed.plus(new Moment(deployment.at(), deployment.number()), deployment));
        }

        /** A number above that of every deployment made at this instant or before, and of no later one. */
        private long firstAfter(Instant instant) {
            return Optional.ofNullable(timed.floorKey(new Moment(instant, Long.MAX_VALUE)))
                    .map(last -> last.number() + 1)
                    .orElse(0L);
        }
    }

    /** When a deployment was made; its number tells apart those of one instant. */
    private record Moment(Instant at, long number) {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at).thenComparingLong(Moment::number);
    }
}
