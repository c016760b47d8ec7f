package dev.stet.access;

import dev.stet.error.StetException;
import dev.stet.ref.RequestId;

/** A request id was given to two different requests. Give every request an id of its own; only retries repeat one. */
public final class RequestIdReusedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final long number;

    /**
     * A request id that was given away before.
     *
     * @param request the id
     * @param action what it was given to now
     * @param first what is on record under it
     */
    public RequestIdReusedException(RequestId request, Action action, AuditEntry first) {
        super("Request id " + request
                + " must be new, or a retry by the same actor of the request it was first given to, "
                + first.action() + " at " + first.at() + "; now it was given to another request, " + action
                + ". Give every request an id of its own.");
        this.number = first.number();
    }

    /** The number of the audit entry of the request that the id was first given to. */
    public long number() {
        return number;
    }
}
