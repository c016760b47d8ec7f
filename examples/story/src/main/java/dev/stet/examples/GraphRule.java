package dev.stet.examples;

import dev.stet.content.Content;
import dev.stet.content.ContentValidator;
import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule of the application: every edge of the conversation graph begins and ends at a node. */
final class GraphRule implements ContentValidator {
    private static final JsonPointer NODES = JsonPointer.parse("/graph/nodes");
    private static final JsonPointer EDGES = JsonPointer.parse("/graph/edges");

    @Override
    public List<Finding> check(Content content) {
        Set<String> nodes = elements(content, NODES).stream()
                .flatMap(node -> text(node, "id").stream())
                .collect(Collectors.toSet());
        List<JsonValue> edges = elements(content, EDGES);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (String end : List.of("from", "to")) {
                String node = text(edges.get(i), end).orElse("");
                if (!nodes.contains(node)) {
                    findings.add(dangling(EDGES.append(i).append(end), node));
                }
            }
        }
        return findings;
    }

    private static Finding dangling(JsonPointer place, String node) {
        return new Finding(place, "edge-without-node", "expected a node, found none named '" + node + "'");
    }

    private static List<JsonValue> elements(Content content, JsonPointer place) {
        return content.root()
                .find(place)
                .filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).elements())
                .orElseGet(List::of);
    }

    private static Optional<String> text(JsonValue owner, String member) {
        return owner.find(JsonPointer.ROOT.append(member))
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).value());
    }
}
