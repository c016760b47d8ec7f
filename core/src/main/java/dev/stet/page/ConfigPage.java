package dev.stet.page;

import dev.stet.access.Actor;
import dev.stet.content.Content;
import dev.stet.ref.PageRef;
import java.time.Instant;
import java.util.Optional;

/**
 * The config page of one environment of an agent, as it was at one of its revisions. Immutable.
 *
 * @param environment whose
 * @param revision 0 for a page that nobody has put anything on, one more for every change
 * @param variables what the agent runs with, as it was given
 * @param schema the JSON Schema that the variables meet; empty for one that every object meets
 * @param updatedBy who made this revision; empty for revision 0
 * @param updatedAt when, in microseconds; empty for revision 0
 */
public record ConfigPage(
        String environment,
        long revision,
        Content variables,
        Content schema,
        Optional<Actor> updatedBy,
        Optional<Instant> updatedAt) {
    /** A page that nobody has put anything on. */
    public static ConfigPage empty(String environment) {
        return new ConfigPage(environment, 0, Content.empty(), Content.empty(), Optional.empty(), Optional.empty());
    }

    /** A revision together with what it says. */
    public static ConfigPage of(PageRevision revision, Content variables, Content schema) {
        return new ConfigPage(
                revision.environment(),
                revision.number(),
                variables,
                schema,
                Optional.of(revision.by()),
                Optional.of(revision.at()));
    }

    /** The page as it was seen here: the compare-and-set token of a change. */
    public PageRef ref() {
        return new PageRef(environment, revision);
    }

    /** The same revision with other variables and another schema. */
    public ConfigPage with(Content otherVariables, Content otherSchema) {
        return new ConfigPage(environment, revision, otherVariables, otherSchema, updatedBy, updatedAt);
    }
}
