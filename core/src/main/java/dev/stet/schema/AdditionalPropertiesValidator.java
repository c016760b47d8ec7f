package dev.stet.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.stet.pattern.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Members that neither {@code properties} nor {@code patternProperties} beside it name. */
final class AdditionalPropertiesValidator extends OwnValidator {

    private final Set<String> named = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final boolean refused;
    private final Schema schema;

    AdditionalPropertiesValidator(Keyword keyword, Site site, Scan scan) {
        super(keyword, site);
        JsonNode beside = site.parent().getSchemaNode();
        named.addAll(beside.path(Keyword.PROPERTIES.word()).propertyNames());
        beside.path(Keyword.PATTERN_PROPERTIES.word())
                .propertyNames()
                .forEach(ecma -> patterns.add(scan.pattern(ecma)));
        this.refused = site.value().isBoolean() && !site.value().booleanValue();
        this.schema = site.part(site.location(), site.value());
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        Set<String> evaluated = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            if (named.contains(name) || isMatched(name, budget)) {
                continue;
            }
            evaluated.add(name);
            if (refused) {
                budget.addError(error(budget, value, at).property(name).build());
            } else {
                schema.validate(budget, member.getValue(), root, at.append(name));
            }
        }
        if (tellsEvaluatedMembers(budget)) {
            tellEvaluatedMembers(budget, at, evaluated);
        }
    }

    private boolean isMatched(String name, Budget budget) {
        for (Pattern pattern : patterns) {
            if (pattern.isIn(name, budget::charge)) {
                return true;
            }
        }
        return false;
    }
}
