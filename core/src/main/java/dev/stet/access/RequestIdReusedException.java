package dev.stet.access;

import dev.stet.error.StetException;
import dev.stet.ref.RequestId;

/** A request id was given to two different requests. Give every request an id of its own; only retries repeat one. */
public final class RequestIdReusedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final long number;

    private RequestIdReusedException(AuditEntry first, String found) {
        super("Request id " + first.request().map(RequestId::value).orElse("")
                + " must be new, or a retry of the request it was first given to, "
                + first.action() + " by " + first.actor().id() + " at " + first.at() + "; but " + found
                + ". Give every request an id of its own.");
        this.number = first.number();
    }

    /** Given by another actor. */
    public static RequestIdReusedException byAnother(Actor actor, AuditEntry first) {
        return new RequestIdReusedException(first, "now " + actor.id() + " gives it");
    }

    /** Given to another action. */
    public static RequestIdReusedException forAnother(Action action, AuditEntry first) {
        return new RequestIdReusedException(first, "now it is given to " + action);
    }

    /** Given to the same action, with a payload that differs. */
    public static RequestIdReusedException withOtherArguments(AuditEntry first) {
        return new RequestIdReusedException(
                first, "now its payload differs: the same is asked for with other arguments");
    }

    /** The number of the audit entry of the request that the id was first given to. */
    public long number() {
        return number;
    }
}
