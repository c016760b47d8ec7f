package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.page.PageRevision.Cause;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * Brings an earlier revision of a config page back, variables and schema, as its next revision.
 *
 * @param earlier the revision to bring back; at 0 the page becomes empty
 * @param expected the page as the caller saw it; empty where only a plan is asked for
 * @param clearly whether the caller asks for what is hidden
 */
public record RestorePage(AgentKey key, PageRef earlier, Optional<PageRef> expected, boolean clearly, Policies policies)
        implements ChangePage {
    @Override
    public Action action() {
        return Action.RESTORE_PAGE;
    }

    @Override
    public Cause cause() {
        return Cause.RESTORED;
    }

    @Override
    public String environment() {
        return earlier.environment();
    }

    @Override
    public Optional<PageRef> source() {
        return Optional.of(earlier);
    }
}
