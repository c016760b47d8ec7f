package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Workspace;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.version.Version;
import java.util.Optional;

/** Something that was acknowledged and that nothing may change afterwards. */
sealed interface Fact {
    /** Fails unless the store still has it, exactly as it was acknowledged. */
    void isStoredIn(Workspace workspace, AgentId agent);

    /** An agent was created. */
    record Created(Agent created) implements Fact {
        @Override
        public void isStoredIn(Workspace workspace, AgentId agent) {
            Agent found = workspace.agents().get(agent);
            assertEquals(created, found.withHead(created.head()));
        }
    }

    /** A draft was opened with a content. */
    record Opened(Draft draft) implements Fact {
        @Override
        public void isStoredIn(Workspace workspace, AgentId agent) {
            Optional<DraftRevision> found = workspace.drafts(agent).findRevision(draft.ref());
            assertEquals(Optional.of(draft.hash()), found.map(DraftRevision::hash));
            assertEquals(Optional.of(draft.createdBy()), found.map(DraftRevision::by));
            assertEquals(Optional.of(draft.createdAt()), found.map(DraftRevision::at));
        }
    }

    /** A draft was saved. */
    record Saved(DraftRevision revision) implements Fact {
        @Override
        public void isStoredIn(Workspace workspace, AgentId agent) {
            assertEquals(Optional.of(revision), workspace.drafts(agent).findRevision(revision.ref()));
            assertEquals(
                    revision.hash(),
                    workspace.contents(agent).read(Ref.revision(revision.ref())).hash());
        }
    }

    /** A draft was published. */
    record Published(Version version, Draft draft) implements Fact {
        @Override
        public void isStoredIn(Workspace workspace, AgentId agent) {
            assertEquals(version, workspace.versions(agent).verify(version.number()));
            assertEquals(draft, workspace.drafts(agent).get(draft.id()));
        }
    }

    /** A version was deployed. */
    record Deployed(Deployment deployment) implements Fact {
        @Override
        public void isStoredIn(Workspace workspace, AgentId agent) {
            assertEquals(Optional.of(deployment), workspace.environments(agent).findDeployment(deployment.number()));
        }
    }
}
