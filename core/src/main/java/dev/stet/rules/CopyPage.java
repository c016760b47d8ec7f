package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.page.PageRevision.Cause;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * Takes the config page of another environment over, variables and schema.
 *
 * @param from which page to take over, at which of its revisions
 * @param environment whose page is to change
 * @param expected the page as the caller saw it; empty where only a plan is asked for
 * @param clearly whether the caller asks for what is hidden
 */
public record CopyPage(
        AgentKey key, PageRef from, String environment, Optional<PageRef> expected, boolean clearly, Policies policies)
        implements ChangePage {
    @Override
    public Action action() {
        return Action.COPY_PAGE;
    }

    @Override
    public Cause cause() {
        return Cause.COPIED;
    }

    @Override
    public Optional<PageRef> source() {
        return Optional.of(from);
    }

    /** Whoever takes a page over reads it. */
    @Override
    public void asks(Asking asking) {
        asking.permit(Action.READ, key, from.environment());
        ChangePage.super.asks(asking);
    }
}
