package dev.stet.rules;

import dev.stet.agent.TextLimits;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import java.util.Map;

/**
 * What the host declared once for its registry, and every rule goes by.
 *
 * @param pipeline for kinds without a pipeline of their own
 * @param pipelines by kind
 * @param contentRules for kinds without content rules of their own
 * @param contentRulesByKind by kind
 */
public record Policies(
        Pipeline pipeline,
        Map<String, Pipeline> pipelines,
        ContentRules contentRules,
        Map<String, ContentRules> contentRulesByKind,
        ContentLimits contentLimits,
        TextLimits textLimits,
        DraftPolicy drafts,
        AfterPublish afterPublish) {
    public Policies {
        pipelines = Map.copyOf(pipelines);
        contentRulesByKind = Map.copyOf(contentRulesByKind);
    }

    public Pipeline pipelineOf(String kind) {
        return pipelines.getOrDefault(kind, pipeline);
    }

    public ContentRules contentRulesOf(String kind) {
        return contentRulesByKind.getOrDefault(kind, contentRules);
    }
}
