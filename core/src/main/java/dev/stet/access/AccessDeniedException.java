package dev.stet.access;

import dev.stet.error.StetException;

/** The host's {@link AccessPolicy} said no. Nothing was read out or changed. */
public final class AccessDeniedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient AccessRequest request;

    public AccessDeniedException(AccessRequest request) {
        super(message(request));
        this.request = request;
    }

    /** What was asked of the policy. */
    public AccessRequest request() {
        return request;
    }

    private static String message(AccessRequest request) {
        String agent = request.agent().map(id -> "/" + id).orElse("");
        String environment =
                request.environment().map(name -> " in environment " + name).orElse("");
        return "Actor " + request.actor().id() + " may not " + request.action() + " on " + request.workspace() + agent
                + environment
                + ": the access policy of this application refused it. Have it allowed, or done by somebody who may.";
    }
}
