package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.ref.PageRef;
import java.util.Optional;

/** Config pages to test with: pages with secrets, and changes of the page of {@code live}. */
final class Pages {
    static final String SECRET = "cal-7f3a";

    /** Marks a text, a member of each element, and a whole object. */
    static final Content MARKED = json("{'properties':{'key':{'writeOnly':true,'type':'string','maxLength':40},"
            + "'lines':{'type':'array','items':{'properties':{'token':{'writeOnly':true}}}},"
            + "'vault':{'writeOnly':true}}}");

    static final Content PHONE = json("{'phone':'112'}");
    static final Content WITH_SECRET = with(SECRET);
    static final Policies NEEDING = Known.needy("");

    private Pages() {}

    /** JSON with single quotes. */
    static Content json(String text) {
        return Content.parse(text.replace('\'', '"'));
    }

    /** Variables with this in all places that are marked. */
    static Content with(String secret) {
        return json(("{'phone':'112','key':'$','lines':[{'name':'one','token':'$'},{'name':'two','token':'x$'}],"
                        + "'vault':{'$':'y$'}}")
                .replace("$", secret));
    }

    /** Variables as they are shown. */
    static Content masked(ConfigPage page) {
        return PageRules.masked(page, page.schema(), Known.POLICIES).variables();
    }

    static PageRef live(long revision) {
        return new PageRef("live", revision);
    }

    static EditPage edit(long expected, PageEdit edit) {
        return edit(expected, edit, Known.POLICIES);
    }

    static EditPage edit(long expected, PageEdit edit, Policies policies) {
        return new EditPage(Known.KEY, "live", Optional.of(live(expected)), edit, false, policies);
    }

    static RestorePage restore(long expected, long revision) {
        return new RestorePage(Known.KEY, live(revision), Optional.of(live(expected)), false, Known.POLICIES);
    }

    static CopyPage copy(PageRef from, long expected) {
        return new CopyPage(Known.KEY, from, "live", Optional.of(live(expected)), false, Known.POLICIES);
    }
}
