package dev.stet.storage.tck.oracle;

import dev.stet.draft.DraftStatus;
import java.util.ArrayList;
import java.util.List;

/** What a script can call for. */
enum Verb {
    CREATE(1, Need.NOTHING),
    SAVE(18, Need.DRAFT),
    PUBLISH(24, Need.DRAFT),
    OPEN(9, Need.AGENT),
    DEPLOY(10, Need.VERSION),
    PROMOTE(12, Need.DEPLOYMENT),
    ROLL_BACK(14, Need.DEPLOYMENT),
    ANNOTATE(7, Need.VERSION),
    RESTORE(4, Need.DRAFT),
    REBASE(5, Need.DRAFT),
    MERGE(4, Need.DRAFT),
    OVERWRITE(3, Need.DRAFT),
    RENAME(2, Need.DRAFT),
    DISCARD(2, Need.DRAFT),
    EDIT(5, Need.AGENT),
    EDIT_PAGE(9, Need.AGENT),
    OVERWRITE_PAGE(2, Need.AGENT),
    RESTORE_PAGE(3, Need.AGENT),
    COPY_PAGE(3, Need.AGENT),
    EMPTY(3, Need.DEPLOYMENT),
    FREEZE(1, Need.AGENT),
    UNFREEZE(2, Need.AGENT),
    DUPLICATE(2, Need.NOTHING),
    DELETE(1, Need.AGENT);

    /** What must be there for a verb to do anything. */
    private enum Need {
        NOTHING,
        AGENT,
        DRAFT,
        VERSION,
        DEPLOYMENT
    }

    private final int weight;
    private final Need need;

    Verb(int weight, Need need) {
        this.weight = weight;
        this.need = need;
    }

    /** Each as often as it is to be called for. */
    static List<Verb> weighted() {
        List<Verb> all = new ArrayList<>();
        for (Verb verb : values()) {
            for (int i = 0; i < verb.weight; i++) {
                all.add(verb);
            }
        }
        return all;
    }

    /** This verb, or, where it could do nothing yet, one that leads towards it. */
    Verb sensible(AgentState state) {
        Verb first = this;
        if (first.need == Need.DEPLOYMENT && state.deployments().isEmpty()) {
            first = DEPLOY;
        }
        if (first.need == Need.VERSION && state.versions().isEmpty()) {
            first = PUBLISH;
        }
        if (first.need == Need.DRAFT
                && state.drafts().values().stream().noneMatch(draft -> draft.status() == DraftStatus.OPEN)) {
            first = OPEN;
        }
        return first.need != Need.NOTHING && !state.everWas() ? CREATE : first;
    }
}
