package dev.stet.storage.jdbc.witness;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through a store at rest, past every cache, for what it did wrong: see {@link WholeCheck} for what every agent is
 * held to by itself, and {@link ToldCheck} for what it is held to by a {@link Testimony}.
 */
public final class Examination {
    private final Stet stet;
    private final Workspace workspace;
    private final Testimony testimony;

    /** @param storage opened anew, where it is to be seen what outlived an earlier life */
    public Examination(Storage storage, Testimony testimony) {
        this.stet = Program.stet(storage).contentCacheBytes(0).build();
        this.workspace = stet.workspace(Call.WORKSPACE, Actor.of("examiner"));
        this.testimony = testimony;
    }

    /** What is wrong with some agents; empty when nothing is. */
    public List<Finding> of(Iterable<AgentId> agents) {
        List<Finding> all = new ArrayList<>();
        for (AgentId agent : agents) {
            AgentRecord found = AgentRecord.read(workspace, agent);
            Findings findings = new Findings(agent);
            new WholeCheck(workspace, found, findings).run();
            new ToldCheck(workspace, testimony, found, findings).run();
            all.addAll(findings.all());
        }
        return all;
    }

    /** Whether a call is on record. */
    public boolean isOnRecord(Call call) {
        return timesOnRecord(call) > 0;
    }

    /**
     * Makes the calls that are in doubt again, each under its request id and twice, and tells the testimony what came of
     * them. What was on record must be told again, what was not must be made once or refused, and the second answer must
     * be the first one.
     */
    public List<Finding> repeatWhatIsInDoubt() {
        List<Finding> all = new ArrayList<>();
        for (Call call : testimony.inDoubt()) {
            Findings findings = new Findings(call.agent());
            repeat(call, findings);
            all.addAll(findings.all());
        }
        return all;
    }

    private void repeat(Call call, Findings findings) {
        boolean before = isOnRecord(call);
        try {
            List<Fact> first = call.makeOn(stet);
            List<Fact> second = call.makeOn(stet);
            if (!first.equals(second)) {
                findings.add(Finding.Kind.CHANGED, call + " was told " + first + " and, repeated, " + second);
            }
            if (timesOnRecord(call) != 1) {
                findings.add(Finding.Kind.REPEATED, call + " is on record " + timesOnRecord(call) + " times");
            }
            testimony.hear(Player.told(call, first));
        } catch (StetException refusal) {
            if (before || isOnRecord(call)) {
                findings.add(Finding.Kind.LOST, call + " is on record, but repeated it was refused: " + refusal);
            }
            testimony.hear(Player.told(Saying.REFUSED, call, refusal));
        }
    }

    private long timesOnRecord(Call call) {
        return AgentRecord.trail(workspace, call.agent()).stream()
                .filter(entry -> entry.request().filter(call.request()::equals).isPresent())
                .count();
    }
}
