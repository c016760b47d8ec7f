package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.storage.ContentRow;
import dev.stet.storage.StoredContent;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Of the contents of an agent those go that nothing needs any more, in steps, and none before what is stored relative to it. */
public abstract class ContentRetentionSuite extends RetainedSuite {
    /** Each step leaves a whole history, and no content whose base is gone. */
    @Test
    void muchIsDroppedInSteps() {
        Draft draft = created();
        long revisions = 700;
        long contents = 900;
        longHistory(draft, revisions, contents);
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertTrue(plan.more());
        assertEquals(revisions, plan.revisionsToGo().size());
        assertEquals(contents, plan.contents());
        RetentionOutcome first = retention().apply(plan);
        assertEquals(500, first.revisions());
        assertEquals(500, first.contents());
        assertTrue(first.more());
        everythingVerifies();
        RetentionOutcome second = retention().apply(NOTHING_BUT_NEEDED);
        assertEquals(200, second.revisions());
        assertEquals(400, second.contents());
        assertFalse(second.more());
        assertEquals(plan.bytes(), first.bytes() + second.bytes());
        everythingVerifies();
        assertTrue(retention().plan(NOTHING_BUT_NEEDED).isEmpty());
    }

    /** So many revisions more of a draft, all with the same content, and contents that nothing names, in chains of 30. */
    private void longHistory(Draft draft, long revisions, long contents) {
        Agent agent = ana().agents().get(DESK);
        Rows rows = new Rows(agent.key());
        long head = agent.head().revision();
        Changes change = rows.change(head)
                .agent(agent.withHead(new Head(head + 1, agent.head().at(), 0, 0, 1, Optional.empty())))
                .at(agent.head().at());
        DraftRevision first = drafts().findRevision(draft.ref()).orElseThrow();
        DraftRevision last = first;
        for (long number = 2; number <= revisions + 1; number++) {
            last = new DraftRevision(
                    draft.id(),
                    number,
                    DraftRevision.Cause.SAVED,
                    first.hash(),
                    first.size(),
                    first.base(),
                    first.changedSections(),
                    first.by(),
                    first.at());
            change.revision(last);
        }
        for (int i = 0; i < contents; i++) {
            Optional<ContentHash> base = i % 30 == 0 ? Optional.empty() : Optional.of(Rows.hash("content " + (i - 1)));
            change.content(new StoredContent(Rows.hash("content " + i), base, StoredContent.DELTA, new byte[i % 9]));
        }
        change.draft(draft.at(last)).applyTo(store());
    }

    /** What nothing names any more goes; what it was stored relative to stays, where that is named. */
    @Test
    void aContentGoesWithoutWhatItBuildsOn() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Detour"));
        draft = saved(draft, "A detour, far away from where it was meant to lead.");
        ContentHash detour = draft.hash();
        drafts().restore(draft.ref(), Ref.version(1));
        var key = ana().agents().get(DESK).key();
        assertEquals(
                Optional.of(GREETING.hash()),
                findContent(key, detour).orElseThrow().base());
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(List.of(new DraftRef(draft.id(), 2), new DraftRef(draft.id(), 1)), plan.revisionsToGo());
        retention().apply(plan);
        assertTrue(findContent(key, detour).isEmpty());
        everythingVerifies();
    }

    /** The row of a version goes, its content stays for as long as another is stored relative to it. */
    @Test
    void aContentStaysWhileOneThatStaysBuildsOnIt() {
        published();
        Version second = publishedNext("Good morning, what can I do for you?");
        archive(1);
        var key = ana().agents().get(DESK).key();
        assertEquals(
                Optional.of(GREETING.hash()),
                findContent(key, second.hash()).orElseThrow().base());
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(List.of(1L), plan.versionsToGo());
        assertEquals(0, plan.bytes());
        retention().apply(plan);
        assertTrue(findContent(key, GREETING.hash()).isPresent());
        everythingVerifies();
    }

    /**
     * What was dropped and is stored again is read as it is spelled now, also by an instance that nobody told of it and whose
     * memory has the old spelling; and also where no clock tells the one from the other.
     */
    @RepeatedTest(2)
    void whatIsStoredAgainIsReadAsItIsSpelledNow(RepetitionInfo repetition) {
        boolean stands = repetition.getCurrentRepetition() == 2;
        Supplier<Stet> instance = () -> stands
                ? declared().clock(() -> Instant.EPOCH.plusSeconds(1)).build()
                : declared().build();
        Stet one = instance.get();
        Stet other = instance.get();
        Content before = Content.parse("{\"goal\":\"sing\",\"volume\":1.0}");
        Content again = Content.parse("{\"volume\":1,\"goal\":\"sing\"}");
        Draft draft = ana(one).agents()
                .create(NewAgent.named("Front desk").id(DESK).content(before))
                .draft();
        assertEquals(before.toJson(), read(one, draft));
        assertEquals(before.toJson(), read(other, draft));
        draft = ana(one).drafts(DESK).save(draft.ref(), Edit.content(GREETING)).draft();
        ana(one).retention(DESK).apply(NOTHING_BUT_NEEDED);
        draft = ana(one).drafts(DESK).save(draft.ref(), Edit.content(again)).draft();
        assertEquals(again.toJson(), read(other, draft));
        assertEquals(again.toJson(), read(one, draft));
        assertEquals(again.toJson(), read(instance.get(), draft));
    }

    private String read(Stet stet, Draft draft) {
        return ana(stet).contents(DESK).read(Ref.revision(draft.ref())).toJson();
    }

    @Test
    void contentsAreListedByHashWithoutTheirBytes() {
        history(5);
        List<ContentRow> all = contents();
        assertEquals(
                all.stream().map(row -> row.hash().hex()).sorted().toList(),
                all.stream().map(row -> row.hash().hex()).toList());
        assertTrue(all.size() >= 5);
        var key = ana().agents().get(DESK).key();
        for (ContentRow row : all) {
            var stored = findContent(key, row.hash()).orElseThrow();
            assertEquals(new ContentRow(stored.hash(), stored.base(), stored.length()), row);
        }
        assertEquals(all.subList(0, 2), store().listContents(key, Optional.empty(), 2));
        assertEquals(
                all.subList(2, all.size()),
                store().listContents(key, Optional.of(all.get(1).hash()), 99));
        assertEquals(
                List.of(),
                store().listContents(key, Optional.of(all.get(all.size() - 1).hash()), 99));
        assertEquals(List.of(), store().listContents(key, Optional.empty(), 0));
        var elsewhere = AgentKey.of("other", DESK.value());
        assertEquals(List.of(), store().listContents(elsewhere, Optional.empty(), 9));
    }
}
