package dev.stet.ref;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/**
 * What an agent was duplicated from.
 *
 * @param agent the agent that was copied; it may have changed or gone since
 * @param ref the version or the draft revision whose content was copied
 */
public record Origin(AgentKey agent, Ref ref) {
    public Origin {
        Given.the("agent", agent);
        if (!(ref instanceof Ref.OfVersion) && !(ref instanceof Ref.OfRevision)) {
            throw new InvalidInputException("origin of an agent", "a version or a draft revision", "" + ref);
        }
    }
}
