package dev.stet.storage.jdbc.witness;

import dev.stet.Stet;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.storage.Storage;

/** Makes, in this process, what {@link Orders} say is there already, and testifies to it. */
public final class Preparation {
    private final Orders orders;
    private final Stet stet;
    private final Testimony testimony;
    private int calls;

    private Preparation(Orders orders, Stet stet, Testimony testimony) {
        this.orders = orders;
        this.stet = stet;
        this.testimony = testimony;
    }

    public static void make(Orders orders, Storage storage, Testimony testimony) {
        new Preparation(orders, Program.stet(storage).build(), testimony).make();
    }

    private void make() {
        for (AgentId agent : orders.agentIds()) {
            make(new Call.Creation(nextRequest(), agent));
            make(new Call.Opening(nextRequest(), agent, DraftId.of(Orders.SHARED), 0));
        }
    }

    private void make(Call call) {
        testimony.hear(Saying.CALL.followedBy(call.words()));
        testimony.hear(Player.told(call, call.makeOn(stet)));
    }

    private RequestId nextRequest() {
        calls++;
        return RequestId.of(orders.name() + ".preparation." + calls);
    }
}
