package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment.Cause;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts a version directly into an entry environment. */
public record DeployVersion(AgentKey key, Deploy deploy, Policies policies)
        implements ChangeOfAgent<DeployVersion.State, DeployOutcome> {
    /** The version, and the environment as it is. */
    public record State(Agent agent, Candidate candidate, Move target) {}

    @Override
    public Action action() {
        return Action.DEPLOY;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("environment", deploy.environment())
                .with("version", deploy.version())
                .option("reason", deploy.reason())
                .option(deploy.replacing());
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(action(), key, deploy.environment());
    }

    @Override
    public StandingQuery sees() {
        return Move.sees(StandingQuery.of(key), deploy.environment(), policies);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        DeploymentRules.requireKnown(deploy.environment(), policies.pipelineOf(agent.kind()));
        Version version = reading.version(key, deploy.version());
        Standing target = reading.standing(sees());
        return new State(agent, Candidate.of(agent, version, target, policies, reading), Move.in(target));
    }

    @Override
    public Decision<DeployOutcome> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireEntry(
                deploy.environment(), policies.pipelineOf(state.agent().kind()));
        return new Taking(action(), Cause.DIRECT, deploy.reason(), deploy.replacing(), OptionalLong.empty())
                .take(state.agent(), Optional.of(state.candidate()), state.target(), policies, call);
    }

    @Override
    public DeployOutcome told(Recorded first, Reading reading) {
        return Taking.told(key, first, reading);
    }
}
