package dev.stet.storage.tck.oracle;

import dev.stet.ConfigPages;
import dev.stet.environment.Environment;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageRevision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** Holds everything that can be asked of an agent's config pages against what the model says. */
final class PageComparison {
    private final ConfigPages pages;
    private final AgentState state;

    PageComparison(ConfigPages pages, AgentState state) {
        this.pages = pages;
        this.state = state;
    }

    /** @param pipeline the environments that every agent of the kind has */
    void compare(List<String> pipeline) {
        Set<String> names = new LinkedHashSet<>(pipeline);
        state.environments().values().stream().map(Environment::name).forEach(names::add);
        same("pages", names.stream().map(state::page).toList(), pages.list());
        for (String name : names) {
            fits(name);
            same("page of " + name, state.page(name), pages.get(name));
            List<PageRevision> history = new ArrayList<>(state.pages().values());
            history.removeIf(revision -> !revision.environment().equals(name));
            Collections.reverse(history);
            same("history of the page of " + name, history, Pages.all(range -> pages.history(name, range)));
            for (PageRevision revision : history) {
                Optional<ConfigPage> then = state.findPage(revision.ref());
                same("page " + revision.ref(), then, Optional.of(pages.get(revision.ref())));
            }
        }
    }

    /** Whatever was refused and whatever was not: the page fits its schema, and what is served beside it. */
    private void fits(String environment) {
        ConfigPage page = state.page(environment);
        boolean fits = PageVerbs.meets(page.schema().root(), page.variables())
                && PageVerbs.served(state, environment)
                        .map(version -> PageVerbs.meetsNeeds(state.content(version.hash()), page.variables()))
                        .orElse(true);
        Assertions.assertTrue(fits, () -> "the page of " + environment + " does not fit, " + state.key());
    }

    private void same(String what, Object expected, Object actual) {
        Assertions.assertEquals(expected, actual, () -> what + " of " + state.key());
    }
}
