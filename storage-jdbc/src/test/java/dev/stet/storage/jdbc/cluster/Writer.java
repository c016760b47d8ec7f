package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Promote;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who works in one application, round after round: on agents of their own, and on agents that others work on at
 * the same time.
 */
final class Writer {
    private static final int ROUNDS_PER_AGENT = 5;

    private final Actor actor;
    private final Calls calls;
    private final Calls elsewhere;
    private final List<AgentId> shared;
    private AgentId own;
    private int round;

    /**
     * @param application where they make their changes
     * @param other where they look whether everybody sees what they did
     * @param shared agents that are there already
     */
    Writer(Actor actor, Application application, Application other, List<AgentId> shared, Ledger ledger) {
        this.actor = actor;
        this.calls = new Calls(application, actor, ledger);
        this.elsewhere = new Calls(other, actor, ledger);
        this.shared = shared;
        this.own = ownAgent();
    }

    /** Creates an agent with a draft that can be published. */
    static Draft create(AgentId id, Calls calls) {
        Content content = Content.empty().withSection("prompt", JsonValue.of("First words of " + id));
        NewAgent agent = NewAgent.named("Agent " + id).id(id).content(content);
        Created created = calls.change(
                id,
                workspace -> workspace.agents().create(agent),
                made -> List.of(new Fact.Created(made.agent()), new Fact.Opened(made.draft())));
        return created.draft();
    }

    /** Publishes and promotes a version of an agent of their own, and one of a shared agent. */
    void round() {
        if (round % ROUNDS_PER_AGENT == 0) {
            own = ownAgent();
            create(own, calls);
        }
        work(own);
        work(shared.get(round % shared.size()));
        round++;
    }

    @Override
    public String toString() {
        return actor.id();
    }

    private AgentId ownAgent() {
        return AgentId.of(actor.id() + "-" + round);
    }

    private void work(AgentId agent) {
        Draft draft = open(agent);
        Draft saved = save(agent, draft);
        Version version = publish(agent, saved);
        Optional<Version> seen =
                elsewhere.read(workspace -> workspace.versions(agent).find(version.number()));
        assertEquals(Optional.of(version), seen, "what was acknowledged is seen everywhere");
        promote(agent);
    }

    private Draft open(AgentId agent) {
        Optional<Version> latest =
                calls.read(workspace -> workspace.versions(agent).findLatest());
        String name = actor.id() + " " + round;
        NewDraft draft = latest.map(version -> NewDraft.from(Ref.version(version.number()), name))
                .orElseGet(() -> NewDraft.blank(name));
        return calls.change(
                agent, workspace -> workspace.drafts(agent).open(draft), opened -> List.of(new Fact.Opened(opened)));
    }

    private Draft save(AgentId agent, Draft draft) {
        Edit edit = Edit.section("prompt", JsonValue.of("Words of " + actor.id() + " in round " + round));
        SaveOutcome outcome =
                calls.change(agent, workspace -> workspace.drafts(agent).save(draft.ref(), edit), Writer::factsOf);
        return outcome.draft();
    }

    private static List<Fact> factsOf(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Saved saved ? List.of(new Fact.Saved(saved.revision())) : List.of();
    }

    /** Publishes, over whatever others published meanwhile. */
    private Version publish(AgentId agent, Draft draft) {
        Publish publish = Publish.draft(draft.ref()).deployTo("sandbox");
        while (true) {
            Publish attempt = publish;
            try {
                PublishOutcome outcome =
                        calls.change(agent, workspace -> workspace.drafts(agent).publish(attempt), Writer::factsOf);
                return outcome.version();
            } catch (StaleBaseException stale) {
                publish = publish.superseding(stale.latest().number());
            }
        }
    }

    /** What a publish said. */
    static List<Fact> factsOf(PublishOutcome outcome) {
        List<Fact> facts = new ArrayList<>();
        if (outcome instanceof PublishOutcome.Published published) {
            facts.add(new Fact.Published(published.version(), published.draft()));
            published.deployment().map(Fact.Deployed::new).ifPresent(facts::add);
        }
        return facts;
    }

    private void promote(AgentId agent) {
        Promote promote = Promote.whateverIsActiveIn("sandbox").because(actor.id() + " likes it");
        calls.change(agent, workspace -> workspace.environments(agent).promote(promote), Writer::factsOf);
    }

    private static List<Fact> factsOf(DeployOutcome outcome) {
        return outcome instanceof DeployOutcome.Deployed deployed
                ? List.of(new Fact.Deployed(deployed.deployment()))
                : List.of();
    }
}
