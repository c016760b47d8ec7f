package dev.stet.storage.jdbc.witness;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.version.Version;
import java.util.List;

/**
 * Something that is on record of an agent and never changes.
 *
 * @param kind what it is
 * @param key which one it is among those of its kind
 * @param text everything about it that never changes
 */
record Fact(Kind kind, String key, String text) {
    enum Kind {
        AGENT,
        DRAFT,
        REVISION,
        VERSION,
        DEPLOYMENT
    }

    /** How many words tell a fact. */
    static final int WORDS = 3;

    static Fact of(Agent agent) {
        return new Fact(
                Kind.AGENT,
                agent.key().agent().value(),
                "created by " + agent.createdBy() + " at " + agent.createdAt());
    }

    static Fact of(Draft draft) {
        return new Fact(Kind.DRAFT, draft.id().value(), "opened by " + draft.createdBy() + " at " + draft.createdAt());
    }

    static Fact of(DraftRevision revision) {
        return new Fact(Kind.REVISION, revision.ref().toString(), revision.toString());
    }

    /** With its annotation: the programs change none. */
    static Fact of(Version version) {
        return new Fact(Kind.VERSION, Long.toString(version.number()), version.toString());
    }

    static Fact of(Deployment deployment) {
        return new Fact(Kind.DEPLOYMENT, Long.toString(deployment.number()), deployment.toString());
    }

    static Fact of(List<String> words) {
        return new Fact(Kind.valueOf(words.get(0)), words.get(1), words.get(2));
    }

    List<String> words() {
        return List.of(kind.name(), key, text);
    }

    boolean isAbout(Fact other) {
        return kind == other.kind && key.equals(other.key);
    }
}
