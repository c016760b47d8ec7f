package dev.stet.registry.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.Drafts;
import dev.stet.agent.Duplication;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where a version comes from, as far as it still says what that said. */
class LineageTest extends FrontDesk {
    @Test
    void aRestoredVersionSaysWhereItComesFrom() {
        published();
        publishedNext("Hi.");
        Draft draft = drafts().open(NewDraft.from(Ref.version(2), "Back"));
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        Version third = version(drafts().publish(Publish.draft(draft.ref())));
        assertEquals(OptionalLong.of(1), third.lineage().restoredFrom());
        assertEquals(versions().get(1).hash(), third.hash());
    }

    @Test
    void whatWasSavedSinceIsRestoredFromNowhere() {
        published();
        publishedNext("Hi.");
        Draft draft = drafts().open(NewDraft.from(Ref.version(2), "Back and on"));
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = saved(draft, "Hey.");
        assertEquals(OptionalLong.empty(), draft.lineage().restoredFrom());
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = drafts().restore(draft.ref(), Ref.content(GREETING.withSection("voice", JsonValue.of("calm"))))
                .draft();
        Version third = version(drafts().publish(Publish.draft(draft.ref())));
        assertEquals(OptionalLong.empty(), third.lineage().restoredFrom());
    }

    @Test
    void aRebasedDraftIsRestoredFromNowhere() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Back"));
        draft = saved(draft, "Hi.");
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = drafts().save(draft.ref(), Edit.section("voice", JsonValue.of("calm")))
                .draft();
        publishedNext("Hey.");
        Version third = version(drafts().publish(Publish.draft(draft.ref()).rebasingIfClean()));
        assertEquals(OptionalLong.empty(), third.lineage().restoredFrom());
    }

    @Test
    void onlyWhatComesStraightFromAnotherAgentSaysSo() {
        published();
        AgentId copy = AgentId.of("copy");
        Draft first = ana().agents()
                .duplicate(Duplication.of(DESK, Ref.version(1), "Copy").id(copy))
                .draft();
        Drafts copies = ana().drafts(copy);
        Draft early = copies.open(NewDraft.from(Ref.draft(first.id()), "Early"));
        assertEquals(first.lineage().duplicatedFrom(), early.lineage().duplicatedFrom());
        copies.publish(Publish.draft(first.ref()));
        Draft late = copies.open(NewDraft.from(Ref.draft(first.id()), "Late"));
        assertEquals(OptionalLong.of(1), late.base());
        assertEquals(Optional.empty(), late.lineage().duplicatedFrom());
    }
}
