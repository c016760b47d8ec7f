package dev.stet.rules;

import dev.stet.facts.AgentChange;
import java.util.List;
import java.util.Optional;

/**
 * What a rule decided. Refusals are not among it: a rule that refuses throws.
 *
 * @param outcome what the caller is told once the changes are stored
 * @param changes what is to be stored, but for the contents; empty where there is nothing to change and nothing to put on
 *     record
 * @param contents the contents that belong to the changes, still to be encoded
 */
public record Decision<R>(R outcome, Optional<AgentChange> changes, List<NewContent> contents) {
    public Decision {
        contents = List.copyOf(contents);
    }
}
