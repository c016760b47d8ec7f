package dev.stet.access;

/**
 * The host's word on who may do what. Asked before anything is read out or changed, for every action and
 * environment that a call touches, and again when a change is attempted again; what it throws goes through to the caller and nothing is changed.
 *
 * <p>Called concurrently from every thread that uses the registry, on every call, reads included: it should answer from
 * memory.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Whether the actor may. */
    boolean allows(AccessRequest request);

    /**
     * Everybody may do everything, except discard a draft that somebody else created. That includes
     * {@link Action#READ_SECRETS}: where only some may read secrets, the host has to say who.
     */
    static AccessPolicy creatorsDiscardTheirDrafts() {
        return request -> request.action() != Action.DISCARD_DRAFT_OF_ANOTHER;
    }

    /** Everybody may do everything. */
    static AccessPolicy everything() {
        return request -> true;
    }
}
