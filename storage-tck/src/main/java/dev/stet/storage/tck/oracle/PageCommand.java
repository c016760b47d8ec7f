package dev.stet.storage.tck.oracle;

import dev.stet.ConfigPages;
import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;

/** One change of one config page. */
public interface PageCommand extends Command {
    @Override
    default Object in(Workspace workspace, AgentId agent) {
        return on(workspace.pages(agent));
    }

    @Override
    default Object on(Act act) {
        return on(new PageVerbs(act));
    }

    /** Makes it through the public API. */
    PageOutcome on(ConfigPages pages);

    /** Makes it on the model. */
    PageOutcome on(PageVerbs verbs);

    record EditPage(AgentKey key, PageRef expected, PageEdit edit) implements PageCommand {
        @Override
        public Action action() {
            return Action.EDIT_PAGE;
        }

        @Override
        public PageOutcome on(ConfigPages pages) {
            return pages.edit(expected, edit);
        }

        @Override
        public PageOutcome on(PageVerbs verbs) {
            return verbs.edit(expected, edit);
        }
    }

    record OverwritePage(AgentKey key, String environment, PageEdit edit) implements PageCommand {
        @Override
        public Action action() {
            return Action.EDIT_PAGE;
        }

        @Override
        public PageOutcome on(ConfigPages pages) {
            return pages.editOverwritingWhatOthersChanged(environment, edit);
        }

        @Override
        public PageOutcome on(PageVerbs verbs) {
            return verbs.overwrite(environment, edit);
        }
    }

    record RestorePage(AgentKey key, PageRef expected, long revision) implements PageCommand {
        @Override
        public Action action() {
            return Action.RESTORE_PAGE;
        }

        @Override
        public PageOutcome on(ConfigPages pages) {
            return pages.restore(expected, revision);
        }

        @Override
        public PageOutcome on(PageVerbs verbs) {
            return verbs.restore(expected, revision);
        }
    }

    record CopyPage(AgentKey key, PageRef from, PageRef into) implements PageCommand {
        @Override
        public Action action() {
            return Action.COPY_PAGE;
        }

        @Override
        public PageOutcome on(ConfigPages pages) {
            return pages.copy(from, into);
        }

        @Override
        public PageOutcome on(PageVerbs verbs) {
            return verbs.copy(from, into);
        }
    }
}
