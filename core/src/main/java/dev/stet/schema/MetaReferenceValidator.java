package dev.stet.schema;

import com.networknt.schema.path.NodePath;
import dev.stet.content.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Goes on with a schema of a meta-schema. What is found there is told of the place that refers to it. */
final class MetaReferenceValidator extends OwnValidator {

    private final MetaSchema.Part target;
    private final Budget.Origin origin;

    MetaReferenceValidator(Keyword keyword, Site site, JsonPointer at, MetaSchema.Part target) {
        super(keyword, site);
        this.target = target;
        this.origin = new Budget.Origin(target.meta().document(), at);
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        budget.enter(origin);
        try {
            target.schema().validate(budget, value, root, at);
        } finally {
            budget.leave();
        }
    }
}
