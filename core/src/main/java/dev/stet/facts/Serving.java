package dev.stet.facts;

import dev.stet.content.ContentHash;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Freeze;
import dev.stet.page.PageRevision;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * An environment as it is stored: with all that an answer to "what runs here?" needs beside the agent, so that no other row has
 * to be read for one. What it tells of a version and of a page revision never changes there.
 *
 * <p>The hash of the variables is Stet's alone: a secret of few values could be guessed by it.
 *
 * @param environment the environment
 * @param snapshot what it serves; there if and only if it serves a version
 * @param page what its config page says; there if and only if somebody has put something on it
 */
public record Serving(Environment environment, Optional<Snapshot> snapshot, Optional<Page> page) {
    /**
     * What a version froze.
     *
     * @param hash the hash of the content
     * @param publishedAt when the version was published, in microseconds
     */
    public record Snapshot(ContentHash hash, Instant publishedAt) {
        public static Snapshot of(Version version) {
            return new Snapshot(version.hash(), version.publishedAt());
        }
    }

    /**
     * What a revision of a config page says.
     *
     * @param variables the hash of the variables
     * @param schema the hash of the schema
     * @param at when the revision was made, in microseconds
     */
    public record Page(ContentHash variables, ContentHash schema, Instant at) {
        public static Page of(PageRevision revision) {
            return new Page(revision.variables(), revision.schema(), revision.at());
        }
    }

    public Serving {
        if (snapshot.isPresent() != environment.version().isPresent() || page.isPresent() != environment.page() > 0) {
            throw new IllegalArgumentException("an environment is stored with what it names, and with nothing else: "
                    + environment + ", " + snapshot + ", " + page);
        }
    }

    /** An environment in which nothing has happened yet. */
    public static Serving untouched(String environment) {
        return new Serving(Environment.untouched(environment), Optional.empty(), Optional.empty());
    }

    public String name() {
        return environment.name();
    }

    /** The same after a deployment in it; {@code version} is the one that it deployed, if any. */
    public Serving after(Deployment deployment, Optional<Version> version) {
        return new Serving(environment.serving(deployment), version.map(Snapshot::of), page);
    }

    /** The same with another revision of its config page. */
    public Serving after(PageRevision revision) {
        return new Serving(environment.withPage(revision.number()), snapshot, Optional.of(Page.of(revision)));
    }

    public Serving withFreeze(Optional<Freeze> freeze) {
        return new Serving(environment.withFreeze(freeze), snapshot, page);
    }
}
