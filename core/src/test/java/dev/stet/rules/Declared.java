package dev.stet.rules;

import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;

/** What a host declared, where one thing of it is not as in {@link Known#POLICIES}. */
final class Declared {
    private static final Policies ALL = Known.POLICIES;

    private Declared() {}

    static Policies limits(ContentLimits limits) {
        return policies(ALL.pipeline(), ALL.contentRules(), limits, ALL.drafts(), ALL.afterPublish());
    }

    static Policies contentRules(ContentRules rules) {
        return policies(ALL.pipeline(), rules, ALL.contentLimits(), ALL.drafts(), ALL.afterPublish());
    }

    static Policies drafts(DraftPolicy drafts) {
        return policies(ALL.pipeline(), ALL.contentRules(), ALL.contentLimits(), drafts, ALL.afterPublish());
    }

    static Policies afterPublish(AfterPublish afterPublish) {
        return afterPublish(afterPublish, ALL.pipeline());
    }

    static Policies afterPublish(AfterPublish afterPublish, Pipeline pipeline) {
        return policies(pipeline, ALL.contentRules(), ALL.contentLimits(), ALL.drafts(), afterPublish);
    }

    private static Policies policies(
            Pipeline pipeline, ContentRules rules, ContentLimits limits, DraftPolicy drafts, AfterPublish after) {
        return new Policies(
                pipeline,
                ALL.pipelines(),
                rules,
                ALL.contentRulesByKind(),
                ALL.identities(),
                ALL.identitiesByKind(),
                ALL.pageNeeds(),
                ALL.pageNeedsByKind(),
                ALL.schemas(),
                limits,
                ALL.textLimits(),
                drafts,
                after);
    }
}
