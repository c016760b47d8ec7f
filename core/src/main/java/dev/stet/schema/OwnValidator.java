package dev.stet.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.annotation.Annotation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A keyword carried out here instead of by the library. */
abstract class OwnValidator extends BaseKeywordValidator {

    /** Where a keyword stands, as the library hands it on. */
    record Site(SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {

        Schema part(SchemaLocation at, JsonNode schema) {
            return context.newSchema(at, schema, parent);
        }
    }

    private final Keyword keyword;

    OwnValidator(Keyword keyword, Site site) {
        super(new Named(keyword), site.value(), site.location(), site.parent(), site.context());
        this.keyword = keyword;
    }

    abstract void check(Budget budget, JsonNode value, JsonNode root, NodePath at);

    @Override
    public final void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
        check(Budget.of(context), value, root, at);
    }

    final Error.Builder error(Budget budget, JsonNode value, NodePath at) {
        return Error.builder()
                .keyword(keyword.word())
                .messageKey(keyword.word())
                .messageSupplier(() -> "")
                .schemaLocation(getSchemaLocation())
                .schemaNode(getSchemaNode())
                .evaluationPath(budget.getEvaluationPath())
                .instanceLocation(at)
                .instanceNode(value);
    }

    final boolean tellsEvaluatedMembers(Budget budget) {
        return hasUnevaluatedPropertiesInEvaluationPath(budget);
    }

    final void tellEvaluatedMembers(Budget budget, NodePath at, Set<String> names) {
        budget.getAnnotations()
                .put(Annotation.builder()
                        .keyword(keyword.word())
                        .instanceLocation(at)
                        .evaluationPath(budget.getEvaluationPath())
                        .schemaLocation(getSchemaLocation())
                        .value(names)
                        .build());
    }

    /** The name of a keyword for the library. */
    private record Named(Keyword keyword) implements com.networknt.schema.keyword.Keyword {

        @Override
        public String getValue() {
            return keyword.word();
        }

        @Override
        public com.networknt.schema.keyword.KeywordValidator newValidator(
                SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
            throw new UnsupportedOperationException("a name only");
        }
    }
}
