package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.content.Content;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageRevision.Cause;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import java.util.Optional;

/**
 * Changes the variables of a config page, its schema, or both in one step.
 *
 * @param expected the page as the caller saw it; empty to change whatever is there
 * @param clearly whether the caller asks for what is hidden
 */
public record EditPage(
        AgentKey key, String environment, Optional<PageRef> expected, PageEdit edit, boolean clearly, Policies policies)
        implements ChangePage {
    @Override
    public Action action() {
        return Action.EDIT_PAGE;
    }

    @Override
    public Cause cause() {
        return Cause.EDITED;
    }

    @Override
    public Optional<PageRef> source() {
        return Optional.empty();
    }

    @Override
    public Optional<PageEdit> edits() {
        return Optional.of(edit);
    }

    /** A mask that comes back keeps what it hid. */
    @Override
    public ConfigPage after(ConfigPage page, Optional<ConfigPage> taken) {
        Content given = edit.variablesAfter(page.variables(), policies.contentLimits());
        return page.with(Unmasking.of(given, page, policies.schemas()), edit.schemaAfter(page.schema()));
    }
}
