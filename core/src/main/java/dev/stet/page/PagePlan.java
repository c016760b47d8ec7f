package dev.stet.page;

import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * What a change of a config page would come to, before it is made. Bound to the revision it was made on. Immutable; nothing
 * was written.
 *
 * @param before the page as it is
 * @param cause what kind of change it is
 * @param source the revision that would be restored, or the page that would be copied
 * @param after what the page would say; its revision, author and time are still those of {@code before}
 * @param diff what would change
 * @param refusal why it would be refused as things are; empty when it would be made
 */
public record PagePlan(
        ConfigPage before,
        PageRevision.Cause cause,
        Optional<PageRef> source,
        ConfigPage after,
        PageDiff diff,
        Optional<PageRefusedException> refusal) {}
