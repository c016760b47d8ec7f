package dev.stet;

import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.PageRef;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that names a content. For as long as it is there, the content is there, in one spelling: only what no row names is
 * dropped, and only what was dropped can be stored again in another spelling.
 *
 * @param at when the row was made; rows of one agent that were made later have no earlier time
 * @param row which of the rows of that time
 */
record Mention(AgentKey agent, ContentHash hash, Instant at, Object row) {
    static Mention by(AgentKey agent, Version version) {
        return new Mention(agent, version.hash(), version.publishedAt(), version.number());
    }

    /** The version that an environment serves, as the version's own row does. */
    static Mention bySnapshot(AgentKey agent, Serving serving, long version) {
        Serving.Snapshot snapshot = serving.snapshot().orElseThrow();
        return new Mention(agent, snapshot.hash(), snapshot.publishedAt(), version);
    }

    /** The revision of a config page that an environment names, as the revision's own row does. */
    static Mention ofVariables(AgentKey agent, Serving serving, Serving.Page page) {
        return new Mention(agent, page.variables(), page.at(), pageOf(serving));
    }

    static Mention ofSchema(AgentKey agent, Serving serving, Serving.Page page) {
        return new Mention(agent, page.schema(), page.at(), pageOf(serving));
    }

    private static PageRef pageOf(Serving serving) {
        return new PageRef(serving.name(), serving.environment().page());
    }

    static Mention by(AgentKey agent, DraftRevision revision) {
        return new Mention(agent, revision.hash(), revision.at(), revision.ref());
    }

    static Mention by(AgentKey agent, Draft draft) {
        return new Mention(agent, draft.hash(), draft.updatedAt(), draft.ref());
    }

    static Mention ofVariables(AgentKey agent, PageRevision page) {
        return new Mention(agent, page.variables(), page.at(), page.ref());
    }

    static Mention ofSchema(AgentKey agent, PageRevision page) {
        return new Mention(agent, page.schema(), page.at(), page.ref());
    }

    /** All that a change adds. */
    static List<Mention> in(AgentChange changes) {
        List<Mention> all = new ArrayList<>();
        changes.revisions().forEach(revision -> all.add(by(changes.key(), revision)));
        changes.versions().forEach(version -> all.add(by(changes.key(), version)));
        changes.pages().forEach(page -> {
            all.add(ofVariables(changes.key(), page));
            all.add(ofSchema(changes.key(), page));
        });
        return all;
    }
}
