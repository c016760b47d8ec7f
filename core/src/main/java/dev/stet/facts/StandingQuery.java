package dev.stet.facts;

import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows to read at once with that of an agent.
 *
 * @param key whose
 * @param draft the id of one of its drafts
 * @param latest whether to read its latest version
 * @param environment the name of one of its environments
 * @param beside which of the rows that the environment names to read with it
 */
public record StandingQuery(
        AgentKey key, Optional<DraftId> draft, boolean latest, Optional<String> environment, Set<Beside> beside) {
    /** A row that an environment names. */
    public enum Beside {
        /** Its active deployment. */
        DEPLOYMENT,
        /** The version it serves. */
        VERSION,
        /** The latest revision of its config page. */
        PAGE
    }

    public StandingQuery {
        beside = Set.copyOf(beside);
    }

    /** The agent alone. */
    public static StandingQuery of(AgentKey key) {
        return new StandingQuery(key, Optional.empty(), false, Optional.empty(), Set.of());
    }

    /** With one of its drafts. */
    public StandingQuery with(DraftId given) {
        return new StandingQuery(key, Optional.of(given), latest, environment, beside);
    }

    /** With its latest version. */
    public StandingQuery withLatest() {
        return new StandingQuery(key, draft, true, environment, beside);
    }

    /** With one of its environments. */
    public StandingQuery with(String given) {
        return new StandingQuery(key, draft, latest, Optional.of(given), beside);
    }

    /** With a row that the environment names. */
    public StandingQuery with(Beside row) {
        EnumSet<Beside> more = EnumSet.of(row);
        more.addAll(beside);
        return new StandingQuery(key, draft, latest, environment, more);
    }

    /** Whether to read a row that the environment names. */
    public boolean asks(Beside row) {
        return environment.isPresent() && beside.contains(row);
    }
}
