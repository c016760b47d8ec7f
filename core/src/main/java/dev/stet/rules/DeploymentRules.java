package dev.stet.rules;

import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.UnknownEnvironmentException;
import java.time.Duration;
import java.time.Instant;

/** What holds for environments: which ones there are for an agent, and since when one serves what it serves. */
public final class DeploymentRules {
    private DeploymentRules() {}

    /** Refuses an environment that the pipeline does not know. */
    public static void requireKnown(String environment, Pipeline pipeline) {
        if (!pipeline.has(environment)) {
            throw new UnknownEnvironmentException(environment, pipeline);
        }
    }

    /** The same, but for an environment that left the pipeline with a deployment, a page or a freeze: it can be read and cleared. */
    public static void requireKnownOrTouched(Environment environment, Pipeline pipeline) {
        if (environment.isUntouched()) {
            requireKnown(environment.name(), pipeline);
        }
    }

    /** Refuses an environment that versions are promoted into instead of being deployed directly. */
    static void requireEntry(String environment, Pipeline pipeline) {
        requireKnown(environment, pipeline);
        if (!pipeline.entries().contains(environment)) {
            throw PipelineException.notAnEntry(environment, pipeline);
        }
    }

    /** Since when a deployment was active, as far as that can be told by a clock: never later than the clock says. */
    public static Instant since(Deployment deployment, Instant now, Duration tolerance) {
        Instant at = deployment.at();
        return past(at.isAfter(now.plus(tolerance)) ? deployment.earliest().orElse(at) : at, now);
    }

    /** A time that is still to come, as far in the past. */
    private static Instant past(Instant time, Instant now) {
        return time.isAfter(now) ? now.minus(Duration.between(now, time)) : time;
    }
}
