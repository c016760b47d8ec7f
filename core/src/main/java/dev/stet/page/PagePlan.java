package dev.stet.page;

import dev.stet.input.Given;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * What a change of a config page would come to, before it is made. Bound to the revision it was made on. Immutable; nothing
 * was written.
 *
 * @param agent whose page
 * @param before the page as it is
 * @param cause what kind of change it is
 * @param source the revision that would be restored, or the page that would be copied
 * @param after what the page would say; its revision, author and time are still those of {@code before}
 * @param diff what would change
 * @param refusal what does not hold together, so that it would be refused; empty when it does. Whether the caller may make
 *     it is only asked then
 */
public record PagePlan(
        AgentKey agent,
        ConfigPage before,
        PageRevision.Cause cause,
        Optional<PageRef> source,
        ConfigPage after,
        PageDiff diff,
        Optional<PageRefusedException> refusal) {
    public PagePlan {
        Given.the("agent", agent);
        Given.the("page before", before);
        Given.the("cause", cause);
        Given.the("source", source);
        Given.the("page after", after);
        Given.the("diff", diff);
        Given.the("refusal", refusal);
    }
}
