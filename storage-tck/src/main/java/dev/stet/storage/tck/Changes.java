package dev.stet.storage.tck;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.environment.Deployment;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Facts;
import dev.stet.facts.Removed;
import dev.stet.facts.Serving;
import dev.stet.facts.StoredContent;
import dev.stet.page.PageRevision;
import dev.stet.ref.RequestId;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.ContentionException;
import dev.stet.version.Annotation;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** A changeset that is put together row by row. Deletes the agent unless it is given an {@link #agent} row. */
final class Changes {
    /** More than any store of the kit needs. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MAX_GIVING_WAY = 20;

    private final Rows rows;
    private final long expectedHead;
    private Optional<Agent> agent = Optional.empty();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<DraftRevision> revisions = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Version> annotated = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<Serving> environments = new ArrayList<>();
    private final List<PageRevision> pages = new ArrayList<>();
    private final List<StoredContent> contents = new ArrayList<>();
    private Removed removed = Removed.nothing();
    private AuditEntry audit;

    Changes(Rows rows, long expectedHead) {
        this.rows = rows;
        this.expectedHead = expectedHead;
        this.audit = rows.audit(expectedHead + 1);
    }

    Changes agent(Agent row) {
        agent = Optional.of(row);
        return this;
    }

    Changes draft(Draft row) {
        drafts.add(row);
        return this;
    }

    Changes revision(DraftRevision row) {
        revisions.add(row);
        return this;
    }

    Changes version(Version row) {
        versions.add(row);
        return this;
    }

    /** The same of a version as {@link Rows#version} makes it. */
    Changes annotate(long version, Annotation annotation) {
        return annotate(rows.version(version).withAnnotation(annotation));
    }

    /** Replaces the annotation of a version that is stored already. */
    Changes annotate(Version row) {
        annotated.add(row);
        return this;
    }

    /** Makes a deployment the active one of its environment. */
    Changes deploy(Deployment row) {
        deployments.add(row);
        return environment(rows.serving(row));
    }

    /** The same, and makes a revision the latest of that environment's config page. */
    Changes deploy(Deployment row, PageRevision page) {
        deployments.add(row);
        return turn(rows.serving(row), page);
    }

    /** The same for a version other than that of its number. */
    Changes deploy(Deployment row, Version version, PageRevision page) {
        deployments.add(row);
        return turn(Serving.untouched(row.environment()).after(row, Optional.of(version)), page);
    }

    Changes environment(Serving row) {
        environments.add(row);
        return this;
    }

    /** Makes a revision the latest of an environment's config page. */
    Changes turn(Serving environment, PageRevision row) {
        return page(row).environment(environment.after(row));
    }

    Changes page(PageRevision row) {
        pages.add(row);
        return this;
    }

    Changes content(StoredContent row) {
        contents.add(row);
        return this;
    }

    Changes remove(Removed rows) {
        removed = rows;
        return this;
    }

    Changes audit(AuditEntry entry) {
        audit = entry;
        return this;
    }

    Changes at(Instant time) {
        return audit(rows.audit(expectedHead + 1, time, Optional.empty()));
    }

    Changes request(String id) {
        return audit(rows.audit(expectedHead + 1, Rows.at(expectedHead + 1), Optional.of(RequestId.of(id))));
    }

    AgentChange changeset() {
        return new AgentChange(
                rows.key(),
                expectedHead,
                agent,
                drafts,
                revisions,
                versions,
                annotated,
                deployments,
                environments,
                pages,
                contents,
                removed,
                audit);
    }

    /** Applies it, if the head is as expected. */
    ApplyResult tryOn(Facts facts) {
        return insist(() -> facts.apply(changeset(), PATIENCE));
    }

    /**
     * Asks a store again when it gave way to another transaction, as it may: then nothing was changed. MariaDB ends one of two
     * transactions that add the same agent, rather than let both wait. A store that never does anything else is found out.
     */
    static <R> R insist(Supplier<R> call) {
        for (int left = MAX_GIVING_WAY; left > 0; left--) {
            try {
                return call.get();
            } catch (ContentionException gaveWay) {
                // Again.
            }
        }
        return call.get();
    }

    /** Applies it, which must succeed. */
    void applyTo(Facts facts) {
        ApplyResult result = tryOn(facts);
        Assertions.assertInstanceOf(ApplyResult.Applied.class, result);
    }
}
