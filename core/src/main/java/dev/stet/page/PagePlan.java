package dev.stet.page;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * What a change of a config page would come to, before it is made. Bound to the revision it was made on. Immutable; nothing
 * was written. Both pages and the difference are masked as {@link dev.stet.ConfigPages} masks what it shows: making the change
 * goes by what the plan was made from, not by what it shows.
 *
 * @param agent whose page
 * @param before the page as it is
 * @param cause what kind of change it is
 * @param edit the edit, where it is one
 * @param source the revision that would be restored, or the page that would be copied
 * @param after what the page would say; its revision, author and time are still those of {@code before}
 * @param diff what would change
 * @param problem what does not hold together, so that it would be refused; empty when it does. Whether the caller may make
 *     it is only asked then
 */
public record PagePlan(
        AgentKey agent,
        ConfigPage before,
        PageRevision.Cause cause,
        Optional<PageEdit> edit,
        Optional<PageRef> source,
        ConfigPage after,
        PageDiff diff,
        Optional<PageProblem> problem) {
    public PagePlan {
        Given.the("agent", agent);
        Given.the("page before", before);
        Given.the("cause", cause);
        Given.the("edit", edit);
        Given.the("source", source);
        Given.the("page after", after);
        Given.the("diff", diff);
        Given.the("problem", problem);
        boolean edited = cause == PageRevision.Cause.EDITED;
        if (edit.isPresent() != edited || source.isPresent() == edited) {
            throw new InvalidInputException("page plan", "of an edit, or of a source", cause.toString());
        }
    }
}
