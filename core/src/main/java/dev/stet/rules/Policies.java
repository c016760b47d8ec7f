package dev.stet.rules;

import dev.stet.agent.TextLimits;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Identities;
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
 * @param identities for kinds without identities of their own
 * @param identitiesByKind by kind
 */
public record Policies(
        Pipeline pipeline,
        Map<String, Pipeline> pipelines,
        ContentRules contentRules,
        Map<String, ContentRules> contentRulesByKind,
        Identities identities,
        Map<String, Identities> identitiesByKind,
        ContentLimits contentLimits,
        TextLimits textLimits,
        DraftPolicy drafts,
        AfterPublish afterPublish) {
    public Policies {
        pipelines = Map.copyOf(pipelines);
        contentRulesByKind = Map.copyOf(contentRulesByKind);
        identitiesByKind = Map.copyOf(identitiesByKind);
    }

    public Pipeline pipelineOf(String kind) {
        return pipelines.getOrDefault(kind, pipeline);
    }

    public ContentRules contentRulesOf(String kind) {
        return contentRulesByKind.getOrDefault(kind, contentRules);
    }

    public Identities identitiesOf(String kind) {
        return identitiesByKind.getOrDefault(kind, identities);
    }
}
