package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.agent.Agent;
import dev.stet.environment.Freeze;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The revisions of config pages as rows: each belongs to one environment, which names the one that holds. */
public abstract class PageRowSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final AgentKey KEY = DESK.key();
    private static final long LATEST = 7;

    /** Some of them are one name, or a number, or a pattern, to a store that compares otherwise than code by code. */
    private static final List<String> LOOKALIKES = List.of(
            "LIVE", "Live", "li_e", "live", "livE", "live-1", "live.1", "live_1", "l.ve", "liv", "lives", "01", "1",
            "1.0", "-", "_", ".");

    private List<Long> numbers(String environment, long before, int limit) {
        return facts().listPageRevisions(KEY, environment, before, limit).stream()
                .map(PageRevision::number)
                .toList();
    }

    /** One revision after another, each in a change of its own. */
    private void write(String environment, long revisions) {
        long head = facts().findAgent(KEY).map(agent -> agent.head().revision()).orElse(0L);
        for (long number = 1; number <= revisions; number++) {
            DESK.named("desk", head++)
                    .turn(Serving.untouched(environment), DESK.page(environment, number))
                    .applyTo(facts());
        }
    }

    @Test
    void revisionsAreListedNewestFirstBelowANumber() {
        write("live", LATEST);
        write("sandbox", 2);
        assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), numbers("live", Long.MAX_VALUE, 99));
        assertEquals(List.of(7L, 6L), numbers("live", Long.MAX_VALUE, 2));
        assertEquals(List.of(7L, 6L), numbers("live", LATEST + 1, 2));
        assertEquals(List.of(6L, 5L, 4L), numbers("live", LATEST, 3));
        assertEquals(List.of(1L), numbers("live", 2, 3));
        assertEquals(List.of(), numbers("live", 1, 3));
        assertEquals(List.of(), numbers("live", 0, 3));
        assertEquals(List.of(), numbers("live", Long.MAX_VALUE, 0));
        assertEquals(List.of(2L, 1L), numbers("sandbox", Long.MAX_VALUE, 99));
        assertEquals(List.of(), numbers("pre-release", Long.MAX_VALUE, 99));
        assertEquals(List.of(DESK.page("live", 3), DESK.page("live", 2)), facts().listPageRevisions(KEY, "live", 4, 2));
        assertEquals(List.of(), facts().listPageRevisions(AgentKey.of("w", "nobody"), "live", Long.MAX_VALUE, 9));
    }

    @Test
    void anEnvironmentIsServedWithTheRevisionItNames() {
        write("live", 3);
        assertEquals(Optional.of(DESK.page("live", 3)), standing("live").page());
        assertEquals(
                Optional.of(Serving.untouched("live").after(DESK.page("live", 3))),
                standing("live").serving());
        Agent agent = DESK.agent("desk", 4);
        Serving sandbox = DESK.serving(DESK.deployment(1, "sandbox", 1)).after(DESK.page("sandbox", 1));
        Serving live = Serving.untouched("live")
                .after(DESK.page("live", 2))
                .withFreeze(Optional.of(new Freeze(Rows.ADA, Rows.at(4), "Audit week")));
        DESK.change(3)
                .agent(agent)
                .version(DESK.version(1))
                .deploy(DESK.deployment(1, "sandbox", 1), DESK.page("sandbox", 1))
                .environment(live)
                .applyTo(facts());
        assertEquals(
                new Standing(
                        agent,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(sandbox),
                        Optional.of(DESK.deployment(1, "sandbox", 1)),
                        Optional.of(DESK.version(1)),
                        Optional.of(DESK.page("sandbox", 1))),
                standing("sandbox"));
        assertEquals(
                new Standing(
                        agent,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(live),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(DESK.page("live", 2))),
                standing("live"));
        assertEquals(
                Optional.of(Serving.untouched("pre-release")),
                standing("pre-release").serving());
        assertEquals(List.of(live, sandbox), facts().listEnvironments(KEY));
    }

    private Standing standing(String environment) {
        return facts().findStanding(DESK.everything(environment)).orElseThrow();
    }

    @Test
    void pagesOfEnvironmentsWithSimilarNamesAreNotMixedUp() {
        LOOKALIKES.forEach(name -> write(name, 1L + LOOKALIKES.indexOf(name) % 3));
        for (String name : LOOKALIKES) {
            long latest = 1L + LOOKALIKES.indexOf(name) % 3;
            List<PageRevision> expected = new ArrayList<>();
            for (long number = latest; number > 0; number--) {
                expected.add(DESK.page(name, number));
            }
            assertEquals(expected, facts().listPageRevisions(KEY, name, Long.MAX_VALUE, 9), name);
            assertEquals(Optional.of(DESK.page(name, latest)), standing(name).page(), name);
        }
        assertEquals(
                LOOKALIKES.stream().sorted().toList(),
                facts().listEnvironments(KEY).stream().map(Serving::name).toList());
    }

    @Test
    void pagesGoWithTheirAgent() {
        write("live", 2);
        assertEquals(2, numbers("live", Long.MAX_VALUE, 9).size());
        DESK.change(2).applyTo(facts());
        assertEquals(List.of(), numbers("live", Long.MAX_VALUE, 9));
        assertEquals(Optional.empty(), facts().findServing(KEY, "live"));
    }
}
