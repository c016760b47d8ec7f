package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Replacing;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentKey;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A move that is asked for by itself, as it is accounted for: a deploy, a promotion, a rollback, or the emptying of an
 * environment.
 *
 * @param source the deployment that the version is taken from, where it is taken from one
 */
record Taking(Action action, Cause cause, String reason, Replacing replacing, OptionalLong source) {
    /**
     * Makes the move.
     *
     * @param candidate the version that is to serve; empty to let nothing serve
     */
    Decision<DeployOutcome> take(Agent agent, Optional<Candidate> candidate, Move move, Policies policies, Call call) {
        candidate.map(Candidate::version).ifPresent(Move::requireDeployable);
        move.requireExpected(replacing);
        String why = Texts.optional("reason", reason, policies.textLimits().reason());
        OptionalLong number = candidate.map(Candidate::number).orElse(OptionalLong.empty());
        Transition transition = Transition.of(agent, call);
        transition.about(subject(move.serving().name(), number));
        Optional<Deployment> already = move.already(number);
        if (already.isPresent()) {
            transition.about(transition.subject().deployment(already.get().number()));
            return transition.unchanged(action, agent, new DeployOutcome.Unchanged(already.get()));
        }
        candidate.ifPresent(found -> move.requireNeedsMet(agent, found.version().number(), found.pair(), policies));
        Deployment deployment = move.make(transition, candidate.map(Candidate::version), cause, why, source);
        return transition.changed(action, agent, new DeployOutcome.Deployed(deployment));
    }

    /** What the caller of a retry is told of a move. */
    static DeployOutcome told(AgentKey key, Recorded first, Reading reading) {
        Deployment deployment =
                reading.deployment(key, first.entry().subject().deployment().orElseThrow());
        return first.changed() ? new DeployOutcome.Deployed(deployment) : new DeployOutcome.Unchanged(deployment);
    }

    private static Subject subject(String environment, OptionalLong version) {
        Subject subject = Subject.agent().environment(environment);
        return version.isPresent() ? subject.version(version.getAsLong()) : subject;
    }
}
