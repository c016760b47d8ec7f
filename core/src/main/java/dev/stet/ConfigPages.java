package dev.stet;

import dev.stet.access.Action;
import dev.stet.environment.Environment;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.input.Given;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import dev.stet.rules.ChangePage;
import dev.stet.rules.CopyPage;
import dev.stet.rules.EditPage;
import dev.stet.rules.RestorePage;
import java.util.List;
import java.util.Optional;

/**
 * The config pages of one agent: what it runs with in each of its environments beside the version, and may change at once.
 * Every environment has a page; one that nobody has put anything on has no variables, a schema that everything meets, and
 * revision 0. Thread-safe.
 *
 * <p>The variables of a page always meet its schema, and, where the host declared {@link Stet.Builder#pageNeeds}, what the
 * version needs that the environment serves. Every change makes a revision, which stays for as long as the agent is there.
 * A frozen environment keeps its version; its page may change all the same.
 *
 * <p>What a schema marks {@code writeOnly} is a secret. Whatever is asked here, and whatever becomes of a change, shows
 * {@value PageDiff#HIDDEN} in its place, unless one asks for {@link #inClearText()}. Of an earlier revision, what its own schema
 * marks is hidden, and what the page's schema marks now. A mask that comes back in an edit means that the secret stays as it is; where
 * there is none that it could mean, the edit is refused with its place, so no variable can ever be the text of a mask.
 * Schemas, and names of variables that are not inside of a secret, are shown to whoever may read the page.
 *
 * <p>All changes throw {@link dev.stet.error.NotFoundException} when there is no such agent or revision,
 * {@link dev.stet.agent.AgentUnavailableException} when the agent is archived,
 * {@link dev.stet.environment.UnknownEnvironmentException} when its pipeline has no such environment,
 * {@link dev.stet.page.PageSchemaException} when the schema is none that can be checked safely,
 * {@link dev.stet.page.PageVariablesException} when the variables do not meet it,
 * {@link dev.stet.page.UnmetNeedsException} when the version that the environment serves needs what would not be there, and
 * {@link dev.stet.content.InvalidContentException} when variables or schema break the host's content limits. All but
 * {@link #editOverwritingWhatOthersChanged} throw {@link dev.stet.page.StalePageException} when the page was changed since
 * the caller saw it.
 */
public final class ConfigPages {
    private static final String CURSOR = "pages";

    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;
    private final boolean clearly;

    ConfigPages(Registry registry, Scope scope, AgentId agent) {
        this(registry, scope, scope.key(agent), false);
    }

    private ConfigPages(Registry registry, Scope scope, AgentKey key, boolean clearly) {
        this.registry = registry;
        this.scope = scope;
        this.key = key;
        this.clearly = clearly;
    }

    /**
     * The same pages with their secrets, for whoever may {@link Action#READ_SECRETS}: that is asked beside everything else, of each
     * environment whose page is shown. Exceptions and audit entries hold no secrets even so. An application that runs an
     * agent has no need of this: {@link Workspace#resolve(AgentId, String)} answers in clear text.
     */
    public ConfigPages inClearText() {
        return new ConfigPages(registry, scope, key, true);
    }

    /**
     * The page of an environment, as it is now.
     *
     * @throws dev.stet.environment.UnknownEnvironmentException when there is no such environment and never was
     */
    public ConfigPage get(String environment) {
        permitReading(environment);
        ConfigPage page = registry.rows().page(registry.known(key, environment, Beside.PAGE));
        return view().of(page, page.schema());
    }

    /**
     * A page at one of its revisions.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent or revision
     */
    public ConfigPage get(PageRef revision) {
        Given.the("page revision", revision);
        permitReading(revision.environment());
        return view().of(said(registry.rows(), revision));
    }

    /**
     * The pages of all environments, in the order of {@link Environments#list}; where nobody has put anything on one, an empty
     * page. Each as it was at an instant during the call. Those that the actor may not read are left out.
     */
    public List<ConfigPage> list() {
        List<Environment> environments = new Environments(registry, scope, key.agent()).list();
        try {
            return environments.stream()
                    .filter(environment -> mayRead(environment.name()))
                    .map(environment -> registry.rows().page(key, new PageRef(environment.name(), environment.page())))
                    .map(page -> view().of(page, page.schema()))
                    .toList();
        } catch (NotFoundException missing) {
            registry.rows().agent(key);
            throw missing;
        }
    }

    /**
     * The revisions of a page, newest first: who changed what when. Where a page hides something, the hash of its variables is
     * that of those which {@link #get(PageRef)} shows.
     */
    public Listing<PageRevision> history(String environment, Range range) {
        String list = Cursor.list(CURSOR, key, Given.environment(environment));
        long before = Cursor.before(list, range);
        permitReading(environment);
        List<PageRevision> found = registry.facts().listPageRevisions(key, environment, before, range.limit() + 1);
        if (found.isEmpty()) {
            registry.known(key, environment);
        }
        return range.listing(view().of(environment, found), revision -> Cursor.of(list, revision.number()));
    }

    /** What differs between two pages, of one environment or of two. What is hidden on one side is on the other. */
    public PageDiff diff(PageRef from, PageRef to) {
        Given.the("page to come from", from);
        Given.the("page to come to", to);
        permitReading(from.environment());
        permitReading(to.environment());
        Rows rows = registry.rows();
        ConfigPage before = said(rows, from);
        ConfigPage after = said(rows, to);
        return view().diff(before, after);
    }

    /**
     * Changes the variables of a page, its schema, or both in one step.
     *
     * @param expected the page as the caller saw it
     */
    public PageOutcome edit(PageRef expected, PageEdit edit) {
        Given.the("page to edit", expected);
        Given.the("page edit", edit);
        return edit(expected.environment(), Optional.of(expected), edit);
    }

    /**
     * Changes a page on top of whatever it says by then: the last writer wins, and what others changed meanwhile is
     * overwritten where the edit touches it.
     */
    public PageOutcome editOverwritingWhatOthersChanged(String environment, PageEdit edit) {
        Given.the("page edit", edit);
        return edit(environment, Optional.empty(), edit);
    }

    /**
     * Brings an earlier revision of a page back, variables and schema, as its next revision.
     *
     * @param expected the page as the caller saw it
     * @param revision the revision to bring back; 0 empties the page
     */
    public PageOutcome restore(PageRef expected, long revision) {
        Given.the("page to restore", expected);
        PageRef earlier = new PageRef(expected.environment(), revision);
        return change(restoring(earlier, Optional.of(expected)));
    }

    /**
     * Takes the page of another environment over, variables and schema. {@link #planCopy} shows beforehand what would change.
     * Where it hides something, that needs the right to {@link Action#READ_SECRETS} of it, as whoever runs the other
     * environment will have it.
     *
     * @param from which page to take over, at which of its revisions
     * @param into the page to change, as the caller saw it
     */
    public PageOutcome copy(PageRef from, PageRef into) {
        Given.the("page to copy", from);
        Given.the("page to change", into);
        return change(copying(from, into.environment(), Optional.of(into)));
    }

    /** What an edit would come to now. Nothing is written. */
    public PagePlan planEdit(String environment, PageEdit edit) {
        Given.the("page edit", edit);
        return plan(editing(environment, Optional.empty(), edit));
    }

    /** What bringing an earlier revision back would come to now. Nothing is written. */
    public PagePlan planRestore(String environment, long revision) {
        return plan(restoring(new PageRef(environment, revision), Optional.empty()));
    }

    /** What taking the page of another environment over, as it is now, would come to. Nothing is written. */
    public PagePlan planCopy(String from, String into) {
        Given.environment(into);
        permitReading(from);
        PageRef source = new PageRef(
                from,
                registry.known(key, from).serving().orElseThrow().environment().page());
        return plan(copying(source, into, Optional.empty()));
    }

    /**
     * Makes the change that a plan shows, if the page is still as it was then.
     *
     * @throws dev.stet.page.StalePageException when the page was changed since
     * @throws InvalidInputException when the plan is that of another agent
     */
    public PageOutcome apply(PagePlan plan) {
        Given.the("page plan", plan);
        if (!plan.agent().equals(key)) {
            throw new InvalidInputException(
                    "page plan", "one of agent " + key, plan.agent().toString());
        }
        PageRef seen = plan.before().ref();
        return switch (plan.cause()) {
            case EDITED -> edit(seen, plan.edit().orElseThrow());
            case RESTORED -> restore(seen, plan.source().orElseThrow().revision());
            case COPIED -> copy(plan.source().orElseThrow(), seen);
        };
    }

    private PageOutcome edit(String environment, Optional<PageRef> expected, PageEdit edit) {
        return change(editing(environment, expected, edit));
    }

    private ChangePage editing(String environment, Optional<PageRef> expected, PageEdit edit) {
        return new EditPage(key, environment, expected, edit, clearly, registry.policies());
    }

    private ChangePage restoring(PageRef earlier, Optional<PageRef> expected) {
        return new RestorePage(key, earlier, expected, clearly, registry.policies());
    }

    private ChangePage copying(PageRef from, String into, Optional<PageRef> expected) {
        return new CopyPage(key, from, into, expected, clearly, registry.policies());
    }

    private PagePlan plan(ChangePage change) {
        permitReading(change.environment());
        Standing seen = registry.known(key, change.environment(), Beside.PAGE);
        return change.plan(change.needs(seen, registry.rows()));
    }

    private PageOutcome change(ChangePage change) {
        ChangePage.Done done = registry.changes().make(scope, change);
        ConfigPage page = view().of(done.outcome().page(), done.hiding());
        return done.outcome() instanceof PageOutcome.Changed
                ? new PageOutcome.Changed(page)
                : new PageOutcome.Unchanged(page);
    }

    private ConfigPage said(Rows rows, PageRef revision) {
        requireOnRecord(rows, revision);
        return rows.page(key, revision);
    }

    /** At revision 0 there is nothing on record that would tell a page from none. */
    private void requireOnRecord(Rows rows, PageRef revision) {
        if (revision.revision() == 0) {
            registry.known(rows, key, revision.environment());
        }
    }

    private PageView view() {
        return new PageView(registry.rows(), registry.policies(), key, clearly);
    }

    private boolean mayRead(String environment) {
        return scope.allows(Action.READ, key.agent(), environment)
                && (!clearly || scope.allows(Action.READ_SECRETS, key.agent(), environment));
    }

    private void permitReading(String environment) {
        scope.permit(Action.READ, key.agent(), environment);
        permitSecrets(environment);
    }

    private void permitSecrets(String environment) {
        if (clearly) {
            scope.permit(Action.READ_SECRETS, key.agent(), environment);
        }
    }
}
