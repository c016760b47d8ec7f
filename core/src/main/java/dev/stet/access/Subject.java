package dev.stet.access;

import dev.stet.input.Given;
import dev.stet.ref.DraftId;
import dev.stet.ref.PageRef;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an audited change was about, beside its agent. Only what applies is present.
 *
 * @param draft the draft opened, edited, discarded or published
 * @param revision the draft's revision after the change, or, of a publish, the revision that was published, which is a
 *     new one when the publish rebased the draft; where there is no draft, the revision of the environment's config page
 *     after the change
 * @param version the version published, annotated or deployed
 * @param environment the environment that changed
 * @param deployment the number of the deployment that was made
 */
public record Subject(
        Optional<DraftId> draft,
        OptionalLong revision,
        OptionalLong version,
        Optional<String> environment,
        OptionalLong deployment) {
    public Subject {
        Given.the("draft id", draft);
        Given.the("revision", revision);
        Given.the("version", version);
        Given.environment(environment);
        Given.the("deployment", deployment);
    }

    private static final Subject AGENT = new Subject(
            Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty());

    /** The agent itself. */
    public static Subject agent() {
        return AGENT;
    }

    public Subject draft(DraftId id) {
        return new Subject(Optional.of(id), revision, version, environment, deployment);
    }

    public Subject draft(DraftId id, long revision) {
        return new Subject(Optional.of(id), OptionalLong.of(revision), version, environment, deployment);
    }

    public Subject version(long number) {
        return new Subject(draft, revision, OptionalLong.of(number), environment, deployment);
    }

    public Subject environment(String name) {
        return new Subject(draft, revision, version, Optional.of(name), deployment);
    }

    /** The config page of an environment, at the revision it has after the change. */
    public Subject page(PageRef page) {
        return new Subject(
                draft, OptionalLong.of(page.revision()), version, Optional.of(page.environment()), deployment);
    }

    public Subject deployment(long number) {
        return new Subject(draft, revision, version, environment, OptionalLong.of(number));
    }
}
