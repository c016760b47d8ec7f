package dev.stet;

import dev.stet.access.AccessPolicy;
import dev.stet.access.Action;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.environment.Environment;
import dev.stet.environment.NothingServedException;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.rules.AgentRules;
import dev.stet.rules.DeploymentRules;
import dev.stet.rules.PageRules;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One tenant's agents, as one actor may see and change them. A light, immutable handle; thread-safe.
 *
 * <p>Every call is put to the host's {@link AccessPolicy} before anything is read out or changed.
 */
public final class Workspace {
    private final Registry registry;
    private final Scope scope;

    Workspace(Registry registry, Scope scope) {
        this.registry = registry;
        this.scope = scope;
    }

    /**
     * The same workspace on one request of the host's. A change made through it is made at most once per agent: repeated
     * with the same request id, it returns the first outcome, told from what is on record. What may have changed since
     * (names, annotations, freezes, a draft's status) reads as it is now.
     *
     * <p>Another change of the same agent under the same request id is refused with
     * {@link dev.stet.access.RequestIdReusedException}, and so are that of another actor and the same change with other
     * arguments, be it only the reason. Contents, and values in them, are the same as they are equal, however they are spelled.
     * An edit of a config page is the same when it comes to the same. Refusals are not kept: a refused request is tried anew.
     */
    public Workspace request(RequestId request) {
        return new Workspace(
                registry,
                new Scope(scope.access(), scope.workspace(), scope.actor(), Given.chosen("request id", request)));
    }

    /** The agents themselves. */
    public Agents agents() {
        return new Agents(registry, scope);
    }

    /** The drafts of one agent. Where there is no such agent, lists are empty and everything else is refused. */
    public Drafts drafts(AgentId agent) {
        return new Drafts(registry, scope, agent);
    }

    /** The versions of one agent. */
    public Versions versions(AgentId agent) {
        return new Versions(registry, scope, agent);
    }

    /** The environments of one agent and what was deployed in them. */
    public Environments environments(AgentId agent) {
        return new Environments(registry, scope, agent);
    }

    /** The config pages of one agent: what it runs with in each environment beside the version. */
    public ConfigPages pages(AgentId agent) {
        return new ConfigPages(registry, scope, agent);
    }

    /** The contents of one agent, wherever they stand. */
    public Contents contents(AgentId agent) {
        return new Contents(registry, scope, agent);
    }

    /** What may be dropped of one agent's history. */
    public Retention retention(AgentId agent) {
        return new Retention(registry, scope, agent);
    }

    /** Who changed what. */
    public AuditTrail audit() {
        return new AuditTrail(registry, scope);
    }

    /**
     * What runs in an environment now: the version that it serves and the variables of its config page, as they were
     * together at one instant.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     * @throws dev.stet.agent.AgentUnavailableException when the agent is not active
     * @throws dev.stet.environment.UnknownEnvironmentException when its pipeline has no such environment
     * @throws NothingServedException when the environment serves nothing
     */
    public Resolution resolve(AgentId agent, String environment) {
        return findServed(agent, environment)
                .orElseThrow(() ->
                        new NothingServedException(environment, scope.key(agent).toString()));
    }

    /** What runs in an environment now; empty when it serves nothing. Refuses as {@link #resolve(AgentId, String)}. */
    public Optional<Resolution> findServed(AgentId agent, String environment) {
        scope.permit(Action.RESOLVE, agent, environment);
        AgentKey key = scope.key(agent);
        return registry.rows().steady(key, () -> served(key, environment));
    }

    private Optional<Resolution> served(AgentKey key, String environment) {
        Standing standing = registry.rows().standing(key, environment);
        AgentRules.requireResolvable(standing.agent());
        DeploymentRules.requireKnown(environment, registry.pipelineOf(standing.agent()));
        Serving serving = standing.serving().orElseThrow();
        return registry.rows().served(key, serving).map(served -> resolution(key, serving, served));
    }

    /**
     * A named version, or a draft for a test run. A draft is resolved at one revision, which the answer names.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent, version or draft
     * @throws dev.stet.agent.AgentUnavailableException when the agent is not active
     * @throws dev.stet.error.InvalidInputException when {@code ref} is a content of the caller's
     */
    public Resolution resolve(AgentId agent, Ref ref) {
        Given.the("content to resolve", ref);
        scope.permit(Action.RESOLVE, agent);
        AgentKey key = scope.key(agent);
        return registry.rows().steady(key, () -> resolve(key, ref));
    }

    private Resolution resolve(AgentKey key, Ref ref) {
        AgentRules.requireResolvable(registry.rows().agent(key));
        Ref fixed = ref;
        if (ref instanceof Ref.OfDraft draft) {
            Draft latest = registry.rows().draft(key, draft.id());
            fixed = Ref.revision(latest.ref());
        }
        Pin pin = new Pin(key.agent(), fixed);
        Content content = registry.rows().source(key, fixed).content();
        return new Resolution(key, pin.ref(), Optional.empty(), OptionalLong.empty(), content, Content.empty(), 0);
    }

    /** What a session was pinned to. The same as resolving the pinned reference. */
    public Resolution resolve(Pin pin) {
        Given.the("pin", pin);
        return resolve(pin.agent(), pin.ref());
    }

    private Resolution resolution(AgentKey key, Serving serving, PageRules.Served served) {
        Environment environment = serving.environment();
        return new Resolution(
                key,
                Ref.version(served.version()),
                Optional.of(environment.name()),
                environment.deployment(),
                served.content(),
                registry.rows().variables(key, serving),
                environment.page());
    }
}
