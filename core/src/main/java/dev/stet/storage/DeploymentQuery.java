package dev.stet.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which deployments of an agent to list, newest first.
 *
 * @param environment only those in this environment
 * @param version only those of this version
 * @param notAfter only those made at this instant or before
 * @param before only those with a lower number
 * @param limit how many to return at most
 */
public record DeploymentQuery(
        Optional<String> environment, OptionalLong version, Optional<Instant> notAfter, long before, int limit) {
    /** The deployment with this number; where there is none, the one before it: who asks has to look. */
    public static DeploymentQuery number(long number) {
        return new DeploymentQuery(Optional.empty(), OptionalLong.empty(), Optional.empty(), number + 1, 1);
    }

    /** Those of one environment. */
    public static DeploymentQuery in(String environment, long before, int limit) {
        return new DeploymentQuery(Optional.of(environment), OptionalLong.empty(), Optional.empty(), before, limit);
    }

    /** The last one of an environment that deployed this version. */
    public static DeploymentQuery lastOf(long version, String environment) {
        return new DeploymentQuery(
                Optional.of(environment), OptionalLong.of(version), Optional.empty(), Long.MAX_VALUE, 1);
    }

    /** The one that was active in an environment at an instant. */
    public static DeploymentQuery activeAt(Instant instant, String environment) {
        return new DeploymentQuery(
                Optional.of(environment), OptionalLong.empty(), Optional.of(instant), Long.MAX_VALUE, 1);
    }
}
