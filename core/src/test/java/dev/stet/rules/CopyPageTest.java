package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.PHONE;
import static dev.stet.rules.Pages.WITH_SECRET;
import static dev.stet.rules.Pages.copy;
import static dev.stet.rules.Pages.live;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.content.Content;
import dev.stet.environment.Pipeline;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision.Cause;
import dev.stet.ref.PageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CopyPageTest {
    private static final PageRef SANDBOX = new PageRef("sandbox", 1);
    private final Known known = Known.agent();

    @Test
    void thePageSaysWhatTheOtherSays() {
        known.page("sandbox", PHONE, MARKED);
        AgentChange change = known.decide(copy(SANDBOX, 0)).changes().orElseThrow();
        assertEquals(live(1), change.pages().get(0).ref());
        assertEquals(Cause.COPIED, change.pages().get(0).cause());
        assertEquals(Optional.of(SANDBOX), change.pages().get(0).source());
        assertEquals(Action.COPY_PAGE, change.audit().action());
        assertEquals(
                Map.of("page revision", Change.of(0, 1), "source", Change.to(SANDBOX)),
                change.audit().changes());
        PageOutcome outcome = known.make(copy(SANDBOX, 0)).outcome();
        assertEquals(PHONE, outcome.page().variables());
        assertEquals(MARKED, outcome.page().schema());
        assertEquals("live", outcome.page().environment());
    }

    @Test
    void onlyWhatIsOnRecordIsTakenOver() {
        assertThrows(NotFoundException.class, () -> known.decide(copy(SANDBOX, 0)));
        assertThrows(UnknownEnvironmentException.class, () -> known.decide(copy(new PageRef("prod", 0), 0)));
        assertEquals(
                Optional.empty(),
                known.decide(copy(new PageRef("sandbox", 0), 0)).changes());
    }

    /** What happened in an environment stays there, though the pipeline has it no more. */
    @Test
    void aPageThatLeftThePipelineCanBeTakenOver() {
        known.page("sandbox", PHONE, Content.empty());
        Policies moved = Known.policies(Pipeline.of("live"));
        PageRef none = new PageRef("sandbox", 0);
        CopyPage copy = new CopyPage(KEY, none, "live", Optional.of(live(0)), false, moved);
        assertEquals(
                new PageOutcome.Unchanged(known.page(KEY, live(0))),
                known.make(copy).outcome());
        CopyPage untouched = new CopyPage(KEY, new PageRef("staging", 0), "live", Optional.empty(), false, moved);
        assertThrows(UnknownEnvironmentException.class, () -> known.decide(untouched));
    }

    @Test
    void whoeverTakesAPageOverReadsItAndItsSecrets() {
        known.page("sandbox", PHONE, Content.empty());
        known.decide(copy(SANDBOX, 0));
        assertEquals(List.of("READ sandbox", "COPY_PAGE live"), known.asked());
        known.page("sandbox", WITH_SECRET, MARKED);
        known.decide(copy(new PageRef("sandbox", 2), 0));
        assertEquals(
                List.of("READ sandbox", "COPY_PAGE live", "EDIT_PAGE_SCHEMA live", "READ_SECRETS sandbox"),
                known.asked());
        known.decide(new CopyPage(KEY, SANDBOX, "live", Optional.empty(), true, POLICIES));
        assertEquals(List.of("READ sandbox", "COPY_PAGE live", "READ_SECRETS live"), known.asked());
    }

    /** What an earlier revision did not hide yet is hidden by now. */
    @Test
    void theOtherPageHidesByTheSchemaThatItHasNow() {
        known.page("sandbox", WITH_SECRET, Content.empty()).page("sandbox", PHONE, MARKED);
        known.decide(copy(SANDBOX, 0));
        assertEquals(List.of("READ sandbox", "COPY_PAGE live", "READ_SECRETS sandbox"), known.asked());
    }

    @Test
    void aPageThatIsCopiedOntoItselfGivesNothingAway() {
        known.page("live", WITH_SECRET, MARKED);
        assertEquals(
                new PageOutcome.Unchanged(known.page(KEY, live(1))),
                known.make(copy(live(1), 1)).outcome());
        assertEquals(List.of("READ live", "COPY_PAGE live"), known.asked());
    }

    @Test
    void aRetryIsToldWhatTheFirstCallMade() {
        known.page("sandbox", PHONE, MARKED);
        ChangePage.Done first = known.on("r-1").make(copy(SANDBOX, 0));
        known.page("sandbox", Content.empty(), Content.empty());
        assertEquals(first, known.retry(copy(SANDBOX, 0)));
    }

    @Test
    void whatIsAskedForIsThePageAsItWasSeenAndTheOther() {
        assertEquals(
                new Asked()
                        .with("environment", "live")
                        .with("expected", live(2))
                        .with("source", SANDBOX)
                        .hash(),
                copy(SANDBOX, 2).asked().hash());
    }
}
