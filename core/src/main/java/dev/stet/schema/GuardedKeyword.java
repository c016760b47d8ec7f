package dev.stet.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** A keyword whose work is charged, by the size of what it goes through, before it is done. */
final class GuardedKeyword implements com.networknt.schema.keyword.Keyword {

    private static final int CHARACTERS_A_STEP = 16;

    private final Keyword keyword;
    private final BiFunction<Keyword, OwnValidator.Site, KeywordValidator> made;

    GuardedKeyword(Keyword keyword, BiFunction<Keyword, OwnValidator.Site, KeywordValidator> made) {
        this.keyword = keyword;
        this.made = made;
    }

    @Override
    public String getValue() {
        return PlainSchema.word(keyword);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        SchemaLocation site =
                keyword == Keyword.FORMAT ? parent.getSchemaLocation().append(keyword.word()) : location;
        KeywordValidator inner = made.apply(keyword, new OwnValidator.Site(site, value, parent, context));
        return new Guarded(inner, weight(value), walks());
    }

    /** What the keyword's own value adds to each use of it. */
    private long weight(JsonNode value) {
        return switch (keyword) {
            // The library writes the schema out for each finding.
            case NOT, CONTAINS -> 1 + value.toString().length() / CHARACTERS_A_STEP;
            case PROPERTIES -> value.size();
            default -> 0;
        };
    }

    /** Whether the keyword goes through the members or elements of the value. */
    private boolean walks() {
        return switch (keyword.applies()) {
            case MEMBERS -> keyword != Keyword.PROPERTIES;
            case ELEMENTS, NAMES -> true;
            case HERE, NOWHERE -> false;
        };
    }

    private static final class Guarded implements KeywordValidator {
        private final KeywordValidator inner;
        private final long weight;
        private final boolean walks;

        Guarded(KeywordValidator inner, long weight, boolean walks) {
            this.inner = inner;
            this.weight = weight;
            this.walks = walks;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
            Budget.of(context).charge(weight + (walks ? value.size() : 0));
            inner.validate(context, value, root, at);
        }

        @Override
        public String getKeyword() {
            return inner.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return inner.getSchemaLocation();
        }
    }
}
