package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.PHONE;
import static dev.stet.rules.Pages.WITH_SECRET;
import static dev.stet.rules.Pages.live;
import static dev.stet.rules.Pages.restore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.content.Content;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.StalePageException;
import dev.stet.ref.PageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RestorePageTest {
    private final Known known = Known.agent();

    @Test
    void anEarlierRevisionComesBackAsTheNextOne() {
        known.page("live", PHONE, Content.empty()).page("live", WITH_SECRET, MARKED);
        AgentChange change = known.decide(restore(2, 1)).changes().orElseThrow();
        assertEquals(live(3), change.pages().get(0).ref());
        assertEquals(Cause.RESTORED, change.pages().get(0).cause());
        assertEquals(Optional.of(live(1)), change.pages().get(0).source());
        assertEquals(Action.RESTORE_PAGE, change.audit().action());
        assertEquals(
                Map.of("page revision", Change.of(2, 3), "source", Change.to(live(1))),
                change.audit().changes());
        ConfigPage page = known.make(restore(2, 1)).outcome().page();
        assertEquals(PHONE, page.variables());
        assertEquals(Content.empty(), page.schema());
    }

    @Test
    void revisionZeroEmptiesThePage() {
        known.page("live", PHONE, MARKED);
        assertEquals(Content.empty(), known.make(restore(1, 0)).outcome().page().variables());
        assertEquals(
                new PageOutcome.Unchanged(ConfigPage.empty("live")),
                Known.agent().make(restore(0, 0)).outcome());
    }

    @Test
    void onlyWhatIsOnRecordComesBack() {
        known.page("live", PHONE, MARKED);
        assertThrows(NotFoundException.class, () -> known.decide(restore(1, 2)));
        assertThrows(StalePageException.class, () -> known.decide(restore(0, 1)));
        PageRef unknown = new PageRef("prod", 0);
        RestorePage elsewhere = new RestorePage(KEY, unknown, Optional.of(unknown), false, POLICIES);
        assertThrows(UnknownEnvironmentException.class, () -> known.decide(elsewhere));
    }

    @Test
    void toShowAgainWhatIsHiddenIsARightOfItsOwn() {
        known.page("live", WITH_SECRET, Content.empty()).page("live", WITH_SECRET, MARKED);
        known.decide(restore(2, 1));
        assertEquals(List.of("RESTORE_PAGE live", "EDIT_PAGE_SCHEMA live", "READ_SECRETS live"), known.asked());
        known.page("live", PHONE, MARKED);
        known.decide(restore(3, 2));
        assertEquals(List.of("RESTORE_PAGE live"), known.asked());
    }

    @Test
    void aRetryIsToldWhatTheFirstCallMade() {
        known.page("live", PHONE, MARKED).page("live", Content.empty(), MARKED);
        ChangePage.Done first = known.on("r-1").make(restore(2, 1));
        assertEquals(first, known.retry(restore(2, 1)));
        ChangePage.Done nothing = known.on("r-2").make(restore(3, 3));
        assertEquals(nothing, known.retry(restore(3, 3)));
    }

    @Test
    void whatIsAskedForIsThePageAsItWasSeenAndTheRevision() {
        assertEquals(
                new Asked()
                        .with("environment", "live")
                        .with("expected", live(2))
                        .with("source", live(1))
                        .hash(),
                restore(2, 1).asked().hash());
    }
}
