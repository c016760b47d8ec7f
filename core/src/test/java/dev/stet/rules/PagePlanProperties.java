package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.NEEDING;
import static dev.stet.rules.Pages.PHONE;
import static dev.stet.rules.Pages.SECRET;
import static dev.stet.rules.Pages.WITH_SECRET;
import static dev.stet.rules.Pages.json;
import static dev.stet.rules.Pages.live;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.PageProblem;
import dev.stet.page.PageRefusedException;
import dev.stet.ref.PageRef;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plan comes to what the change itself comes to: to the same page, or to the same refusal. */
final class PagePlanProperties {
    private static final Content UNMARKED = Content.empty();

    /** What a page says. */
    record Says(Content variables, Content schema) {}

    @Provide
    Arbitrary<Content> variables() {
        return Arbitraries.of(
                Content.empty(),
                PHONE,
                WITH_SECRET,
                json("{'phone':'110','key':'(hidden)'}"),
                json("{'phone':'(hidden)'}"),
                json("{'phone':7,'key':'" + SECRET + "'}"),
                json("{'key':['" + SECRET + "']}"));
    }

    @Provide
    Arbitrary<Content> schemas() {
        return Arbitraries.of(UNMARKED, MARKED, json("{'writeOnly':true}"), json("{'type':'nonsense'}"));
    }

    @Provide
    Arbitrary<Says> pages() {
        return Combinators.combine(variables(), schemas()).as(Says::new);
    }

    @Provide
    Arbitrary<PageEdit> edits() {
        Arbitrary<PageEdit> variables = Arbitraries.oneOf(
                variables().map(PageEdit::variables),
                variables().map(content -> PageEdit.mergePatch(content.root())),
                variables().map(content -> PageEdit.shallowMerge(content.root())));
        return Arbitraries.oneOf(
                variables,
                schemas().map(PageEdit::schema),
                Combinators.combine(variables, schemas()).as(PageEdit::withSchema));
    }

    /** An agent with two revisions of the page of live, where a version serves that needs a phone, and one of that of sandbox. */
    private static Known world(Says live, Says then, Says sandbox) {
        Known known = Known.agent();
        known.publish(json("{'needs':{'properties':{'phone':{'type':'string'}}}}"));
        known.deploy(1, "live");
        return known.page("live", live.variables(), live.schema())
                .page("live", then.variables(), then.schema())
                .page("sandbox", sandbox.variables(), sandbox.schema());
    }

    @Property
    void ofAnEdit(
            @ForAll("pages") Says live,
            @ForAll("pages") Says then,
            @ForAll("edits") PageEdit edit,
            @ForAll boolean clearly) {
        PagePlan plan =
                same(world(live, then, live), new EditPage(KEY, "live", Optional.empty(), edit, clearly, NEEDING));
        assertEquals(Optional.of(edit), plan.edit());
    }

    @Property
    void ofARestoration(@ForAll("pages") Says live, @ForAll("pages") Says then, @ForAll boolean clearly) {
        PagePlan plan =
                same(world(live, then, live), new RestorePage(KEY, live(1), Optional.of(live(2)), clearly, NEEDING));
        assertEquals(Optional.of(live(1)), plan.source());
    }

    @Property
    void ofACopy(
            @ForAll("pages") Says live,
            @ForAll("pages") Says then,
            @ForAll("pages") Says sandbox,
            @ForAll boolean clearly) {
        PageRef from = new PageRef("sandbox", 1);
        PagePlan plan = same(
                world(live, then, sandbox), new CopyPage(KEY, from, "live", Optional.of(live(2)), clearly, NEEDING));
        assertEquals(Optional.of(from), plan.source());
    }

    private static PagePlan same(Known known, ChangePage change) {
        ChangePage.State state = change.needs(known.agent(KEY), known);
        PagePlan plan = change.plan(state);
        assertEquals(KEY, plan.agent());
        assertEquals(change.cause(), plan.cause());
        assertEquals(live(2), plan.before().ref());
        ConfigPage after = change.after(state.page(), state.taken().map(ChangePage.Taken::page));
        if (change.clearly()) {
            assertEquals(state.page(), plan.before());
            assertEquals(after, plan.after());
            assertEquals(after.variables(), plan.diff().variables().to());
        } else {
            hidesSecrets(state, after, plan);
        }
        if (plan.problem().isPresent() && !after.equals(state.page())) {
            PageProblem problem = plan.problem().get();
            PageRefusedException refusal = assertThrows(PageRefusedException.class, () -> known.decide(change));
            assertEquals(problem.refusal().getClass(), refusal.getClass());
            assertEquals(problem.refusal().getMessage(), refusal.getMessage());
            assertEquals(problem.findings(), refusal.findings());
            assertEquals(problem.environment(), refusal.environment());
        } else {
            ConfigPage made = known.make(change).outcome().page();
            assertEquals(after.variables(), made.variables());
            assertEquals(after.schema(), made.schema());
        }
        return plan;
    }

    private static void hidesSecrets(ChangePage.State state, ConfigPage after, PagePlan plan) {
        boolean marked = !state.page().schema().equals(UNMARKED)
                || !after.schema().equals(UNMARKED)
                || state.taken()
                        .filter(taken -> !taken.hiding().equals(UNMARKED))
                        .isPresent();
        if (marked) {
            assertFalse(plan.before().variables().toJson().contains(SECRET), plan::toString);
            assertFalse(plan.after().variables().toJson().contains(SECRET), plan::toString);
            assertFalse(plan.diff().variables().from().toJson().contains(SECRET), plan::toString);
            assertFalse(plan.diff().variables().to().toJson().contains(SECRET), plan::toString);
        }
    }
}
