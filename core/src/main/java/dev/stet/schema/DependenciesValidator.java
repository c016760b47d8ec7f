package dev.stet.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What must hold when a member is there: a schema, or in {@code dependencies} the names of other members. */
final class DependenciesValidator extends OwnValidator {

    private final Map<String, Schema> schemas = new LinkedHashMap<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();

    DependenciesValidator(Keyword keyword, Site site) {
        super(keyword, site);
        site.value().properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isArray()) {
                List<String> needed = new ArrayList<>();
                value.forEach(name -> needed.add(name.asString("")));
                names.put(entry.getKey(), needed);
            } else {
                schemas.put(entry.getKey(), site.part(site.location().append(entry.getKey()), value));
            }
        });
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        if (!value.isObject()) {
            return;
        }
        names.forEach((name, needed) -> {
            budget.charge(1 + (value.has(name) ? needed.size() : 0));
            if (value.has(name)) {
                needed.stream()
                        .filter(other -> !value.has(other))
                        .forEach(other -> budget.addError(
                                error(budget, value, at).property(other).build()));
            }
        });
        schemas.forEach((name, schema) -> {
            budget.charge(1);
            if (value.has(name)) {
                check(schema, name, budget, value, root, at);
            }
        });
    }

    private static void check(Schema schema, String name, Budget budget, JsonNode value, JsonNode root, NodePath at) {
        budget.evaluationPathAddLast(name);
        try {
            schema.validate(budget, value, root, at);
        } finally {
            budget.evaluationPathRemoveLast();
        }
    }
}
