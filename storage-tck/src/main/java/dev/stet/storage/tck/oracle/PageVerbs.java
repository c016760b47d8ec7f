package dev.stet.storage.tck.oracle;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.environment.Environment;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.page.StalePageException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.PageRef;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What can be done with config pages. */
final class PageVerbs {
    private final Act act;
    private final AgentState state;

    PageVerbs(Act act) {
        this.act = act;
        this.state = act.state();
    }

    PageOutcome edit(PageRef expected, PageEdit edit) {
        return edit(expected.environment(), Optional.of(expected), edit);
    }

    PageOutcome overwrite(String environment, PageEdit edit) {
        return edit(environment, Optional.empty(), edit);
    }

    private PageOutcome edit(String environment, Optional<PageRef> expected, PageEdit edit) {
        ConfigPage page = changeable(environment, expected);
        act.settle();
        UnaryOperator<ConfigPage> edited = before -> before.with(
                edit.variablesAfter(before.variables(), ContentLimits.DEFAULT), edit.schemaAfter(before.schema()));
        return turn(Action.EDIT_PAGE, Cause.EDITED, Optional.empty(), page, edited.apply(page));
    }

    PageOutcome restore(PageRef expected, long revision) {
        return take(Action.RESTORE_PAGE, Cause.RESTORED, new PageRef(expected.environment(), revision), expected);
    }

    PageOutcome copy(PageRef from, PageRef into) {
        return take(Action.COPY_PAGE, Cause.COPIED, from, into);
    }

    private PageOutcome take(Action action, Cause cause, PageRef source, PageRef expected) {
        ConfigPage page = changeable(expected.environment(), Optional.of(expected));
        boolean never = source.revision() == 0
                && !act.pipeline().has(source.environment())
                && !state.environments().containsKey(source.environment());
        act.object(never, () -> Refusal.of(UnknownEnvironmentException.class));
        ConfigPage other = act.need(
                state.findPage(source),
                () -> Refusal.notFound("revision " + source.revision() + " of the config page of environment '"
                        + source.environment() + "'"));
        act.settle();
        return turn(action, cause, Optional.of(source), page, page.with(other.variables(), other.schema()));
    }

    private ConfigPage changeable(String environment, Optional<PageRef> expected) {
        act.editable();
        act.known(environment);
        ConfigPage page = state.page(environment);
        expected.filter(seen -> seen.revision() != page.revision())
                .ifPresent(seen -> act.object(true, () -> Refusal.of(StalePageException.class, seen, page)));
        return page;
    }

    private PageOutcome turn(Action action, Cause cause, Optional<PageRef> source, ConfigPage page, ConfigPage after) {
        if (after.equals(page)) {
            act.unchanged(action, Subject.agent().page(page.ref()));
            return new PageOutcome.Unchanged(page);
        }
        check(after);
        act.settle();
        Environment before = state.environment(page.environment());
        PageRevision revision = new PageRevision(
                page.environment(),
                page.revision() + 1,
                cause,
                source,
                after.variables().hash(),
                after.schema().hash(),
                new TreeSet<>(page.variables().changesTo(after.variables()).all()),
                act.actor(),
                act.at());
        state.keep(after.variables());
        state.keep(after.schema());
        state.pages().put(revision.ref(), revision);
        state.settle(new Environment(
                page.environment(), before.deployment(), before.version(), revision.number(), before.freeze()));
        act.changed(action, Subject.agent().page(revision.ref()));
        return new PageOutcome.Changed(ConfigPage.of(revision, after.variables(), after.schema()));
    }

    private void check(ConfigPage after) {
        String environment = after.environment();
        boolean valid = after.schema().section("type").isEmpty();
        act.object(!valid, () -> Refusal.of(PageSchemaException.class, environment));
        act.object(
                valid && !meets(after.schema().root(), after.variables()),
                () -> Refusal.of(PageVariablesException.class, environment));
        served(state, environment)
                .filter(version -> !meetsNeeds(state.content(version.hash()), after.variables()))
                .ifPresent(version ->
                        act.object(true, () -> Refusal.of(UnmetNeedsException.class, version.number(), environment)));
    }

    /** Whether a page offers what a content needs of it. */
    static boolean meetsNeeds(Content content, Content variables) {
        return content.section(Setup.NEEDS_SECTION)
                .filter(JsonObject.class::isInstance)
                .map(needs -> meets((JsonObject) needs, variables))
                .orElse(true);
    }

    /** The version that an environment serves. */
    static Optional<Version> served(AgentState state, String environment) {
        return state.active(environment)
                .flatMap(active -> active.version().stream().boxed().findFirst())
                .flatMap(state::version);
    }

    /** Of JSON Schema, the model knows two words. */
    static boolean meets(JsonObject schema, Content variables) {
        int size = variables.sections().size();
        return number(schema, "minProperties").orElse(0) <= size
                && number(schema, "maxProperties").orElse(size) >= size;
    }

    private static Optional<Integer> number(JsonObject schema, String keyword) {
        return schema.find(keyword).map(value -> ((JsonNumber) value).value().intValueExact());
    }
}
