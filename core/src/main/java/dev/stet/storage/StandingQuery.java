package dev.stet.storage;

import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import java.util.Optional;

/**
 * Which rows to read at once with that of an agent.
 *
 * @param key whose
 * @param draft the id of one of its drafts
 * @param latest whether to read its latest version
 * @param environment the name of one of its environments
 */
public record StandingQuery(AgentKey key, Optional<DraftId> draft, boolean latest, Optional<String> environment) {
    /** The agent alone. */
    public static StandingQuery of(AgentKey key) {
        return new StandingQuery(key, Optional.empty(), false, Optional.empty());
    }

    /** With one of its drafts. */
    public StandingQuery with(DraftId given) {
        return new StandingQuery(key, Optional.of(given), latest, environment);
    }

    /** With its latest version. */
    public StandingQuery withLatest() {
        return new StandingQuery(key, draft, true, environment);
    }

    /** With one of its environments, and what serves there. */
    public StandingQuery with(String given) {
        return new StandingQuery(key, draft, latest, Optional.of(given));
    }
}
