package dev.stet.retention;

import dev.stet.input.Given;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import java.time.Instant;
import java.util.List;

/**
 * What a policy comes to: for each version and draft revision of an agent, whether it stays and why. Nothing is written by
 * making one. It is bound to the state of the agent that it was made on. Immutable.
 *
 * @param agent whose
 * @param head the revision of the agent's head that it was made on
 * @param at the time that ages are told from
 * @param policy what it was made by
 * @param versions every version that is there, newest first
 * @param revisions every draft revision that is there: by draft, latest opened first; of each, newest first
 * @param contents how many stored contents go, among them those that earlier runs had to leave behind
 * @param bytes how many bytes those are stored in, without what their rows and indexes take
 * @param more whether that is more than one step takes, so that the policy has to be applied again after it was applied
 */
public record RetentionPlan(
        AgentKey agent,
        long head,
        Instant at,
        RetentionPolicy policy,
        List<Fate<Long>> versions,
        List<Fate<DraftRef>> revisions,
        long contents,
        long bytes,
        boolean more) {
    public RetentionPlan {
        Given.the("agent", agent);
        Given.the("time", at);
        Given.the("retention policy", policy);
        versions = Given.list("version", versions);
        revisions = Given.list("draft revision", revisions);
    }

    /** The numbers of the versions that go, highest first. */
    public List<Long> versionsToGo() {
        return versions.stream().filter(fate -> !fate.stays()).map(Fate::of).toList();
    }

    /** The draft revisions that go, in the order of {@link #revisions}. */
    public List<DraftRef> revisionsToGo() {
        return revisions.stream().filter(fate -> !fate.stays()).map(Fate::of).toList();
    }

    /** Whether there is nothing to drop. */
    public boolean isEmpty() {
        return contents == 0
                && versions.stream().allMatch(Fate::stays)
                && revisions.stream().allMatch(Fate::stays);
    }
}
