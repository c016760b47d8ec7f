package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Promote;
import dev.stet.environment.Promote.Source;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBack.Target;
import dev.stet.environment.RollBackException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.ref.AgentKey;
import dev.stet.rules.Call;
import dev.stet.rules.Candidate;
import dev.stet.rules.Decision;
import dev.stet.rules.DeploymentRules;
import dev.stet.rules.Move;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/** Loads what the moves of environments touch, and tells past moves again. */
final class Moving {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Moving(Registry registry, Scope scope, AgentKey key) {
        this.registry = registry;
        this.scope = scope;
        this.key = key;
    }

    DeployOutcome deploy(Deploy deploy) {
        scope.permit(Action.DEPLOY, key.agent(), deploy.environment());
        Asked asked = new Asked()
                .with("environment", deploy.environment())
                .with("version", deploy.version())
                .option("reason", deploy.reason())
                .option(deploy.replacing());
        return move(Action.DEPLOY, asked, deploy.environment(), (agent, rows, call) -> {
            DeploymentRules.requireKnown(deploy.environment(), registry.pipelineOf(agent));
            Version version = rows.version(key, deploy.version());
            Standing target = target(rows, deploy.environment());
            Candidate candidate = candidate(agent, rows, version, target);
            return DeploymentRules.deploy(agent, candidate, Move.in(target), deploy, registry.policies(), call);
        });
    }

    DeployOutcome promote(Promote promote) {
        if (promote.source() instanceof Source.ActiveIn active) {
            scope.permit(Action.READ, key.agent(), active.environment());
        } else {
            scope.permit(Action.READ, key.agent());
        }
        promote.target().ifPresent(target -> scope.permit(Action.PROMOTE, key.agent(), target));
        Asked asked = (promote.source() instanceof Source.Numbered numbered
                        ? new Asked().with("deployment", numbered.deployment())
                        : new Asked().with("active in", ((Source.ActiveIn) promote.source()).environment()))
                .option("environment", promote.target())
                .option("even if replaced", promote.evenIfReplaced())
                .option("reason", promote.reason())
                .option(promote.replacing());
        return registry.changes()
                .make(
                        scope,
                        Command.on(
                                sees(promote),
                                Action.PROMOTE,
                                asked,
                                (agent, rows, call) -> promoted(agent, rows, promote, call),
                                this::moved));
    }

    DeployOutcome rollBack(RollBack rollBack) {
        scope.permit(Action.ROLL_BACK, key.agent(), rollBack.environment());
        Asked asked = new Asked()
                .with("environment", rollBack.environment())
                .option("reason", rollBack.reason())
                .option(rollBack.replacing());
        if (rollBack.target() instanceof Target.Numbered numbered) {
            asked.with("deployment", numbered.deployment());
        } else if (rollBack.target() instanceof Target.Version version) {
            asked.with("version", version.number());
        }
        return move(Action.ROLL_BACK, asked, rollBack.environment(), (agent, rows, call) -> {
            DeploymentRules.requireKnown(rollBack.environment(), registry.pipelineOf(agent));
            Standing current = target(rows, rollBack.environment());
            Deployment earlier = earlier(rows, current, rollBack);
            return DeploymentRules.rollBack(
                    agent,
                    Move.in(current),
                    earlier,
                    servedThen(rows, earlier).map(version -> candidate(agent, rows, version, current)),
                    rollBack,
                    registry.policies(),
                    call);
        });
    }

    DeployOutcome empty(String environment, String reason, Replacing replacing) {
        scope.permit(Action.EMPTY_ENVIRONMENT, key.agent(), environment);
        Asked asked = new Asked()
                .with("environment", environment)
                .option("reason", reason)
                .option(replacing);
        return move(Action.EMPTY_ENVIRONMENT, asked, environment, (agent, rows, call) -> {
            Move current = Move.in(target(rows, environment));
            return DeploymentRules.empty(agent, current, reason, replacing, registry.policies(), call);
        });
    }

    private StandingQuery sees(Promote promote) {
        StandingQuery sees = StandingQuery.of(key);
        return promote.source() instanceof Source.ActiveIn active
                ? sees.with(active.environment()).with(Beside.DEPLOYMENT).with(Beside.VERSION)
                : sees;
    }

    private Decision<DeployOutcome> promoted(Agent agent, Rows rows, Promote promote, Call call) {
        Environment from;
        Deployment deployment;
        if (promote.source() instanceof Source.Numbered numbered) {
            deployment = rows.deployment(key, numbered.deployment());
            scope.permit(Action.READ, key.agent(), deployment.environment());
            from = rows.serving(key, deployment.environment()).environment();
        } else {
            String active = ((Source.ActiveIn) promote.source()).environment();
            DeploymentRules.requireKnown(active, registry.pipelineOf(agent));
            Standing standing = rows.standing(key, active, Beside.DEPLOYMENT, Beside.VERSION);
            from = standing.serving().orElseThrow().environment();
            deployment = standing.deployment().orElseThrow(() -> new NothingServedException(active, key.toString()));
        }
        String target = DeploymentRules.promotionTarget(from.name(), promote, registry.pipelineOf(agent));
        if (promote.target().isEmpty()) {
            scope.permit(Action.PROMOTE, key.agent(), target);
        }
        Standing to = target(rows, target);
        return DeploymentRules.promote(
                agent,
                deployment,
                from,
                version(rows, deployment).map(version -> candidate(agent, rows, version, to)),
                Move.in(to),
                promote,
                registry.policies(),
                call);
    }

    private Deployment earlier(Rows rows, Standing current, RollBack rollBack) {
        if (rollBack.target() instanceof Target.Numbered numbered) {
            return rows.deployment(key, numbered.deployment());
        }
        String environment = rollBack.environment();
        if (rollBack.target() instanceof Target.Version version) {
            return rows.findLastDeploymentOf(key, version.number(), environment)
                    .orElseThrow(
                            () -> new RollBackException(environment, "it never served version " + version.number()));
        }
        Deployment active = current.deployment()
                .orElseThrow(() -> new RollBackException(environment, "nothing was ever deployed there"));
        OptionalLong step = DeploymentRules.stepBackFrom(active);
        Deployment left =
                step.equals(OptionalLong.of(active.number())) ? active : rows.deployment(key, step.orElseThrow());
        long previous = left.replaced()
                .orElseThrow(
                        () -> new RollBackException(environment, "deployment " + left.number() + " was its first"));
        return rows.deployment(key, previous);
    }

    /** What an earlier deployment served: what is not there any more, nobody can go back to. */
    private Optional<Version> servedThen(Rows rows, Deployment earlier) {
        try {
            return version(rows, earlier);
        } catch (NotFoundException missing) {
            if (missing.dropped()) {
                throw RollBackException.dropped(earlier);
            }
            throw missing;
        }
    }

    private Optional<Version> version(Rows rows, Deployment deployment) {
        return deployment.version().isPresent()
                ? Optional.of(rows.version(key, deployment.version().getAsLong()))
                : Optional.empty();
    }

    private Candidate candidate(Agent agent, Rows rows, Version version, Standing target) {
        Optional<Candidate.Pair> pair = registry.policies().looksAtPageNeeds(agent.kind())
                ? Optional.of(new Candidate.Pair(rows.content(key, version), rows.page(target)))
                : Optional.empty();
        return new Candidate(version, pair);
    }

    private Standing target(Rows rows, String environment) {
        return rows.standing(registry.target(StandingQuery.of(key), environment));
    }

    private DeployOutcome move(Action action, Asked asked, String environment, Command.RuleOnRows<DeployOutcome> rule) {
        StandingQuery sees = registry.target(StandingQuery.of(key), environment);
        return registry.changes().make(scope, Command.on(sees, action, asked, rule, this::moved));
    }

    private DeployOutcome moved(AuditEntry first) {
        Deployment deployment =
                registry.rows().deployment(key, first.subject().deployment().orElseThrow());
        return first.changed() ? new DeployOutcome.Deployed(deployment) : new DeployOutcome.Unchanged(deployment);
    }
}
