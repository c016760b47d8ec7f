package dev.stet.environment;

/** What became of a move: a deploy, a promotion, a rollback, or the emptying of an environment. */
public sealed interface DeployOutcome {
    /** The deployment that is active now. */
    Deployment deployment();

    /** The environment serves something else than before. */
    record Deployed(Deployment deployment) implements DeployOutcome {}

    /** The environment already served that, frozen or not: nothing changed, and the deployment that was active still is. */
    record Unchanged(Deployment deployment) implements DeployOutcome {}
}
