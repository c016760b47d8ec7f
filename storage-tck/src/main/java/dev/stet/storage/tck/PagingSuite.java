package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.facts.AgentPosition;
import dev.stet.facts.AgentQuery;
import dev.stet.facts.AuditQuery;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DeploymentQuery.From;
import dev.stet.facts.DraftQuery;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.tck.stage.Rendezvous;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that do not change while somebody pages through a list come exactly once, whatever happens to the others. */
public abstract class PagingSuite extends StorageSuite {
    private static final WorkspaceId W = WorkspaceId.of("w");
    private static final int STABLE = 9;
    private static final int CHURNING = 6;

    /** Reads a list to its end, page by page, and lets something happen before each page. */
    private static <T, P> List<T> paged(
            Function<Optional<P>, List<T>> page, Function<T, P> position, IntConsumer between) {
        List<T> all = new ArrayList<>();
        Optional<P> after = Optional.empty();
        for (int i = 0; ; i++) {
            between.accept(i);
            List<T> rows = page.apply(after);
            if (rows.isEmpty()) {
                return all;
            }
            all.addAll(rows);
            after = Optional.of(position.apply(rows.get(rows.size() - 1)));
        }
    }

    private List<Agent> pagedAgents(AgentOrder order, IntConsumer between) {
        return paged(
                after -> facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, after, 0, 2)),
                AgentPosition::of,
                between);
    }

    private static Rows stable(int number) {
        return Rows.of("w", "stable-" + number);
    }

    private static Rows churning(int number) {
        return Rows.of("w", "churning-" + number);
    }

    private static Agent named(Rows rows, String name, int order, long head) {
        return rows.agent(name, head, Rows.START.plus(order, ChronoUnit.MICROS));
    }

    /** Agents that stay, and between them some that do not. */
    private void createAgents() {
        for (int i = 0; i < STABLE; i++) {
            stable(i).change(0).agent(named(stable(i), "name " + i, i, 1)).applyTo(facts());
        }
        for (int i = 0; i < CHURNING; i++) {
            churning(i)
                    .change(0)
                    .agent(named(churning(i), "name " + i + "x", i, 1))
                    .applyTo(facts());
        }
    }

    private static List<String> stableIds(AgentOrder order) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < STABLE; i++) {
            ids.add("stable-" + (order == AgentOrder.BY_NAME ? i : STABLE - 1 - i));
        }
        return ids;
    }

    private static List<String> stableOf(List<Agent> agents) {
        return agents.stream()
                .map(agent -> agent.id().value())
                .filter(id -> id.startsWith("stable"))
                .toList();
    }

    @Test
    void agentsThatStayAreListedOnceWhateverComesAndGoes() {
        createAgents();
        for (AgentOrder order : AgentOrder.values()) {
            List<Agent> listed = pagedAgents(order, page -> comeAndGo(order, page));
            assertEquals(stableIds(order), stableOf(listed));
        }
    }

    /** Before every page, one agent comes at the front and one at the back, and one goes. */
    private void comeAndGo(AgentOrder order, int page) {
        Rows front = Rows.of("w", "front-" + order + page);
        front.change(0).agent(named(front, "a", 1_000 + page, 1)).applyTo(facts());
        Rows back = Rows.of("w", "back-" + order + page);
        back.change(0).agent(named(back, "zz", -1 - page, 1)).applyTo(facts());
        back.change(1).applyTo(facts());
        if (order == AgentOrder.BY_NAME && page < CHURNING) {
            churning(page).change(1).applyTo(facts());
        }
    }

    @Test
    void agentsThatAreRenamedMeanwhileDoNotDisturbTheOthers() {
        createAgents();
        List<Agent> listed = pagedAgents(AgentOrder.BY_NAME, page -> {
            if (page < CHURNING) {
                String name = page % 2 == 0 ? "a moved ahead" : "name 8 moved behind";
                churning(page)
                        .change(1)
                        .agent(named(churning(page), name, page, 2))
                        .applyTo(facts());
            }
        });
        assertEquals(stableIds(AgentOrder.BY_NAME), stableOf(listed));
    }

    @Test
    void agentsThatStayAreListedOnceWhileThreadsMoveTheOthers() {
        createAgents();
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> threads = new ArrayList<>();
        threads.add(() -> pageUntil(done));
        threads.add(() -> pageUntil(done));
        threads.add(() -> {
            try {
                return move();
            } finally {
                done.set(true);
            }
        });
        Rendezvous.atOnce(threads);
    }

    private Integer move() {
        int moves = 60;
        for (int move = 1; move <= moves; move++) {
            for (int i = 0; i < CHURNING; i++) {
                String name = move % 2 == 0 ? "a" + i : "name 7 " + i;
                churning(i)
                        .change(move)
                        .agent(named(churning(i), name, i, move + 1))
                        .applyTo(facts());
            }
        }
        return moves;
    }

    private Integer pageUntil(AtomicBoolean done) {
        int pages = 0;
        while (!done.get() || pages < 10) {
            for (AgentOrder order : AgentOrder.values()) {
                List<Agent> whole =
                        facts().listAgents(new AgentQuery(W, AgentFilter.all(), order, Optional.empty(), 0, 99));
                assertEquals(
                        STABLE + CHURNING,
                        whole.stream().map(Agent::id).distinct().count());
                assertEquals(stableIds(order), stableOf(pagedAgents(order, page -> {})));
            }
            pages++;
        }
        return pages;
    }

    @Test
    void draftsThatStayAreListedOnceWhateverIsOpenedAndClosed() {
        Rows desk = Rows.of("w", "desk");
        Changes creation = desk.named("desk", 0);
        for (int i = 0; i < STABLE; i++) {
            creation.draft(desk.draft("stable-" + i, 1, DraftStatus.OPEN, Rows.at(i)));
            creation.draft(desk.draft("closing-" + i, 1, DraftStatus.OPEN, Rows.at(i)));
        }
        creation.applyTo(facts());
        List<Draft> listed = paged(
                after -> facts().listDrafts(desk.key(), new DraftQuery(Optional.of(DraftStatus.OPEN), after, 2)),
                DraftQuery.Position::of,
                page -> {
                    Changes change = desk.named("desk", page + 1L)
                            .draft(desk.draft("new-" + page, 1, DraftStatus.OPEN, Rows.at(page)));
                    int closing = Math.min(page, STABLE - 1);
                    change.draft(desk.draft("closing-" + closing, 2, DraftStatus.DISCARDED, Rows.at(closing)));
                    change.applyTo(facts());
                });
        List<String> expected = new ArrayList<>();
        for (int i = STABLE - 1; i >= 0; i--) {
            expected.add("stable-" + i);
        }
        assertEquals(
                expected,
                listed.stream()
                        .map(draft -> draft.id().value())
                        .filter(id -> id.startsWith("stable"))
                        .toList());
    }

    @Test
    void auditEntriesAreListedOnceWhateverIsAdded() {
        Rows first = Rows.of("w", "first");
        Rows second = Rows.of("w", "second");
        for (long head = 0; head < STABLE; head++) {
            first.named("first", head).applyTo(facts());
            second.named("second", head).applyTo(facts());
        }
        List<AuditEntry> before = Picture.audit(facts(), "w");
        List<AuditEntry> listed = paged(
                after -> facts().listAudit(new AuditQuery(W, Optional.empty(), after, 2)),
                AuditQuery.Position::of,
                page -> {
                    if (page > 0 && page < STABLE) {
                        first.named("first", STABLE + page - 1L).applyTo(facts());
                    }
                });
        assertEquals(2 * STABLE, before.size());
        assertEquals(before, listed);
    }

    /** Also from that of another environment's deployment, and from one that no deployment has. */
    @Test
    void deploymentsOfAnEnvironmentLeadOnFromAnyPlace() {
        Rows desk = Rows.of("w", "desk");
        Changes change = desk.named("desk", 0);
        for (long number = 1; number <= STABLE; number++) {
            String environment = number % 3 == 0 ? "live" : "sandbox";
            change.deploy(desk.deployment(number, environment, OptionalLong.of(1), madeAt(number)));
        }
        change.applyTo(facts());
        for (long before = 0; before <= STABLE + 2; before++) {
            long bound = before;
            List<Long> lower =
                    Stream.of(9L, 6L, 3L).filter(number -> number < bound).toList();
            for (int limit = 0; limit <= STABLE; limit++) {
                assertEquals(
                        lower.stream().limit(limit).toList(),
                        deployments(desk, new From.After(madeAt(before), before), limit));
            }
            assertEquals(
                    Stream.of(9L, 6L, 3L)
                            .filter(number -> !madeAt(number).isAfter(madeAt(bound)))
                            .toList(),
                    deployments(desk, new From.At(madeAt(before)), STABLE));
        }
    }

    private static Instant madeAt(long number) {
        return Rows.START.plus(number / 4, ChronoUnit.MICROS);
    }

    private List<Long> deployments(Rows rows, From from, int limit) {
        return facts().listDeployments(rows.key(), DeploymentQuery.in("live", Optional.of(from), limit)).stream()
                .map(Deployment::number)
                .toList();
    }
}
