package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.NEEDING;
import static dev.stet.rules.Pages.PHONE;
import static dev.stet.rules.Pages.SECRET;
import static dev.stet.rules.Pages.WITH_SECRET;
import static dev.stet.rules.Pages.edit;
import static dev.stet.rules.Pages.json;
import static dev.stet.rules.Pages.live;
import static dev.stet.rules.Pages.masked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.RequestIdReusedException;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.environment.Pipeline;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.page.StalePageException;
import dev.stet.page.UnmetNeedsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EditPageTest {
    private final Known known = Known.agent();

    private static List<NewContent> contents(Content... whole) {
        return List.of(whole).stream()
                .map(content -> new NewContent(content, Optional.empty()))
                .toList();
    }

    private PageOutcome made(ChangePage change) {
        return known.make(change).outcome();
    }

    @Test
    void theFirstEditPutsVariablesAndSchemaOnThePage() {
        Decision<ChangePage.Done> decision =
                known.decide(edit(0, PageEdit.variables(WITH_SECRET).withSchema(MARKED)));
        AgentChange change = decision.changes().orElseThrow();
        PageRevision revision = change.pages().get(0);
        assertEquals(live(1), revision.ref());
        assertEquals(Cause.EDITED, revision.cause());
        assertEquals(WITH_SECRET.sections(), revision.changedVariables());
        assertEquals(contents(WITH_SECRET, MARKED), decision.contents());
        assertEquals(1, change.environments().get(0).environment().page());
        assertEquals(Action.EDIT_PAGE, change.audit().action());
        assertEquals(Subject.agent().page(live(1)), change.audit().subject());
        assertEquals(Map.of("page revision", Change.of(0, 1)), change.audit().changes());
        ConfigPage page = ConfigPage.of(revision, WITH_SECRET, MARKED);
        assertEquals(new ChangePage.Done(new PageOutcome.Changed(page), MARKED), decision.outcome());
    }

    @Test
    void onlyWhatIsNewIsStoredAndByWhatItResembles() {
        known.make(edit(0, PageEdit.variables(PHONE).withSchema(MARKED)));
        Content more = json("{'phone':'112','note':'ring twice'}");
        assertEquals(
                List.of(new NewContent(more, Optional.of(PHONE.hash()))),
                known.decide(edit(1, PageEdit.variables(more))).contents());
        assertEquals(
                List.of(new NewContent(Content.empty(), Optional.of(MARKED.hash()))),
                known.decide(edit(1, PageEdit.schema(Content.empty()))).contents());
        AgentChange change = known.decide(edit(1, PageEdit.schema(Content.empty())))
                .changes()
                .orElseThrow();
        assertTrue(change.pages().get(0).changedVariables().isEmpty());
    }

    @Test
    void whatSaysTheSameChangesNothing() {
        known.page("live", PHONE, MARKED);
        EditPage same = edit(1, PageEdit.mergePatch(PHONE.root()));
        Decision<ChangePage.Done> decision = known.decide(same);
        assertEquals(Optional.empty(), decision.changes());
        assertEquals(known.page(KEY, live(1)), decision.outcome().outcome().page());
        assertInstanceOf(PageOutcome.Unchanged.class, decision.outcome().outcome());
        AgentChange onRecord = known.on("r-1").decide(same).changes().orElseThrow();
        assertFalse(onRecord.audit().changed());
        assertEquals(Subject.agent().page(live(1)), onRecord.audit().subject());
        assertEquals(List.of(), onRecord.pages());
    }

    @Test
    void aPageThatWasChangedSinceIsShownMasked() {
        known.page("live", WITH_SECRET, MARKED);
        StalePageException stale =
                assertThrows(StalePageException.class, () -> known.decide(edit(0, PageEdit.variables(PHONE))));
        assertEquals(live(0), stale.expected());
        assertEquals(masked(known.page(KEY, live(1))), stale.actual().variables());
        assertFalse(stale.actual().variables().toJson().contains(SECRET));
        EditPage over = new EditPage(KEY, "live", Optional.empty(), PageEdit.variables(PHONE), false, POLICIES);
        assertEquals(live(2), made(over).page().ref());
    }

    @Test
    void onlyPagesOfAnEditableAgentAndItsPipelineChange() {
        EditPage edit = edit(0, PageEdit.variables(PHONE));
        Policies others = Known.policies(Pipeline.of("after"));
        assertThrows(UnknownEnvironmentException.class, () -> known.decide(edit(0, PageEdit.variables(PHONE), others)));
        known.archive();
        assertThrows(AgentUnavailableException.class, () -> known.decide(edit));
        assertThrows(NotFoundException.class, () -> Known.nothing().decide(edit));
    }

    @Test
    void theLimitsOfContentHoldForBothParts() {
        Policies narrow = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(20));
        Content long1 = json("{'note':'more than twenty bytes'}");
        assertThrows(InvalidContentException.class, () -> known.decide(edit(0, PageEdit.variables(long1), narrow)));
        assertThrows(InvalidContentException.class, () -> known.decide(edit(0, PageEdit.schema(long1), narrow)));
        assertEquals(
                live(1),
                known.decide(edit(0, PageEdit.variables(PHONE), narrow))
                        .outcome()
                        .outcome()
                        .page()
                        .ref());
    }

    @Test
    void variablesMustMeetTheSchema() {
        known.page("live", PHONE, MARKED);
        PageVariablesException refusal = assertThrows(
                PageVariablesException.class,
                () -> known.decide(edit(1, PageEdit.variables(json("{'key':7,'lines':8}")))));
        assertEquals(
                List.of("/key type", "/lines type"),
                refusal.findings().stream()
                        .map(finding -> finding.at() + " " + finding.rule())
                        .toList());
        assertTrue(refusal.findings().get(0).message().endsWith("which is hidden"), refusal::getMessage);
    }

    @Test
    void theSchemaMustBeOne() {
        PageSchemaException refusal = assertThrows(
                PageSchemaException.class, () -> known.decide(edit(0, PageEdit.schema(json("{'type':'nonsense'}")))));
        assertEquals("live", refusal.environment());
    }

    @Test
    void theVersionThatServesGoesOnToHaveWhatItNeeds() {
        known.publish(json("{'needs':{'required':['phone']}}"));
        known.deploy(1, "live");
        known.page("live", PHONE, Content.empty());
        EditPage less = edit(1, PageEdit.variables(Content.empty()), NEEDING);
        UnmetNeedsException refusal = assertThrows(UnmetNeedsException.class, () -> known.decide(less));
        assertEquals(1, refusal.version());
        assertEquals("/phone", refusal.findings().get(0).at().toString());
        assertEquals(
                live(2),
                known.decide(edit(1, PageEdit.variables(json("{'phone':'110'}")), NEEDING))
                        .outcome()
                        .outcome()
                        .page()
                        .ref());
        assertEquals(
                live(2),
                made(edit(1, PageEdit.variables(Content.empty()))).page().ref());
    }

    @Test
    void needsThatNobodyCanReadAreNoneThatAPageCouldBreak() {
        known.publish(json("{'needs':{'required':'phone'}}"));
        known.deploy(1, "live");
        EditPage edit = edit(0, PageEdit.variables(json("{'note':'x'}")), NEEDING);
        assertEquals(live(1), made(edit).page().ref());
    }

    @Test
    void aMaskThatComesBackKeepsTheSecretAndOneThatHidNothingIsRefused() {
        known.page("live", WITH_SECRET, MARKED);
        Content shown = masked(known.page(KEY, live(1)));
        Content given = shown.withSection("phone", JsonValue.of("110"));
        assertEquals(
                WITH_SECRET.withSection("phone", JsonValue.of("110")),
                made(edit(1, PageEdit.variables(given))).page().variables());
        JsonObject misplaced = JsonObject.of("phone", JsonValue.of("(hidden)"));
        PageVariablesException refusal =
                assertThrows(PageVariablesException.class, () -> known.decide(edit(2, PageEdit.mergePatch(misplaced))));
        assertEquals("/phone", refusal.findings().get(0).at().toString());
        assertEquals("hidden", refusal.findings().get(0).rule());
    }

    @Test
    void anotherSchemaAndWhatItShowsAreRightsOfTheirOwn() {
        known.make(edit(0, PageEdit.variables(WITH_SECRET)));
        assertEquals(List.of("EDIT_PAGE live"), known.asked());
        known.make(edit(1, PageEdit.schema(MARKED)));
        assertEquals(List.of("EDIT_PAGE live", "EDIT_PAGE_SCHEMA live"), known.asked());
        known.decide(edit(2, PageEdit.schema(Content.empty())));
        assertEquals(List.of("EDIT_PAGE live", "EDIT_PAGE_SCHEMA live", "READ_SECRETS live"), known.asked());
        known.decide(edit(2, PageEdit.variables(PHONE).withSchema(Content.empty())));
        assertEquals(List.of("EDIT_PAGE live", "EDIT_PAGE_SCHEMA live"), known.asked());
        known.decide(new EditPage(KEY, "live", Optional.empty(), PageEdit.variables(PHONE), true, POLICIES));
        assertEquals(List.of("EDIT_PAGE live", "READ_SECRETS live"), known.asked());
        known.forbid("READ_SECRETS live");
        assertThrows(AccessDeniedException.class, () -> known.decide(edit(2, PageEdit.schema(Content.empty()))));
    }

    /** Whoever comes too late hears that first. */
    @Test
    void aRightIsAskedForOnlyWhereItWouldMatter() {
        known.page("live", WITH_SECRET, MARKED).forbid("EDIT_PAGE_SCHEMA");
        assertThrows(StalePageException.class, () -> known.decide(edit(0, PageEdit.schema(Content.empty()))));
        assertEquals(List.of("EDIT_PAGE live"), known.asked());
    }

    @Test
    void aRetryIsToldWhatTheFirstCallMade() {
        known.on("r-1").make(edit(0, PageEdit.variables(WITH_SECRET).withSchema(MARKED)));
        ConfigPage first = known.page(KEY, live(1));
        EditPage again = edit(0, PageEdit.variables(WITH_SECRET).withSchema(MARKED));
        assertEquals(new ChangePage.Done(new PageOutcome.Changed(first), MARKED), known.retry(again));
    }

    /** What the page hides by now is hidden of what it said then, but for whoever asks for clear text. */
    @Test
    void aRetryHidesWhatIsHiddenByNow() {
        known.on("r-1").make(edit(0, PageEdit.variables(WITH_SECRET)));
        known.page("live", WITH_SECRET, MARKED);
        EditPage again = edit(0, PageEdit.variables(WITH_SECRET));
        assertEquals(MARKED, known.retry(again).hiding());
        EditPage clearly =
                new EditPage(KEY, "live", Optional.of(live(0)), PageEdit.variables(WITH_SECRET), true, POLICIES);
        assertEquals(Content.empty(), known.retry(clearly).hiding());
        assertEquals(WITH_SECRET, known.retry(again).outcome().page().variables());
    }

    @Test
    void aRetryOfWhatChangedNothingIsToldThatToo() {
        known.page("live", PHONE, Content.empty());
        EditPage same = edit(1, PageEdit.mergePatch(PHONE.root()));
        known.on("r-1").make(same);
        assertEquals(
                new PageOutcome.Unchanged(known.page(KEY, live(1))),
                known.retry(same).outcome());
    }

    /** Of an edit no hash is kept: that it is another one shows by what it makes of the page. */
    @Test
    void anotherEditUnderTheSameRequestIsRefused() {
        EditPage first = edit(0, PageEdit.variables(PHONE));
        known.on("r-1").make(first);
        EditPage other = edit(0, PageEdit.variables(Content.empty()));
        EditPage schema = edit(0, PageEdit.variables(PHONE).withSchema(MARKED));
        for (EditPage edit : List.of(other, schema)) {
            assertEquals(first.asked().hash(), edit.asked().hash());
            assertThrows(RequestIdReusedException.class, () -> known.retry(edit));
        }
        assertFalse(first.asked()
                .hash()
                .equals(edit(1, PageEdit.variables(PHONE)).asked().hash()));
    }
}
