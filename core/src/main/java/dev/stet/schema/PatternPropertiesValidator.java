package dev.stet.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.stet.pattern.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Members whose names match, in the order of the document: the library's order changes from run to run. */
final class PatternPropertiesValidator extends OwnValidator {

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(String ecma, Pattern pattern, Schema schema) {}

    PatternPropertiesValidator(Keyword keyword, Site site, Scan scan) {
        super(keyword, site);
        site.value().properties().forEach(entry -> {
            String ecma = entry.getKey();
            Schema schema = site.part(site.location().append(ecma), entry.getValue());
            rules.add(new Rule(ecma, scan.pattern(ecma), schema));
        });
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        Set<String> evaluated = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            for (Rule rule : rules) {
                if (rule.pattern().isIn(name, budget::charge)) {
                    check(rule, budget, member.getValue(), root, at.append(name));
                    evaluated.add(name);
                }
            }
        }
        if (tellsEvaluatedMembers(budget)) {
            tellEvaluatedMembers(budget, at, evaluated);
        }
    }

    private static void check(Rule rule, Budget budget, JsonNode member, JsonNode root, NodePath at) {
        budget.evaluationPathAddLast(rule.ecma());
        try {
            rule.schema().validate(budget, member, root, at);
        } finally {
            budget.evaluationPathRemoveLast();
        }
    }
}
