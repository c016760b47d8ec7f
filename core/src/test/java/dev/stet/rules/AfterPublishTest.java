package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.access.Change;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Receipt;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of a draft that was published, as the host declared it. */
final class AfterPublishTest {
    private static final Publish READY = Publish.draft(DraftRef.of("d-1", 2));

    private static Known saved() {
        Known known = Known.agent();
        known.make(save(FIRST, HELLO));
        return known;
    }

    private static PublishDraft verb(AfterPublish after) {
        return new PublishDraft(KEY, READY, Declared.afterPublish(after));
    }

    private static Published published(Decision<PublishOutcome> decision) {
        return assertInstanceOf(Published.class, decision.outcome());
    }

    @Test
    void itIsClosed() {
        Known known = saved();
        Draft before = known.draft(KEY, FIRST);
        Decision<PublishOutcome> decision = known.decide(verb(AfterPublish.CONSUME));
        Draft after = before.withStatus(DraftStatus.PUBLISHED).withPublishedAs(1);
        assertEquals(after, published(decision).draft());
        assertEquals(Optional.empty(), published(decision).next());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(after), change.drafts());
        assertEquals(0, change.agent().orElseThrow().head().openDrafts());
        assertEquals(new Receipt.OfPublish(Optional.empty(), Optional.empty()), change.receipt());
    }

    @Test
    void orItGoesOnFromTheNewVersion() {
        Known known = saved();
        Draft before = known.draft(KEY, FIRST);
        Decision<PublishOutcome> decision = known.decide(verb(AfterPublish.KEEP_REBASED));
        Draft after = before.withPublishedAs(1).withLineage(DraftLineage.onVersion(1));
        assertEquals(after, published(decision).draft());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(after), change.drafts());
        assertEquals(List.of(), change.revisions());
        assertEquals(1, change.agent().orElseThrow().head().openDrafts());
        known.make(verb(AfterPublish.KEEP_REBASED));
        known.make(save(FIRST, GOOD_DAY));
        Publish next = Publish.draft(DraftRef.of("d-1", 3));
        PublishDraft again = new PublishDraft(KEY, next, Declared.afterPublish(AfterPublish.KEEP_REBASED));
        assertEquals(OptionalLong.of(2), published(known.decide(again)).draft().publishedAs());
    }

    @Test
    void orTheNextIsOpenedFromTheNewVersion() {
        Known known = saved();
        Draft before = known.draft(KEY, FIRST);
        Decision<PublishOutcome> decision = known.decide(verb(AfterPublish.OPEN_NEXT));
        Draft next = published(decision).next().orElseThrow();
        assertEquals(DraftId.of("d-2"), next.id());
        assertEquals(before.name(), next.name());
        assertEquals(DraftLineage.onVersion(1), next.lineage());
        assertEquals(HELLO.hash(), next.hash());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(published(decision).draft(), next), change.drafts());
        assertEquals(
                List.of(next.ref()),
                change.revisions().stream().map(DraftRevision::ref).toList());
        assertEquals(List.of(), decision.contents());
        assertEquals(1, change.agent().orElseThrow().head().openDrafts());
        assertEquals(Change.to("d-2"), change.audit().changes().get("next draft"));
        assertEquals(new Receipt.OfPublish(Optional.empty(), Optional.of(next.id())), change.receipt());
    }

    @Test
    void aRetryIsToldTheSame() {
        for (AfterPublish after : AfterPublish.values()) {
            Known known = saved().on("r-1");
            assertEquals(known.make(verb(after)), known.retry(verb(after)));
        }
    }
}
