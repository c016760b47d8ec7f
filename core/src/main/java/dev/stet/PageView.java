package dev.stet;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.rules.PageRules;
import dev.stet.rules.Policies;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Config pages of an agent as a caller may see them.
 *
 * @param clearly whether with their secrets; without, what the page's own schema marks is masked, and what marks the one that
 *     the page has now
 */
record PageView(Rows rows, Policies policies, AgentKey key, boolean clearly) {
    /** The schema that the page of an environment has now, whether or not the pipeline still has the environment. */
    static Content schemaNow(Rows rows, AgentKey key, String environment) {
        return rows.schema(key, rows.serving(key, environment));
    }

    /** A page, whichever of its revisions that is. */
    ConfigPage of(ConfigPage page) {
        return clearly ? page : of(page, schemaNow(page.environment()));
    }

    /** @param now the schema that the page has now */
    ConfigPage of(ConfigPage page, Content now) {
        return clearly ? page : PageRules.masked(page, now, policies);
    }

    /** The revisions of one page. A hash would tell a secret of few values: that of the variables is of those that are shown. */
    List<PageRevision> of(String environment, List<PageRevision> revisions) {
        if (clearly || revisions.isEmpty()) {
            return revisions;
        }
        Content now = schemaNow(environment);
        Map<ContentHash, Boolean> hiding = new HashMap<>();
        return revisions.stream()
                .map(revision -> hiding.computeIfAbsent(revision.schema(), schema -> mayHide(revision, now))
                        ? masked(revision, now)
                        : revision)
                .toList();
    }

    private boolean mayHide(PageRevision revision, Content now) {
        return PageRules.mayHide(List.of(now, rows.schema(key, revision)), policies);
    }

    private PageRevision masked(PageRevision revision, Content now) {
        return revision.withVariables(
                of(rows.page(key, revision), now).variables().hash());
    }

    PageDiff diff(ConfigPage from, ConfigPage to) {
        if (clearly) {
            return PageRules.diff(from, to, policies);
        }
        Set<Content> now = new LinkedHashSet<>();
        now.add(schemaNow(from.environment()));
        now.add(schemaNow(to.environment()));
        return PageRules.maskedDiff(from, to, now, policies);
    }

    private Content schemaNow(String environment) {
        return schemaNow(rows, key, environment);
    }
}
