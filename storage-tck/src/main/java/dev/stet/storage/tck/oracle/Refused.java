package dev.stet.storage.tck.oracle;

import java.util.Set;

/** The model refuses a call. A registry that meets several reasons at once may name any of them. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Refusal> reasons;

    Refused(Set<Refusal> reasons) {
        super("refused: " + reasons);
        this.reasons = Set.copyOf(reasons);
    }

    /** Every reason there is; never empty. */
    public Set<Refusal> reasons() {
        return reasons;
    }
}
