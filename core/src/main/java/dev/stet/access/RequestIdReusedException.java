package dev.stet.access;

import dev.stet.error.StetException;
import dev.stet.ref.RequestId;

/** A request id was given to two different requests. Give every request an id of its own; only retries repeat one. */
public final class RequestIdReusedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient AuditEntry first;

    public RequestIdReusedException(RequestId request, Action action, AuditEntry first) {
        super("Request id " + request
                + " must be new, or a retry of the request it was first given to, but it was given to "
                + first.action() + " by " + first.actor().id() + " at " + first.at() + " and now to another request, "
                + action + ". Give every request an id of its own.");
        this.first = first;
    }

    /** What the id was first given to. */
    public AuditEntry first() {
        return first;
    }
}
