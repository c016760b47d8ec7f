package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DeploymentQuery.From;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.rules.DeployVersion;
import dev.stet.rules.DeploymentRules;
import dev.stet.rules.EmptyEnvironment;
import dev.stet.rules.FreezeEnvironment;
import dev.stet.rules.PageRules;
import dev.stet.rules.PromoteDeployment;
import dev.stet.rules.RollBackEnvironment;
import dev.stet.rules.UnfreezeEnvironment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The environments of one agent: what they serve, and the deployments that made them serve it. Thread-safe.
 *
 * <p>A policy that lets an actor read the agent lets it read what all its environments serve; only the calls about one
 * environment are put to it by name.
 *
 * <p>All changes throw {@link dev.stet.error.NotFoundException} when there is no such agent, version or deployment,
 * {@link dev.stet.agent.AgentUnavailableException} when the agent is archived, and
 * {@link dev.stet.environment.UnknownEnvironmentException} when its pipeline has no such environment. All moves also
 * throw {@link dev.stet.environment.EnvironmentFrozenException} when the environment is frozen,
 * {@link dev.stet.environment.StaleDeploymentException} when it is not as the caller expects, and
 * {@link dev.stet.environment.ArchivedVersionException} when the version is archived; all but {@link #empty} throw
 * {@link dev.stet.page.UnmetNeedsException} when the version needs of the environment's config page what that does not offer.
 */
public final class Environments {
    private static final String CURSOR = "deployments";
    private static final int PAGE = 100;

    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Environments(Registry registry, Scope scope, AgentId agent) {
        this.registry = registry;
        this.scope = scope;
        this.key = scope.key(agent);
    }

    /**
     * Puts a version directly into an entry environment.
     *
     * @throws dev.stet.environment.PipelineException when versions are promoted into that environment
     */
    public DeployOutcome deploy(Deploy deploy) {
        Given.the("deploy", deploy);
        return registry.changes().make(scope, new DeployVersion(key, deploy, registry.policies()));
    }

    /**
     * Takes the version that one environment serves over to a later one.
     *
     * @throws dev.stet.environment.PipelineException when that leads backwards, skips what may not be skipped, or leads
     *     beyond the last environment
     * @throws dev.stet.environment.NothingServedException when there is nothing to promote
     */
    public DeployOutcome promote(Promote promote) {
        Given.the("promote", promote);
        return registry.changes().make(scope, new PromoteDeployment(key, promote, registry.policies()));
    }

    /**
     * Makes an environment serve again what it served before, as a new deployment.
     *
     * @throws dev.stet.environment.RollBackException when there is nothing to go back to
     */
    public DeployOutcome rollBack(RollBack rollBack) {
        Given.the("rollback", rollBack);
        return registry.changes().make(scope, new RollBackEnvironment(key, rollBack, registry.policies()));
    }

    /**
     * Makes an environment serve nothing, as a new deployment. Also where the pipeline has it no more.
     *
     * @param reason why, for people to read later
     * @param replacing what it expects to replace
     * @throws dev.stet.environment.NothingServedException when nothing was ever deployed there
     */
    public DeployOutcome empty(String environment, String reason, Replacing replacing) {
        Given.text("reason", reason);
        Given.the("deployment to replace", replacing);
        return registry.changes()
                .make(scope, new EmptyEnvironment(key, environment, reason, replacing, registry.policies()));
    }

    /**
     * Lets nothing move in an environment until it is unfrozen. What it serves is still resolved.
     *
     * @param reason why, for those whose moves are refused
     * @throws dev.stet.environment.EnvironmentFrozenException when it is frozen already
     */
    public Environment freeze(String environment, String reason) {
        Given.text("reason", reason);
        return registry.changes().make(scope, new FreezeEnvironment(key, environment, reason, registry.policies()));
    }

    /** Lets an environment move again, also where the pipeline has it no more. Where it is not frozen, nothing changes. */
    public Environment unfreeze(String environment, String reason) {
        Given.text("reason", reason);
        return registry.changes().make(scope, new UnfreezeEnvironment(key, environment, reason, registry.policies()));
    }

    /**
     * What the config page of an environment, as it is now, does not offer of what a version needs of it: for this, a
     * deployment of the version there would be refused. Empty where it meets the needs, or the host declared none
     * ({@link Stet.Builder#pageNeeds}). Nothing is written.
     */
    public List<Finding> unmetNeeds(long version, String environment) {
        Standing standing = known(environment, Beside.PAGE);
        Content content = registry.rows().content(key, registry.rows().version(key, version));
        return PageRules.unmet(standing.agent(), content, registry.rows().page(standing), registry.policies());
    }

    /** One environment, as it is now. */
    public Environment get(String environment) {
        return known(environment).serving().orElseThrow().environment();
    }

    /** All environments of the pipeline in its order; then, by name, those it once had that have a deployment, a page or a freeze. */
    public List<Environment> list() {
        scope.permit(Action.READ, key.agent());
        Agent agent = registry.rows().agent(key);
        Map<String, Environment> touched = registry.rows().environments(key).stream()
                .filter(environment -> !environment.isUntouched())
                .collect(Collectors.toMap(
                        Environment::name, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        List<Environment> all = new ArrayList<>();
        for (String name : registry.pipelineOf(agent).environments()) {
            all.add(Optional.ofNullable(touched.remove(name)).orElseGet(() -> Environment.untouched(name)));
        }
        all.addAll(touched.values());
        return List.copyOf(all);
    }

    /** The deployment that is active in an environment; empty when nothing was ever deployed there. */
    public Optional<Deployment> findActive(String environment) {
        return known(environment, Beside.DEPLOYMENT).deployment();
    }

    /** The active deployments of all environments that ever had one, by the environment's name, in the order of {@link #list}. */
    public Map<String, Deployment> active() {
        Map<String, Deployment> active = new LinkedHashMap<>();
        for (Environment environment : list()) {
            if (environment.deployment().isPresent()) {
                Deployment deployment =
                        registry.rows().deployment(key, environment.deployment().getAsLong());
                active.put(environment.name(), deployment);
            }
        }
        return Collections.unmodifiableMap(active);
    }

    public Optional<Deployment> findDeployment(long number) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().findDeployment(key, number);
    }

    /**
     * What was deployed in one environment, newest first.
     *
     * @throws dev.stet.environment.UnknownEnvironmentException when there is no such environment and never was
     */
    public Listing<Deployment> history(String environment, Range range) {
        Listing<Deployment> history = history(Given.chosen("environment name", environment), range);
        if (history.items().isEmpty()) {
            registry.known(key, environment);
        }
        return history;
    }

    /** What was deployed in all environments, newest first. */
    public Listing<Deployment> history(Range range) {
        return history(Optional.empty(), range);
    }

    /**
     * The deployment that was active in an environment at an instant: what it served then, and who put it there. Exact
     * to the microsecond; where two deployments fell into the same one, the later of them. Empty for an instant before
     * the first. From now on, by the clock of this registry, it is the one that is active.
     *
     * <p>A deployment whose time is still to come by this clock was made on a clock that is ahead, or this one is behind. It is
     * taken to be as far in the past; or, where that is more than the clocks may be apart, to be of the
     * {@linkplain Deployment#earliest() earliest} time that is on record of it; and not before what is not to come.
     *
     * @throws dev.stet.environment.UnknownEnvironmentException when there is no such environment and never was
     */
    public Optional<Deployment> servedAt(String environment, Instant instant) {
        Given.the("instant", instant);
        scope.permit(Action.READ, key.agent(), environment);
        Optional<Deployment> active = served(environment, storable(instant));
        if (active.isEmpty()) {
            registry.known(key, environment);
        }
        return active;
    }

    /** Looks at what is still to come first: as a rule that is nothing. What was made before is in the order of its times. */
    private Optional<Deployment> served(String environment, Instant instant) {
        Instant now = registry.clock().now();
        List<Deployment> toCome = new ArrayList<>();
        Optional<From> from = Optional.empty();
        for (int limit = 1; ; limit = PAGE) {
            List<Deployment> page = registry.facts().listDeployments(key, DeploymentQuery.in(environment, from, limit));
            for (Deployment deployment : page) {
                if (!deployment.at().isAfter(now)) {
                    return deployment.at().isAfter(instant)
                            ? activeAt(environment, instant)
                            : served(toCome, instant, now).or(() -> Optional.of(deployment));
                }
                toCome.add(deployment);
                from = Optional.of(From.After.of(deployment));
            }
            if (page.size() < limit) {
                return served(toCome, instant, now);
            }
        }
    }

    private Optional<Deployment> served(List<Deployment> toCome, Instant instant, Instant now) {
        return toCome.stream()
                .filter(deployment -> !DeploymentRules.since(
                                deployment, now, registry.clock().tolerance())
                        .isAfter(instant))
                .findFirst();
    }

    private Optional<Deployment> activeAt(String environment, Instant instant) {
        return registry.facts().listDeployments(key, DeploymentQuery.activeAt(instant, environment)).stream()
                .findFirst();
    }

    /** To the microsecond, and within what every store can compare. */
    private static Instant storable(Instant instant) {
        if (instant.isBefore(HostClock.EARLIEST)) {
            return HostClock.EARLIEST;
        }
        return instant.isAfter(HostClock.LATEST) ? HostClock.LATEST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private Listing<Deployment> history(Optional<String> environment, Range range) {
        String list = Cursor.list(CURSOR, key, Given.environment(environment));
        Optional<From> from = Given.the("range", range).after().map(cursor -> after(cursor, cursor.parts(list, 2)));
        scope.permit(Action.READ, Optional.of(key.agent()), environment);
        int limit = range.limit() + 1;
        List<Deployment> found = registry.facts()
                .listDeployments(
                        key,
                        environment
                                .map(name -> DeploymentQuery.in(name, from, limit))
                                .orElseGet(() -> DeploymentQuery.all(from, limit)));
        return range.listing(found, deployment -> Cursor.of(list, deployment.at(), deployment.number()));
    }

    private static From after(Cursor cursor, List<String> parts) {
        return new From.After(cursor.instant(parts.get(0)), cursor.number(parts.get(1)));
    }

    private Standing known(String environment, Beside... beside) {
        scope.permit(Action.READ, key.agent(), environment);
        return registry.known(key, environment, beside);
    }
}
