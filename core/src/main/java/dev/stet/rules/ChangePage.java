package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.RequestIdReusedException;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRevision;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.StalePageException;
import dev.stet.ref.PageRef;
import dev.stet.rules.PageRules.Served;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of one config page: it is edited, or comes to say what another page says. All of them are made in the same way, and
 * differ in what becomes of the page. A {@link #plan} looks at the same facts as the change itself.
 */
public sealed interface ChangePage extends ChangeOfAgent<ChangePage.State, ChangePage.Done>
        permits EditPage, RestorePage, CopyPage {
    /**
     * The page, and what it has to go with.
     *
     * @param environment the environment as it is
     * @param page its config page as it is
     * @param served the version it serves, where what that needs of the page has to be looked at
     * @param taken what the page is to say, where another page says it
     */
    record State(Agent agent, Serving environment, ConfigPage page, Optional<Served> served, Optional<Taken> taken) {}

    /**
     * A page to take over.
     *
     * @param hiding the schema by which its environment hides now
     */
    record Taken(ConfigPage page, Content hiding) {}

    /**
     * What became of the page.
     *
     * @param outcome with everything that is hidden
     * @param hiding the schema by which the page hides now, beside its own one
     */
    record Done(PageOutcome outcome, Content hiding) {}

    /** Whose page changes. */
    String environment();

    /** The page as the caller saw it; empty to change whatever is there. */
    Optional<PageRef> expected();

    /** The page that is taken over; empty where there is none. */
    Optional<PageRef> source();

    /** How the page's next revision comes to be. */
    Cause cause();

    /** The edit, where it is one. */
    default Optional<PageEdit> edits() {
        return Optional.empty();
    }

    /** Whether the caller asks for what is hidden. */
    boolean clearly();

    Policies policies();

    /**
     * What the page is to say. Its revision, author and time are still those it has.
     *
     * @param taken the page that is taken over; there if and only if there is a {@link #source}
     */
    default ConfigPage after(ConfigPage page, Optional<ConfigPage> taken) {
        ConfigPage other = taken.orElseThrow();
        return page.with(other.variables(), other.schema());
    }

    /** What an edit brings is not among it: no hash is kept that a secret could be guessed by. */
    @Override
    default Asked asked() {
        return new Asked()
                .with("environment", environment())
                .option("expected", expected())
                .option("source", source());
    }

    @Override
    default void asks(Asking asking) {
        asking.permit(action(), key(), environment());
        if (clearly()) {
            asking.permit(Action.READ_SECRETS, key(), environment());
        }
    }

    @Override
    default StandingQuery sees() {
        return StandingQuery.of(key()).with(environment()).with(Beside.PAGE);
    }

    @Override
    default State needs(Agent agent, Reading reading) {
        return needs(reading.standing(sees()), reading);
    }

    /** The same from what was seen already. */
    default State needs(Standing seen, Reading reading) {
        Serving environment = seen.serving().orElseThrow();
        ConfigPage page = reading.page(seen);
        Optional<Served> served = policies().looksAtPageNeeds(seen.agent().kind())
                ? reading.served(key(), environment)
                : Optional.empty();
        Optional<Taken> taken = source().map(ref -> taken(ref, page, reading));
        return new State(seen.agent(), environment, page, served, taken);
    }

    /** To put another schema, and to show secrets or to carry them to where others have a use of them, are rights of their own. */
    @Override
    default void asks(State state, Asking asking) {
        ConfigPage after = after(state);
        if (!after.schema().equals(state.page().schema())) {
            asking.permit(Action.EDIT_PAGE_SCHEMA, key(), environment());
        }
        String from = source().map(PageRef::environment).orElseGet(this::environment);
        if (givesSecretsAway(state, after, from)) {
            asking.permit(Action.READ_SECRETS, key(), from);
        }
    }

    @Override
    default Decision<Done> decides(State state, Call call) {
        ConfigPage page = state.page();
        ConfigPage after = after(state);
        policies().contentLimits().check(after.variables());
        policies().contentLimits().check(after.schema());
        Transition transition = Transition.of(state.agent(), call);
        if (after.equals(page)) {
            transition.about(Subject.agent().page(page.ref()));
            return transition.unchanged(
                    action(), state.agent(), new Done(new PageOutcome.Unchanged(page), page.schema()));
        }
        PageRules.problem(state.agent(), page, after, state.served(), policies())
                .ifPresent(problem -> {
                    throw problem.refusal();
                });
        PageRevision revision = new PageRevision(
                page.environment(),
                page.revision() + 1,
                cause(),
                source(),
                after.variables().hash(),
                after.schema().hash(),
                new TreeSet<>(page.variables().changesTo(after.variables()).all()),
                call.actor(),
                transition.at());
        store(transition, page.revision() == 0, page.variables(), after.variables());
        store(transition, page.revision() == 0, page.schema(), after.schema());
        transition.turn(state.environment(), revision);
        transition.about(Subject.agent().page(revision.ref()));
        transition.record("page revision", Change.of(page.revision(), revision.number()));
        source().ifPresent(taken -> transition.record("source", Change.to(taken)));
        ConfigPage now = ConfigPage.of(revision, after.variables(), after.schema());
        return transition.changed(action(), state.agent(), new Done(new PageOutcome.Changed(now), now.schema()));
    }

    /** The page as the first call left it, if the same change would leave it so again. */
    @Override
    default Done told(Recorded first, Reading reading) {
        reading.agent(key());
        PageRef then =
                new PageRef(environment(), first.entry().subject().revision().orElseThrow());
        ConfigPage said = reading.page(key(), then);
        PageRef before = new PageRef(environment(), then.revision() - (first.changed() ? 1 : 0));
        Optional<ConfigPage> taken = source().map(ref -> reading.page(key(), ref));
        ConfigPage again = after(reading.page(key(), before), taken);
        if (!again.variables().equals(said.variables()) || !again.schema().equals(said.schema())) {
            throw RequestIdReusedException.withOtherArguments(first.entry());
        }
        Content hiding = clearly() ? said.schema() : schemaNow(then, reading);
        return new Done(first.changed() ? new PageOutcome.Changed(said) : new PageOutcome.Unchanged(said), hiding);
    }

    /** What the change would come to, and why it would be refused. */
    default PagePlan plan(State state) {
        ConfigPage page = state.page();
        ConfigPage after = after(page, state.taken().map(Taken::page));
        Set<Content> by = clearly() ? Set.of() : PageRules.schemas(hiding(state), page, after);
        return new PagePlan(
                key(),
                PageRules.masked(page, by, policies()),
                cause(),
                edits(),
                source(),
                PageRules.masked(after, by, policies()),
                Secrets.diff(page, after, by, policies().schemas()),
                PageRules.problem(state.agent(), page, after, state.served(), policies()));
    }

    /** What the page is to say, if it may change and is what the caller saw. A freeze is about versions: it does not matter here. */
    private ConfigPage after(State state) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnown(
                environment(), policies().pipelineOf(state.agent().kind()));
        ConfigPage page = state.page();
        expected().filter(seen -> seen.revision() != page.revision()).ifPresent(seen -> {
            throw new StalePageException(seen, PageRules.masked(page, page.schema(), policies()));
        });
        return after(page, state.taken().map(Taken::page));
    }

    private static Content hiding(State state) {
        return state.taken().map(Taken::hiding).orElseGet(() -> state.page().schema());
    }

    /** Whether something is hidden now that would not be hidden by the page, or that comes from another environment. */
    private boolean givesSecretsAway(State state, ConfigPage after, String from) {
        Secrets hidden = Secrets.of(
                after.variables(),
                PageRules.schemas(hiding(state), after),
                policies().schemas());
        Secrets still =
                from.equals(environment()) ? Secrets.of(after, policies().schemas()) : new Secrets(Set.of());
        return !hidden.areHiddenBy(still);
    }

    private Taken taken(PageRef ref, ConfigPage page, Reading reading) {
        requireOnRecord(ref, reading);
        ConfigPage other = reading.page(key(), ref);
        return new Taken(other, ref.environment().equals(environment()) ? page.schema() : schemaNow(ref, reading));
    }

    private Content schemaNow(PageRef ref, Reading reading) {
        return reading.schema(key(), reading.serving(key(), ref.environment()));
    }

    /** At revision 0 there is nothing on record that would tell a page from none. */
    private void requireOnRecord(PageRef revision, Reading reading) {
        if (revision.revision() == 0) {
            Standing standing = reading.standing(key(), revision.environment());
            DeploymentRules.requireKnownOrTouched(
                    standing.serving().orElseThrow().environment(),
                    policies().pipelineOf(standing.agent().kind()));
        }
    }

    private static void store(Transition transition, boolean first, Content before, Content after) {
        if (first || !after.equals(before)) {
            Optional<ContentHash> resembles = first ? Optional.empty() : Optional.of(before.hash());
            transition.store(after, resembles);
        }
    }
}
