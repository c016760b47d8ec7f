package dev.stet.storage.tck.oracle;

import dev.stet.Stet;
import dev.stet.agent.TextLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import dev.stet.storage.Storage;

/**
 * What the host declares: the same for a registry and for its model.
 *
 * @param drafts how many drafts may be open
 * @param afterPublish what becomes of a published draft
 * @param pipeline of agents of the default kind
 * @param otherPipeline of agents of {@link #OTHER_KIND}
 * @param cached whether the registry keeps contents in memory
 * @param alone whether others seem to be in the way of each change until it is decided while they are kept away
 */
public record Setup(
        DraftPolicy drafts,
        AfterPublish afterPublish,
        Pipeline pipeline,
        Pipeline otherPipeline,
        boolean cached,
        boolean alone) {
    /** A kind with a pipeline of its own, and with a content rule: it requires {@link #REQUIRED_SECTION}. */
    public static final String OTHER_KIND = "other";

    /** The section without which an agent of {@link #OTHER_KIND} is not published. */
    public static final String REQUIRED_SECTION = "goal";

    /** The section that says what a version needs of the config page beside it. */
    public static final String NEEDS_SECTION = "needs";

    /** Short ones, so that what breaks them is short as well. */
    static final TextLimits LIMITS = new TextLimits(12, 8, 10, 10);

    /** Breaks every limit. */
    static final String TOO_LONG = "far too long a text";

    /** Many drafts, consumed by publishing; {@code sandbox → pre-release → live}. */
    public static Setup simple() {
        Pipeline pipeline = Pipeline.of("sandbox", "pre-release", "live");
        return new Setup(DraftPolicy.MANY_PER_AGENT, AfterPublish.CONSUME, pipeline, Pipeline.of("live"), false, false);
    }

    public Setup afterPublish(AfterPublish given) {
        return new Setup(drafts, given, pipeline, otherPipeline, cached, alone);
    }

    /** A registry that was declared so. */
    public Stet.Builder on(Storage storage) {
        Stet.Builder builder = Stet.on(storage)
                .drafts(drafts)
                .afterPublish(afterPublish)
                .textLimits(LIMITS)
                .pageNeeds(JsonPointer.ROOT.append(NEEDS_SECTION))
                .pipeline(pipeline)
                .pipeline(OTHER_KIND, otherPipeline)
                .contentRules(OTHER_KIND, contentRulesOf(OTHER_KIND));
        return cached ? builder : builder.contentCacheBytes(0);
    }

    Pipeline pipelineOf(String kind) {
        return kind.equals(OTHER_KIND) ? otherPipeline : pipeline;
    }

    ContentRules contentRulesOf(String kind) {
        return kind.equals(OTHER_KIND) ? ContentRules.none().require(REQUIRED_SECTION) : ContentRules.none();
    }
}
