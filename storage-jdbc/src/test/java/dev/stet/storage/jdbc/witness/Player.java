package dev.stet.storage.jdbc.witness;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.draft.StaleDraftException;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.storage.ContentionException;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import dev.stet.version.StaleBaseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Makes calls, one after the other, and reports each before and after. A save or a publish that was refused as stale is
 * made again on what is there by then, as a new call. It stops at the first failure of the store, and makes everybody stop
 * then who shares its {@code over}. Not thread-safe.
 */
final class Player {
    private static final int SAVES = 5;
    private static final int PUBLISHES = 3;
    private static final int PROMOTIONS = 2;
    private static final int TURNS_PER_NEW_AGENT = 20;

    private final Orders orders;
    private final String name;
    private final Stet stet;
    private final Consumer<List<String>> report;
    private final AtomicBoolean over;
    private final Random random;
    private final List<AgentId> agents;
    private final Map<String, Desk> desks = new HashMap<>();
    private int calls;

    Player(Orders orders, String name, Stet stet, Consumer<List<String>> report, AtomicBoolean over) {
        this.orders = orders;
        this.name = name;
        this.stet = stet;
        this.report = report;
        this.over = over;
        this.random = new Random(orders.seed() ^ name.hashCode());
        this.agents = orders.agentIds();
    }

    /** The report that a call returned. */
    static List<String> told(Call call, List<Fact> facts) {
        List<String> words = new ArrayList<>(List.of(call.request().value()));
        facts.forEach(fact -> words.addAll(fact.words()));
        return Saying.TOLD.followedBy(words);
    }

    /** The report that a call threw. */
    static List<String> told(Saying saying, Call call, StetException why) {
        return saying.followedBy(List.of(call.request().value(), told(why)));
    }

    /** What a failure says, as one word of a report. */
    static String told(Throwable failure) {
        return failure.toString().replaceAll("\\s+", " ");
    }

    void play() {
        try {
            for (int i = 0; i < orders.turns() && !over.get(); i++) {
                turn();
            }
        } catch (StorageException lost) {
            // While it looked around: no call is in doubt.
            over.set(true);
        } catch (RuntimeException | Error unexpected) {
            report.accept(Saying.FAULT.followedBy(List.of(name, told(unexpected))));
            over.set(true);
        }
    }

    /** One change, however often it takes. */
    private void turn() {
        if (orders.inventing() && random.nextInt(TURNS_PER_NEW_AGENT) == 0) {
            RequestId request = nextRequest();
            make(new Call.Creation(request, AgentId.of(request.value())), new Desk(AgentId.of(request.value())));
            return;
        }
        Desk desk = desk();
        int choice = random.nextInt(SAVES + PUBLISHES + PROMOTIONS);
        boolean done = false;
        while (!done && !over.get()) {
            done = make(next(desk, choice), desk);
        }
    }

    private Desk desk() {
        AgentId agent = agents.get(random.nextInt(agents.size()));
        if (orders.inventing() && random.nextBoolean()) {
            return desks.computeIfAbsent("own " + agent, key -> new Desk(agent));
        }
        return desks.computeIfAbsent("shared " + agent, key -> {
            Desk shared = new Desk(agent);
            shared.saw(workspace().drafts(agent).get(DraftId.of(Orders.SHARED)).ref());
            return shared;
        });
    }

    private Call next(Desk desk, int choice) {
        RequestId request = nextRequest();
        AgentId agent = desk.agent();
        if (desk.seen().isEmpty()) {
            return new Call.Opening(request, agent, DraftId.of(request.value()), latestVersion(agent));
        }
        DraftRef seen = desk.seen().get();
        if (choice < PUBLISHES && desk.isSaved()) {
            return new Call.Publication(request, agent, seen, latestVersion(agent));
        }
        if (choice >= PUBLISHES + SAVES && desk.deployment().isPresent()) {
            return new Call.Promotion(request, agent, desk.deployment().getAsLong());
        }
        return new Call.Saving(request, agent, seen, random.nextInt(orders.longest() + 1));
    }

    /** Whether it was made; where it was not, the desk knows better then. */
    private boolean make(Call call, Desk desk) {
        report.accept(Saying.CALL.followedBy(call.words()));
        try {
            List<Fact> facts = call.makeOn(stet);
            report.accept(told(call, facts));
            desk.made(call, facts);
            return true;
        } catch (StaleDraftException stale) {
            desk.saw(stale.actual().ref());
            tell(Saying.REFUSED, call, stale);
        } catch (StaleBaseException stale) {
            tell(Saying.REFUSED, call, stale);
        } catch (OutcomeUnknownException lost) {
            tell(Saying.UNKNOWN, call, lost);
            over.set(true);
        } catch (StorageException | ContentionException failure) {
            tell(Saying.FAILED, call, failure);
            over.set(true);
        }
        return false;
    }

    private void tell(Saying saying, Call call, StetException why) {
        report.accept(told(saying, call, why));
    }

    private long latestVersion(AgentId agent) {
        return workspace().agents().get(agent).head().latestVersion();
    }

    private Workspace workspace() {
        return stet.workspace(Call.WORKSPACE, Actor.of(name));
    }

    private RequestId nextRequest() {
        calls++;
        return RequestId.of(name + "." + calls);
    }
}
