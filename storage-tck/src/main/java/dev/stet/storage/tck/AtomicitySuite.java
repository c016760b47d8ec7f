package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Facts;
import dev.stet.facts.Removed;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.VersionQuery;
import dev.stet.ref.DraftRef;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A changeset appears whole and at one instant, or not at all. */
public abstract class AtomicitySuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final String LIVE = "live";
    private static final int STEPS = 200;
    private static final int LEAST_READS = 100;

    /**
     * Brings the agent to a head at which everything of it has the number of that head, but for the versions, of which the
     * last two are there.
     */
    private static Changes everythingAt(long head) {
        Agent agent = DESK.agent("desk " + head, head);
        Deployment deployment = DESK.deployment(head, LIVE, head);
        return DESK.change(head - 1)
                .agent(agent.withHead(
                        new Head(head, Rows.at(head), head, head, 2, new TreeSet<>(List.of(LIVE)), Optional.empty())))
                .draft(DESK.draft("one", head, DraftStatus.OPEN, Rows.START))
                .draft(DESK.draft("two", head, DraftStatus.OPEN, Rows.START))
                .revision(DESK.revision("one", head))
                .revision(DESK.revision("two", head))
                .version(DESK.version(head))
                .deploy(deployment, DESK.page(LIVE, head))
                .content(DESK.content("version" + head))
                .remove(dropped(head - 2));
    }

    private static Removed dropped(long head) {
        return head < 1
                ? Removed.nothing()
                : new Removed(
                        List.of(head),
                        List.of(DraftRef.of("one", head), DraftRef.of("two", head)),
                        List.of(Rows.hash("version" + head)));
    }

    @Promise(1)
    @Test
    void readersNeverSeeAPartOfAChange() {
        everythingAt(1).applyTo(facts());
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> threads = new ArrayList<>();
        threads.add(() -> {
            try {
                for (long head = 2; head <= STEPS; head++) {
                    everythingAt(head).applyTo(facts());
                }
                return STEPS;
            } finally {
                done.set(true);
            }
        });
        threads.add(() -> read(done));
        threads.add(() -> read(done));
        Rendezvous.atOnce(threads);
        wholeServing(facts().findStanding(DESK.everything(LIVE)).orElseThrow());
        wholeHistory(facts());
        assertEquals(STEPS, facts().findAgent(DESK.key()).orElseThrow().head().latestVersion());
    }

    private Integer read(AtomicBoolean done) {
        int reads = 0;
        while (!done.get() || reads < LEAST_READS) {
            wholeServing(facts().findStanding(DESK.everything(LIVE)).orElseThrow());
            wholeList(facts());
            wholeHistory(facts());
            assertEquals(1, Picture.agents(facts(), "w").size());
            reads++;
        }
        return reads;
    }

    private static void wholeServing(Standing standing) {
        OptionalLong head = OptionalLong.of(standing.agent().head().revision());
        Serving serving = standing.serving().orElseThrow();
        assertEquals(head, OptionalLong.of(standing.agent().head().latestVersion()));
        assertEquals(head, serving.environment().deployment());
        assertEquals(head, serving.environment().version());
        assertEquals(head.getAsLong(), serving.environment().page());
        assertEquals(serving.snapshot(), standing.version().map(Serving.Snapshot::of));
        assertEquals(serving.page(), standing.page().map(Serving.Page::of));
        assertEquals(head.getAsLong(), standing.deployment().orElseThrow().number());
        assertEquals(head.getAsLong(), standing.version().orElseThrow().number());
        assertEquals(head.getAsLong(), standing.page().orElseThrow().number());
    }

    /** Two drafts that always change together. */
    private static void wholeList(Facts facts) {
        List<Long> revisions =
                facts.listDrafts(DESK.key(), new DraftQuery(Optional.empty(), Optional.empty(), 5)).stream()
                        .map(Draft::revision)
                        .toList();
        assertEquals(2, revisions.size());
        assertEquals(revisions.get(0), revisions.get(1));
    }

    /** One comes when another goes. */
    private static void wholeHistory(Facts facts) {
        List<Long> versions =
                facts.listVersions(DESK.key(), new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, 0, 5)).stream()
                        .map(Version::number)
                        .toList();
        long latest = versions.get(0);
        assertEquals(latest == 1 ? List.of(1L) : List.of(latest, latest - 1), versions);
    }

    @Promise({1, 3, 4})
    @Test
    void aRefusedChangeLeavesNoTrace() {
        everythingAt(1).applyTo(facts());
        everythingAt(2).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        assertEquals(2, before.versions().size());
        Changes stale = DESK.change(0)
                .agent(DESK.agent("stale", 1))
                .draft(DESK.draft("one", 9, DraftStatus.DISCARDED, Rows.START))
                .draft(DESK.draft("three", 1, DraftStatus.OPEN, Rows.START))
                .revision(DESK.revision("three", 1))
                .version(DESK.version(3))
                .annotate(1, Rows.annotation(2, "stale", Rows.START))
                .deploy(DESK.deployment(3, "staging", 3), DESK.page("staging", 1))
                .page(DESK.page(LIVE, 3))
                .content(DESK.content("stale"))
                .remove(dropped(1))
                .request("stale");
        assertInstanceOf(ApplyResult.Stale.class, stale.tryOn(facts()));
        assertEquals(before, Picture.of(facts(), DESK.key()));
        assertEquals(
                Optional.empty(),
                facts().findVersion(DESK.key(), DESK.version(3).id()));
        assertEquals(Optional.empty(), findContent(DESK.key(), Rows.hash("stale")));
        assertEquals(List.of(), facts().listPageRevisions(DESK.key(), "staging", Long.MAX_VALUE, 9));
        assertEquals(before.audit(), Picture.audit(facts(), "w"));
        assertEquals(before.agent().stream().toList(), Picture.agents(facts(), "w"));
    }

    @Test
    void aRefusedDeletionLeavesEverything() {
        everythingAt(1).applyTo(facts());
        everythingAt(2).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        assertInstanceOf(ApplyResult.Stale.class, DESK.change(1).tryOn(facts()));
        assertEquals(before, Picture.of(facts(), DESK.key()));
        assertNotEquals(List.of(), before.versions());
    }

    @Test
    void aRefusedCreationLeavesNothing() {
        Changes early = everythingAt(2);
        assertEquals(new ApplyResult.Stale(0), early.tryOn(facts()));
        assertEquals(Optional.empty(), Picture.of(facts(), DESK.key()).agent());
        assertEquals(List.of(), Picture.agents(facts(), "w"));
        assertEquals(List.of(), Picture.audit(facts(), "w"));
    }
}
