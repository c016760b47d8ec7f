package dev.stet.registry.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Facts;
import dev.stet.facts.Removed;
import dev.stet.facts.StoredContent;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.storage.ApplyResult;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Of the contents of an agent those go that nothing needs any more, in steps, and none before what is stored relative to it. */
class ContentRetentionTest extends RetainedDesk {
    /** Each step leaves a whole history, and no content whose base is gone. */
    @Test
    void muchIsDroppedInSteps() {
        Draft draft = created();
        int revisions = 700;
        int contents = 900;
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
    private void longHistory(Draft draft, int revisions, int contents) {
        Agent agent = ana().agents().get(DESK);
        DraftRevision first = drafts().findRevision(draft.ref()).orElseThrow();
        List<DraftRevision> more = LongStream.rangeClosed(2, revisions + 1L)
                .mapToObj(number -> again(first, number))
                .toList();
        List<StoredContent> unnamed = IntStream.range(0, contents)
                .mapToObj(ContentRetentionTest::unnamed)
                .toList();
        long head = agent.head().revision();
        Head next = new Head(head + 1, agent.head().at(), 0, 0, 1, new TreeSet<>(), Optional.empty());
        AgentChange change = new AgentChange(
                agent.key(),
                head,
                Optional.of(agent.withHead(next)),
                List.of(draft.at(more.get(revisions - 1))),
                more,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                unnamed,
                Removed.nothing(),
                entry(agent, head + 1));
        assertInstanceOf(ApplyResult.Applied.class, new Facts(store()).apply(change, Duration.ofSeconds(1)));
    }

    private static DraftRevision again(DraftRevision first, long number) {
        return new DraftRevision(
                first.draft(),
                number,
                DraftRevision.Cause.SAVED,
                first.hash(),
                first.size(),
                first.base(),
                first.changedSections(),
                first.by(),
                first.at());
    }

    private static StoredContent unnamed(int number) {
        Optional<ContentHash> base = number % 30 == 0 ? Optional.empty() : Optional.of(hash(number - 1));
        return new StoredContent(hash(number), base, StoredContent.DELTA, new byte[number % 9]);
    }

    private static ContentHash hash(int number) {
        return Content.empty().withSection("unnamed", JsonValue.of(number)).hash();
    }

    private static AuditEntry entry(Agent agent, long number) {
        return new AuditEntry(
                agent.key(),
                number,
                agent.head().at(),
                Optional.empty(),
                agent.createdBy(),
                Action.SAVE_DRAFT,
                Subject.agent(),
                true,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty());
    }

    /** What nothing names any more goes; what it was stored relative to stays, where that is named. */
    @Test
    void aContentGoesWithoutWhatItBuildsOn() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Detour"));
        draft = saved(draft, "A detour, far away from where it was meant to lead.");
        ContentHash detour = draft.hash();
        drafts().restore(draft.ref(), Ref.version(1));
        assertEquals(
                Optional.of(GREETING.hash()), findContent(detour).orElseThrow().base());
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(List.of(new DraftRef(draft.id(), 2), new DraftRef(draft.id(), 1)), plan.revisionsToGo());
        retention().apply(plan);
        assertTrue(findContent(detour).isEmpty());
        everythingVerifies();
    }

    /** The row of a version goes, its content stays for as long as another is stored relative to it. */
    @Test
    void aContentStaysWhileOneThatStaysBuildsOnIt() {
        published();
        Version second = publishedNext("Good morning, what can I do for you?");
        archive(1);
        assertEquals(
                Optional.of(GREETING.hash()),
                findContent(second.hash()).orElseThrow().base());
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(List.of(1L), plan.versionsToGo());
        assertEquals(0, plan.bytes());
        retention().apply(plan);
        assertTrue(findContent(GREETING.hash()).isPresent());
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
}
