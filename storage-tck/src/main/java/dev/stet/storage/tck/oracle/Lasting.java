package dev.stet.storage.tck.oracle;

import dev.stet.agent.Agent;
import dev.stet.agent.Created;
import dev.stet.draft.Draft;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Environment;
import dev.stet.page.PageOutcome;
import dev.stet.ref.AgentId;
import dev.stet.version.PublishOutcome;
import dev.stet.version.Version;
import java.util.List;

/** What does not change any more in the answer of a call, and is the same when the answer is told again. */
final class Lasting {
    private Lasting() {}

    static List<?> factsOf(Object answer) {
        if (answer instanceof Created created) {
            return List.of(
                    created.agent().key(),
                    created.draft().ref(),
                    created.draft().hash());
        }
        if (answer instanceof Agent agent) {
            return List.of(agent.key(), agent.createdBy(), agent.createdAt());
        }
        if (answer instanceof AgentId id) {
            return List.of(id);
        }
        if (answer instanceof Draft draft) {
            return List.of(draft.id(), draft.createdBy(), draft.createdAt());
        }
        if (answer instanceof SaveOutcome.Saved saved) {
            return List.of(saved.draft().ref(), saved.revision());
        }
        if (answer instanceof SaveOutcome.Unchanged unchanged) {
            return List.of(unchanged.draft().ref(), unchanged.draft().hash());
        }
        if (answer instanceof PublishOutcome outcome) {
            return published(outcome);
        }
        if (answer instanceof Version version) {
            return version(version);
        }
        if (answer instanceof DeployOutcome outcome) {
            return List.of(outcome.getClass(), outcome.deployment());
        }
        if (answer instanceof PageOutcome outcome) {
            return List.of(outcome);
        }
        if (answer instanceof Environment environment) {
            return List.of(environment.name());
        }
        throw new AssertionError("an answer must be of a known kind, but it is " + answer);
    }

    private static List<?> published(PublishOutcome outcome) {
        if (outcome instanceof PublishOutcome.Published published) {
            return List.of(
                    version(published.version()),
                    published.deployment(),
                    published.draft().ref(),
                    published.draft().hash(),
                    published.next().map(Draft::ref));
        }
        PublishOutcome.Unchanged unchanged = (PublishOutcome.Unchanged) outcome;
        return List.of(version(unchanged.version()), unchanged.equal(), unchanged.deployment());
    }

    private static List<?> version(Version version) {
        return List.of(
                version.number(),
                version.id(),
                version.hash(),
                version.size(),
                version.changedSections(),
                version.lineage(),
                version.publishedBy(),
                version.publishedAt());
    }
}
