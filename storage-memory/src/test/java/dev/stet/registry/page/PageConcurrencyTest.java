package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ConfigPages;
import dev.stet.Range;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PageRevision;
import dev.stet.page.StalePageException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.schema.JsonSchema;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.stage.Interruption;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.version.Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many change pages and move versions at once: no edit is lost, and nobody ever resolves a pair that does not fit. */
class PageConcurrencyTest extends PageDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int THREADS = 4;
    private static final int EDITS = 6;
    private static final int ROUNDS = 40;
    private static final int LEAST_READS = 20;
    private static final String COUNT = "count";
    private static final Content DAY = Content.parse("{\"phone\":\"112\"}");
    private static final Content EVENING = Content.parse("{\"phone\":\"112\",\"fee\":15}");
    private static final Content LATE = Content.parse("{\"fee\":20}");

    @Override
    protected Stet.Builder declared() {
        return declared(store());
    }

    private static Stet.Builder declared(Storage storage) {
        return Stet.on(storage)
                .pipeline(Pipeline.of("sandbox", "live").entries("sandbox", "live"))
                .pageNeeds(JsonPointer.parse("/needs"))
                .patience(PATIENCE);
    }

    private static long count(Content variables) {
        return variables
                .section(COUNT)
                .map(value -> ((JsonNumber) value).value().longValueExact())
                .orElse(0L);
    }

    /** Everyone counts on from what they saw, and tries again when it was not the latest. */
    @Promise({2, 4})
    @Test
    void everyEditIsMadeOnWhatItsAuthorSaw() {
        created();
        Stet stet = declared().build();
        Rendezvous.atOnce(IntStream.range(0, THREADS)
                .<Callable<Integer>>mapToObj(i -> () -> countOn(ana(stet).pages(DESK)))
                .toList());
        int all = THREADS * EDITS;
        assertEquals(all, page("live").revision());
        List<Long> counted = new ArrayList<>(history("live").stream()
                .map(revision -> count(pages().get(revision.ref()).variables()))
                .toList());
        Collections.reverse(counted);
        assertEquals(LongStream.rangeClosed(1, all).boxed().toList(), counted);
        assertEquals(all + 1, ana().agents().get(DESK).head().revision());
    }

    private static int countOn(ConfigPages pages) {
        int made = 0;
        while (made < EDITS) {
            ConfigPage seen = pages.get("live");
            JsonValue next = JsonValue.of(count(seen.variables()) + 1);
            try {
                ConfigPage page = changed(pages.edit(seen.ref(), PageEdit.shallowMerge(JsonObject.of(COUNT, next))));
                assertEquals(seen.revision() + 1, page.revision());
                made++;
            } catch (StalePageException stale) {
                assertTrue(stale.actual().revision() > seen.revision());
            }
        }
        return made;
    }

    @Promise(4)
    @Test
    void overwritingEditsFollowEachOther() {
        created();
        Stet stet = declared().build();
        List<List<PageOutcome>> outcomes = Rendezvous.atOnce(IntStream.range(0, THREADS)
                .<Callable<List<PageOutcome>>>mapToObj(i -> () -> IntStream.rangeClosed(1, EDITS)
                        .mapToObj(edit -> ana(stet)
                                .pages(DESK)
                                .editOverwritingWhatOthersChanged(
                                        "live", PageEdit.shallowMerge(JsonObject.of("of " + i, JsonValue.of(edit)))))
                        .toList())
                .toList());
        assertEquals(
                LongStream.rangeClosed(1, THREADS * EDITS).boxed().toList(),
                outcomes.stream()
                        .flatMap(List::stream)
                        .map(outcome -> changed(outcome).revision())
                        .sorted()
                        .toList());
        Content all = Content.empty();
        for (int i = 0; i < THREADS; i++) {
            all = all.withSection("of " + i, JsonValue.of(EDITS));
        }
        assertEquals(all, page("live").variables());
    }

    /** Version 1 needs nothing, version 2 a phone, version 3 a fee. */
    private static void versions(Workspace ana, AgentId agent) {
        Draft first = ana.agents()
                .create(NewAgent.named("Desk").id(agent).content(GREETING))
                .draft();
        ana.drafts(agent).publish(Publish.draft(first.ref()));
        for (String needed : List.of("phone", "fee")) {
            long latest = ana.agents().get(agent).head().latestVersion();
            Draft draft = ana.drafts(agent).open(NewDraft.from(Ref.version(latest), "Needs " + needed));
            JsonValue needs = JsonValue.parse("{\"required\":[\"" + needed + "\"]}");
            draft = ana.drafts(agent)
                    .save(draft.ref(), Edit.section("needs", needs))
                    .draft();
            ana.drafts(agent).publish(Publish.draft(draft.ref()));
        }
    }

    private static void fits(Resolution resolution) {
        resolution
                .content()
                .section("needs")
                .ifPresent(needs -> assertEquals(
                        List.of(),
                        JsonSchema.of(needs).findings(resolution.variables().root()),
                        () -> "version " + resolution.version() + " with revision " + resolution.pageRevision()));
    }

    @Promise({1, 4})
    @Test
    void nobodyResolvesAPairThatDoesNotFit() {
        Stet stet = declared().build();
        versions(ana(stet), DESK);
        edited("live", EVENING);
        ana().environments(DESK).deploy(Deploy.version(2, "live"));
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> tasks = new ArrayList<>();
        tasks.add(() -> {
            try {
                return rounds(round -> ana(stet).environments(DESK).deploy(Deploy.version(2 + round % 2, "live")));
            } finally {
                done.set(true);
            }
        });
        List<Content> said = List.of(DAY, EVENING, LATE);
        tasks.add(() -> rounds(round -> {
            ConfigPages pages = ana(stet).pages(DESK);
            pages.edit(pages.get("live").ref(), PageEdit.variables(said.get(round % said.size())));
        }));
        tasks.add(() -> watch(stet, done));
        tasks.add(() -> watch(stet, done));
        List<Integer> made = Rendezvous.atOnce(tasks);
        assertTrue(made.stream().allMatch(count -> count > 0), made::toString);
        fits(ana(stet).resolve(DESK, "live"));
    }

    /** How often something could be done. */
    private static int rounds(Consumer<Integer> call) {
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try {
                call.accept(round);
                made++;
            } catch (UnmetNeedsException | StalePageException | ContentionException refused) {
                assertTrue(refused.getMessage().length() > 10);
            }
        }
        return made;
    }

    private int watch(Stet stet, AtomicBoolean done) {
        int reads = 0;
        while (!done.get() || reads < LEAST_READS) {
            Resolution resolution = ana(stet).resolve(DESK, "live");
            fits(resolution);
            ConfigPage then = ana(stet).pages(DESK).get(new PageRef("live", resolution.pageRevision()));
            assertEquals(then.variables(), resolution.variables());
            reads++;
        }
        return reads;
    }

    /** The page loses what is needed between any two steps of the deployment that needs it. */
    @Promise(4)
    @Test
    void aDeploymentThatIsOvertakenByAnEditIsDecidedAnew() {
        atEveryStep(
                (ana, agent) -> ana.environments(agent).deploy(Deploy.version(2, "live")),
                (ana, agent) -> ana.pages(agent).edit(new PageRef("live", 1), PageEdit.variables(LATE)));
    }

    /** The version that needs it is deployed between any two steps of the edit that takes it away. */
    @Promise(4)
    @Test
    void anEditThatIsOvertakenByADeploymentIsDecidedAnew() {
        atEveryStep(
                (ana, agent) -> ana.pages(agent).edit(new PageRef("live", 1), PageEdit.variables(LATE)),
                (ana, agent) -> ana.environments(agent).deploy(Deploy.version(2, "live")));
    }

    private interface Change {
        void make(Workspace ana, AgentId agent);
    }

    private void atEveryStep(Change overtaken, Change overtaking) {
        boolean pending = false;
        int refused = 0;
        for (int step = 1; !pending; step++) {
            AgentId agent = AgentId.of("step-" + step);
            Workspace ana = ana(declared().build());
            versions(ana, agent);
            ana.environments(agent).deploy(Deploy.version(1, "live"));
            ana.pages(agent).edit(new PageRef("live", 0), PageEdit.variables(DAY));
            Interruption interruption = new Interruption(store());
            interruption.before(step, () -> overtaking.make(ana, agent));
            try {
                overtaken.make(ana(declared(interruption.storage()).build()), agent);
            } catch (UnmetNeedsException unmet) {
                assertEquals("live", unmet.environment());
                assertEquals(2, unmet.version());
                refused++;
            }
            pending = interruption.pending();
            fits(ana.resolve(agent, "live"));
            List<PageRevision> history =
                    ana.pages(agent).history("live", Range.first(9)).items();
            assertEquals(history.size(), ana.pages(agent).get("live").revision());
        }
        assertTrue(refused > 0, "what does not fit must be refused");
    }
}
