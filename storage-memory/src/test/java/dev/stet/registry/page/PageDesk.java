package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.ConfigPages;
import dev.stet.content.Content;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.oracle.Pages;
import java.util.List;

/** Where the tests of config pages begin: what a desk has on its pages, and how it is put there. */
abstract class PageDesk extends FrontDesk {
    /** Numbers in a spelling of their own, and members in no order. */
    static final Content DAYTIME =
            Content.parse("{\"phone\":\"+49 30 1234\",\"hours\":{\"mon\":\"9-17\",\"sat\":null},\"fee\":12.50}");

    static final Content NIGHT = Content.parse("{\"phone\":\"+49 30 9999\",\"hours\":{},\"fee\":1.5e1}");

    /** What nobody checks: a note. */
    static final Content NOTE = Content.parse("{\"title\":\"What the desk runs with\"}");

    ConfigPages pages() {
        return ana().pages(DESK);
    }

    ConfigPage page(String environment) {
        return pages().get(environment);
    }

    /** The next revision of a page. */
    ConfigPage edited(String environment, PageEdit edit) {
        return changed(pages().edit(page(environment).ref(), edit));
    }

    ConfigPage edited(String environment, Content variables) {
        return edited(environment, PageEdit.variables(variables));
    }

    List<PageRevision> history(String environment) {
        return Pages.all(range -> pages().history(environment, range));
    }

    static ConfigPage changed(PageOutcome outcome) {
        return assertInstanceOf(PageOutcome.Changed.class, outcome).page();
    }

    static ConfigPage unchanged(PageOutcome outcome) {
        return assertInstanceOf(PageOutcome.Unchanged.class, outcome).page();
    }
}
