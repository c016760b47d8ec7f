package dev.stet.version;

import dev.stet.environment.Replacing;
import dev.stet.input.Given;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Freezes a draft into the agent's next version.
 *
 * @param draft the draft, at the revision the caller has seen
 * @param label a short name for the version; empty for none
 * @param description what changed and why; empty for none
 * @param superseding the latest version the caller knowingly publishes over, although the draft is not built on it
 * @param rebasing whether a draft that is not built on the latest version is rebased onto it, where that is clean
 * @param deploying whether the new version is deployed in the same atomic step
 * @param id the host's id for the version; a generated, time-ordered one when empty
 */
public record Publish(
        DraftRef draft,
        String label,
        String description,
        OptionalLong superseding,
        boolean rebasing,
        Deploying deploying,
        Optional<VersionId> id) {
    public Publish {
        Given.the("draft", draft);
        Given.text("label", label);
        Given.text("description", description);
        Given.the("version to supersede", superseding);
        Given.the("deployment", deploying);
        Given.the("version id", id);
    }

    /** Whether a publish deploys what it publishes. */
    public sealed interface Deploying {
        /** To where the pipeline says, if it says so. */
        record AsThePipelineSays() implements Deploying {}

        /** Nowhere, whatever the pipeline says. */
        record Nowhere() implements Deploying {}

        /** To this entry environment. */
        record To(String environment, Replacing replacing) implements Deploying {
            public To {
                Given.environment(environment);
                Given.the("deployment to replace", replacing);
            }
        }
    }

    public static Publish draft(DraftRef seen) {
        return new Publish(
                seen, "", "", OptionalLong.empty(), false, new Deploying.AsThePipelineSays(), Optional.empty());
    }

    public Publish label(String given) {
        return new Publish(draft, given, description, superseding, rebasing, deploying, id);
    }

    public Publish description(String given) {
        return new Publish(draft, label, given, superseding, rebasing, deploying, id);
    }

    /**
     * Publishes over {@code latest} although the draft builds on an older version, or on none: what came since the
     * draft's base is left out of the new version. Refused when {@code latest} is not the latest version any more.
     */
    public Publish superseding(long latest) {
        return new Publish(draft, label, description, OptionalLong.of(latest), false, deploying, id);
    }

    /**
     * When the draft builds on an older version than the latest, or on none, first merges what came since into it, in the
     * same atomic step: the merged content is the draft's next revision, and that is published. Where both sides changed
     * the same places it is refused with {@link dev.stet.merge.MergeConflictException}. The contrary of
     * {@link #superseding}: of the two, what was said last counts.
     */
    public Publish rebasingIfClean() {
        return new Publish(draft, label, description, OptionalLong.empty(), true, deploying, id);
    }

    /** Also deploys to an entry environment, whatever the pipeline says. */
    public Publish deployTo(String environment) {
        return deployTo(environment, Replacing.anything());
    }

    /** Also deploys to an entry environment, if it is as expected. */
    public Publish deployTo(String environment, Replacing replacing) {
        return new Publish(
                draft, label, description, superseding, rebasing, new Deploying.To(environment, replacing), id);
    }

    /** Does not deploy, whatever the pipeline says. */
    public Publish withoutDeploying() {
        return new Publish(draft, label, description, superseding, rebasing, new Deploying.Nowhere(), id);
    }

    public Publish id(VersionId given) {
        return new Publish(
                draft, label, description, superseding, rebasing, deploying, Given.chosen("version id", given));
    }
}
