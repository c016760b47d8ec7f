package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.Finding;
import dev.stet.environment.Environment;
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
import java.util.List;
import java.util.Optional;
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
    public record State(Agent agent, Environment environment, ConfigPage page, Optional<Served> served) {}

    /** A version that an environment serves, and its content. */
    public record Served(long version, Content content) {}

    /**
     * What a page is to become.
     *
     * @param source the revision that is restored, or the page that is copied
     * @param after what it is to say; its revision, author and time are still those it has
     */
    public record Turn(Cause cause, Optional<PageRef> source, ConfigPage after) {
        /** What an edit makes of a page. */
        public static Turn edited(ConfigPage page, PageEdit edit, Policies policies) {
            return new Turn(
                    Cause.EDITED,
                    Optional.empty(),
                    page.with(
                            edit.variablesAfter(page.variables(), policies.contentLimits()),
                            edit.schemaAfter(page.schema())));
        }

        /** That it says what another page says, or what it said itself. */
        public static Turn taken(ConfigPage page, Cause cause, ConfigPage other) {
            return new Turn(cause, Optional.of(other.ref()), page.with(other.variables(), other.schema()));
        }

        /** What a plan shows. */
        public static Turn of(PagePlan plan) {
            return new Turn(plan.cause(), plan.source(), plan.after());
        }
    }

    /** Refuses when the page is not what the caller saw. */
    public static void requireSeen(ConfigPage page, PageRef expected) {
        if (page.revision() != expected.revision()) {
            throw new StalePageException(expected, page);
        }
    }

    /** What a change would come to, and why it would be refused. */
    public static PagePlan plan(State state, Turn turn, Policies policies) {
        return new PagePlan(
                state.agent().key(),
                state.page(),
                turn.cause(),
                turn.source(),
                turn.after(),
                Secrets.diff(state.page(), turn.after(), policies.schemas()),
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

    /** A page as it may be shown: without what its schema marks {@code writeOnly}. */
    public static ConfigPage masked(ConfigPage page, Policies policies) {
        return Secrets.masked(page, policies.schemas());
    }

    /** What differs between two pages. */
    public static PageDiff diff(ConfigPage before, ConfigPage after, Policies policies) {
        return Secrets.diff(before, after, policies.schemas());
    }

    /** A freeze keeps versions from moving, not the page from being changed: that is what pages are for. */
    public static void requireChangeable(State state, Policies policies) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnown(
                state.environment().name(), policies.pipelineOf(state.agent().kind()));
    }

    private static Optional<PageRefusedException> refusal(State state, ConfigPage after, Policies policies) {
        String environment = state.page().environment();
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
    public static Action action(Cause cause) {
        return switch (cause) {
            case EDITED -> Action.EDIT_PAGE;
            case RESTORED -> Action.RESTORE_PAGE;
            case COPIED -> Action.COPY_PAGE;
        };
    }
}
