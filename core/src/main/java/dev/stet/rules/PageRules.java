package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.Finding;
import dev.stet.facts.Serving;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRefusedException;
import dev.stet.page.PageRevision;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.page.StalePageException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.PageRef;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a config page comes to say something else. */
public final class PageRules {
    private PageRules() {}

    /**
     * What a change of a page is decided on.
     *
     * @param environment the environment as it is
     * @param page its config page as it is
     * @param served the version it serves, where what that needs of the page has to be looked at
     */
    public record State(Agent agent, Serving environment, ConfigPage page, Optional<Served> served) {}

    /** A version that an environment serves, and its content. */
    public record Served(long version, Content content) {}

    /**
     * What a page is to become.
     *
     * @param source the revision that is restored, or the page that is copied
     * @param after what it is to say; its revision, author and time are still those it has
     * @param hiding the schema by which the page now hides that this comes from
     */
    public record Turn(Cause cause, Optional<PageRef> source, ConfigPage after, Content hiding) {
        /** What an edit makes of a page. A mask that comes back keeps what it hid. */
        public static Turn edited(ConfigPage page, PageEdit edit, Policies policies) {
            Content given = edit.variablesAfter(page.variables(), policies.contentLimits());
            Secrets there = Secrets.of(given, Set.of(page.schema()), policies.schemas());
            Content variables = new Unmasking(Secrets.of(page, policies.schemas()), there).of(given, page.variables());
            return new Turn(
                    Cause.EDITED,
                    Optional.empty(),
                    page.with(variables, edit.schemaAfter(page.schema())),
                    page.schema());
        }

        /** That it says what another page says, or what it said itself. */
        public static Turn taken(ConfigPage page, Cause cause, ConfigPage other, Content hiding) {
            return new Turn(cause, Optional.of(other.ref()), page.with(other.variables(), other.schema()), hiding);
        }
    }

    /** Refuses when the page is not what the caller saw. */
    public static void requireSeen(ConfigPage page, PageRef expected, Policies policies) {
        if (page.revision() != expected.revision()) {
            throw new StalePageException(expected, masked(page, page.schema(), policies));
        }
    }

    /**
     * The environment, if any, whose secrets a change would show, or carry to where others have a use of them: a right of its
     * own.
     */
    public static Optional<String> secretsGivenAway(State state, Turn turn, Policies policies) {
        Content variables = turn.after().variables();
        String to = state.page().environment();
        String from = turn.source().map(PageRef::environment).orElse(to);
        Secrets hidden = Secrets.of(variables, schemas(turn.hiding(), turn.after()), policies.schemas());
        Secrets still = from.equals(to)
                ? Secrets.of(variables, Set.of(turn.after().schema()), policies.schemas())
                : new Secrets(Set.of());
        return hidden.areHiddenBy(still) ? Optional.empty() : Optional.of(from);
    }

    /**
     * What a change would come to, and why it would be refused.
     *
     * @param clearly whether to show what is hidden
     */
    public static PagePlan plan(State state, Turn turn, Optional<PageEdit> edit, boolean clearly, Policies policies) {
        Set<Content> by = clearly ? Set.of() : schemas(turn.hiding(), state.page(), turn.after());
        return new PagePlan(
                state.agent().key(),
                masked(state.page(), by, policies),
                turn.cause(),
                edit,
                turn.source(),
                masked(turn.after(), by, policies),
                Secrets.diff(state.page(), turn.after(), by, policies.schemas()),
                refusal(state, turn.after(), policies));
    }

    /** Makes a change. */
    public static Decision<PageOutcome> turn(State state, Turn turn, Policies policies, Call call) {
        ConfigPage page = state.page();
        ConfigPage after = turn.after();
        policies.contentLimits().check(after.variables());
        policies.contentLimits().check(after.schema());
        Transition transition = Transition.of(state.agent(), call);
        Action action = action(turn.cause());
        if (after.equals(page)) {
            transition.about(Subject.agent().page(page.ref()));
            return transition.unchanged(action, state.agent(), new PageOutcome.Unchanged(page));
        }
        refusal(state, after, policies).ifPresent(refusal -> {
            throw refusal;
        });
        PageRevision revision = new PageRevision(
                page.environment(),
                page.revision() + 1,
                turn.cause(),
                turn.source(),
                after.variables().hash(),
                after.schema().hash(),
                new TreeSet<>(page.variables().changesTo(after.variables()).all()),
                call.actor(),
                transition.at());
        store(transition, page, after);
        transition.turn(state.environment(), revision);
        transition.about(Subject.agent().page(revision.ref()));
        transition.record("page revision", Change.of(page.revision(), revision.number()));
        turn.source().ifPresent(source -> transition.record("source", Change.to(source)));
        return transition.changed(
                action,
                state.agent(),
                new PageOutcome.Changed(ConfigPage.of(revision, after.variables(), after.schema())));
    }

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

    private static ConfigPage masked(ConfigPage page, Set<Content> by, Policies policies) {
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

    private static Set<Content> schemas(Content now, ConfigPage... pages) {
        Set<Content> schemas = new LinkedHashSet<>(Set.of(now));
        for (ConfigPage page : pages) {
            schemas.add(page.schema());
        }
        return schemas;
    }

    /** A freeze keeps versions from moving, not the page from being changed: that is what pages are for. */
    public static void requireChangeable(State state, Policies policies) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnown(
                state.environment().name(), policies.pipelineOf(state.agent().kind()));
    }

    private static Optional<PageRefusedException> refusal(State state, ConfigPage after, Policies policies) {
        String environment = state.page().environment();
        List<Finding> masks = Unmasking.left(after.variables());
        if (!masks.isEmpty()) {
            return Optional.of(new PageVariablesException(environment, masks));
        }
        List<Finding> findings;
        try {
            JsonSchema schema = policies.schemas().of(after.schema());
            findings = schema.findings(after.variables().root());
        } catch (InvalidSchemaException invalid) {
            return Optional.of(new PageSchemaException(environment, invalid.findings()));
        }
        Secrets before = Secrets.of(after.with(after.variables(), state.page().schema()), policies.schemas());
        if (!findings.isEmpty()) {
            return Optional.of(new PageVariablesException(environment, before.cut(findings)));
        }
        return state.served().flatMap(served -> {
            List<Finding> broken = policies.pageNeedsOf(state.agent().kind())
                    .map(needs -> before.cut(needs.broken(served.content(), after)))
                    .orElseGet(List::of);
            return broken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(UnmetNeedsException.changing(served.version(), environment, broken));
        });
    }

    private static void store(Transition transition, ConfigPage before, ConfigPage after) {
        boolean first = before.revision() == 0;
        store(transition, first, before.variables(), after.variables());
        store(transition, first, before.schema(), after.schema());
    }

    private static void store(Transition transition, boolean first, Content before, Content after) {
        if (first || !after.equals(before)) {
            Optional<ContentHash> resembles = first ? Optional.empty() : Optional.of(before.hash());
            transition.store(after, resembles);
        }
    }

    /** What a change is called in the audit trail. */
    private static Action action(Cause cause) {
        return switch (cause) {
            case EDITED -> Action.EDIT_PAGE;
            case RESTORED -> Action.RESTORE_PAGE;
            case COPIED -> Action.COPY_PAGE;
        };
    }
}
