package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageProblem;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be shown of config pages, and what has to hold together. */
public final class PageRules {
    private PageRules() {}

    /** A version that an environment serves, and its content. */
    public record Served(long version, Content content) {}

    /** What the environment's page does not offer of what a version needs; nothing where the host declares no needs. */
    public static List<Finding> unmet(Agent agent, Content version, ConfigPage page, Policies policies) {
        return policies.pageNeedsOf(agent.kind())
                .map(needs -> needs.unmet(version, page))
                .orElseGet(List::of);
    }

    /**
     * A page as it may be shown: without what its schema marks {@code writeOnly}.
     *
     * @param now the schema of the page that holds now: an older one may have marked less
     */
    public static ConfigPage masked(ConfigPage page, Content now, Policies policies) {
        return masked(page, schemas(now, page), policies);
    }

    /** The same by any schemas. */
    static ConfigPage masked(ConfigPage page, Set<Content> by, Policies policies) {
        Secrets secrets = Secrets.of(page.variables(), by, policies.schemas());
        return page.with(secrets.masked(page.variables()), page.schema());
    }

    /** Whether any of some schemas may hide something of a page, whatever is on it. */
    public static boolean mayHide(Collection<Content> schemas, Policies policies) {
        return schemas.stream().anyMatch(schema -> Secrets.mayBeHidden(schema, policies.schemas()));
    }

    /** What differs between two pages, as it is. */
    public static PageDiff diff(ConfigPage before, ConfigPage after, Policies policies) {
        return Secrets.diff(before, after, Set.of(), policies.schemas());
    }

    /** What differs between two pages, as it may be shown; {@code now} are the schemas of both that hold now. */
    public static PageDiff maskedDiff(ConfigPage before, ConfigPage after, Set<Content> now, Policies policies) {
        Set<Content> by = new LinkedHashSet<>(now);
        by.add(before.schema());
        by.add(after.schema());
        return Secrets.diff(before, after, by, policies.schemas());
    }

    /** By which schemas pages hide something: their own ones, and one beside them. */
    static Set<Content> schemas(Content now, ConfigPage... pages) {
        Set<Content> schemas = new LinkedHashSet<>(Set.of(now));
        for (ConfigPage page : pages) {
            schemas.add(page.schema());
        }
        return schemas;
    }

    /**
     * Why a page may not become what it is to be.
     *
     * @param before the page as it is
     * @param after what it is to be
     * @param served the version that its environment serves, where what that needs of the page has to be looked at
     */
    static Optional<PageProblem> problem(
            Agent agent, ConfigPage before, ConfigPage after, Optional<Served> served, Policies policies) {
        String environment = before.environment();
        List<Finding> masks = Unmasking.left(after.variables());
        if (!masks.isEmpty()) {
            return Optional.of(new PageProblem.InvalidVariables(environment, masks));
        }
        List<Finding> findings;
        try {
            JsonSchema schema = policies.schemas().of(after.schema());
            findings = schema.findings(after.variables().root());
        } catch (InvalidSchemaException invalid) {
            return Optional.of(new PageProblem.InvalidSchema(environment, invalid.findings()));
        }
        Secrets hidden = Secrets.of(after.with(after.variables(), before.schema()), policies.schemas());
        if (!findings.isEmpty()) {
            return Optional.of(new PageProblem.InvalidVariables(environment, hidden.cut(findings)));
        }
        return served.flatMap(running -> {
            List<Finding> broken = policies.pageNeedsOf(agent.kind())
                    .map(needs -> hidden.cut(needs.broken(running.content(), after)))
                    .orElseGet(List::of);
            return broken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PageProblem.UnmetNeeds(running.version(), environment, broken));
        });
    }
}
