package dev.stet.rules;

import dev.stet.agent.TextLimits;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Identities;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import java.util.Map;
import java.util.Optional;

/**
 * What the host declared once for its registry, and every rule goes by.
 *
 * @param pipeline for kinds without a pipeline of their own
 * @param pipelines by kind
 * @param contentRules for kinds without content rules of their own
 * @param contentRulesByKind by kind
 * @param identities for kinds without identities of their own
 * @param identitiesByKind by kind
 * @param pageNeeds where the contents of kinds without a place of their own say what they need of their config page
 * @param pageNeedsByKind by kind
 * @param schemas what was compiled of the schemas that the rules came upon
 */
public record Policies(
        Pipeline pipeline,
        Map<String, Pipeline> pipelines,
        ContentRules contentRules,
        Map<String, ContentRules> contentRulesByKind,
        Identities identities,
        Map<String, Identities> identitiesByKind,
        Optional<JsonPointer> pageNeeds,
        Map<String, JsonPointer> pageNeedsByKind,
        CompiledSchemas schemas,
        ContentLimits contentLimits,
        TextLimits textLimits,
        DraftPolicy drafts,
        AfterPublish afterPublish) {
    public Policies {
        pipelines = Map.copyOf(pipelines);
        contentRulesByKind = Map.copyOf(contentRulesByKind);
        identitiesByKind = Map.copyOf(identitiesByKind);
        pageNeedsByKind = Map.copyOf(pageNeedsByKind);
    }

    public Pipeline pipelineOf(String kind) {
        return pipelines.getOrDefault(kind, pipeline);
    }

    /** What was declared, and that what a content needs of its config page is said as a schema. */
    public ContentRules contentRulesOf(String kind) {
        ContentRules declared = contentRulesByKind.getOrDefault(kind, contentRules);
        return pageNeedsOf(kind).map(declared::check).orElse(declared);
    }

    Optional<PageNeeds> pageNeedsOf(String kind) {
        return Optional.ofNullable(pageNeedsByKind.get(kind))
                .or(() -> pageNeeds)
                .map(at -> new PageNeeds(at, schemas));
    }

    /** Whether versions of any kind can say what they need of their config page. */
    public boolean looksAtPageNeeds() {
        return pageNeeds.isPresent() || !pageNeedsByKind.isEmpty();
    }

    /** Whether versions of a kind can say what they need of their config page. */
    public boolean looksAtPageNeeds(String kind) {
        return pageNeedsOf(kind).isPresent();
    }

    public Identities identitiesOf(String kind) {
        return identitiesByKind.getOrDefault(kind, identities);
    }
}
