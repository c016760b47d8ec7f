package dev.stet.storage.jdbc.witness;

import dev.stet.ref.AgentId;
import dev.stet.ref.DraftRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a player knows of a draft it works on. Not thread-safe. */
final class Desk {
    private final AgentId agent;
    private Optional<DraftRef> seen = Optional.empty();
    private OptionalLong deployment = OptionalLong.empty();
    private boolean saved;

    Desk(AgentId agent) {
        this.agent = agent;
    }

    AgentId agent() {
        return agent;
    }

    /** The draft as it was last seen; empty before it was. */
    Optional<DraftRef> seen() {
        return seen;
    }

    /** Whether the player saved something since it last published. */
    boolean isSaved() {
        return saved;
    }

    /** A deployment the player made and has not yet promoted. */
    OptionalLong deployment() {
        return deployment;
    }

    void saw(DraftRef draft) {
        seen = Optional.of(draft);
    }

    /** Takes note of a call that was made, and of what it told. */
    void made(Call call, List<Fact> facts) {
        if (call instanceof Call.Opening opening) {
            saw(new DraftRef(opening.draft(), 1));
        } else if (call instanceof Call.Saving saving) {
            saw(new DraftRef(saving.expected().id(), saving.expected().revision() + 1));
            saved = true;
        } else if (call instanceof Call.Publication) {
            saved = false;
            facts.stream()
                    .filter(fact -> fact.kind() == Fact.Kind.DEPLOYMENT)
                    .forEach(fact -> deployment = OptionalLong.of(Long.parseLong(fact.key())));
        } else if (call instanceof Call.Promotion) {
            deployment = OptionalLong.empty();
        }
    }
}
