package dev.stet.facts;

import dev.stet.environment.Deployment;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which deployments of an agent to list, newest first.
 *
 * @param environment only those in this environment
 * @param version only those of this version; asked together with an environment
 * @param from only those from this place on
 * @param limit how many to return at most
 */
public record DeploymentQuery(Optional<String> environment, OptionalLong version, Optional<From> from, int limit) {
    /** Where to begin in the list. */
    public sealed interface From {
        /** With the last one that was made at this instant or before. */
        record At(Instant instant) implements From {}

        /** After a deployment with this number, which was made at that instant. */
        record After(Instant at, long number) implements From {
            public static After of(Deployment deployment) {
                return new After(deployment.at(), deployment.number());
            }
        }
    }

    public DeploymentQuery {
        if (version.isPresent() && environment.isEmpty()) {
            throw new IllegalArgumentException("the deployments of a version are listed by environment");
        }
    }

    /** Those of all environments. */
    public static DeploymentQuery all(Optional<From> from, int limit) {
        return new DeploymentQuery(Optional.empty(), OptionalLong.empty(), from, limit);
    }

    /** Those of one environment. */
    public static DeploymentQuery in(String environment, Optional<From> from, int limit) {
        return new DeploymentQuery(Optional.of(environment), OptionalLong.empty(), from, limit);
    }

    /** The last one of an environment that deployed this version. */
    public static DeploymentQuery lastOf(long version, String environment) {
        return new DeploymentQuery(Optional.of(environment), OptionalLong.of(version), Optional.empty(), 1);
    }

    /** The one that was active in an environment at an instant. */
    public static DeploymentQuery activeAt(Instant instant, String environment) {
        return in(environment, Optional.of(new From.At(instant)), 1);
    }
}
