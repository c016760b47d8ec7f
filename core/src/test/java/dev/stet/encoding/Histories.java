package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Successive contents of agents, equal neighbours dropped: the real ones, where they are at hand, and one made up. */
final class Histories {
    private Histories() {}

    static Map<String, List<Content>> all() {
        Map<String, List<Content>> all = new LinkedHashMap<>();
        all.put("made up", madeUp());
        dev.stet.diff.Histories.all().forEach((name, history) -> all.put(name, withoutEqualNeighbours(history)));
        return all;
    }

    private static List<Content> withoutEqualNeighbours(List<Content> history) {
        List<Content> contents = new ArrayList<>();
        for (Content content : history) {
            if (contents.isEmpty() || !contents.get(contents.size() - 1).equals(content)) {
                contents.add(content);
            }
        }
        return contents;
    }

    /** A document of many nodes, of which each step changes a few. */
    private static List<Content> madeUp() {
        Random random = new Random(4);
        Content content = Content.empty();
        for (int node = 0; node < 40; node++) {
            content = content.withSection("node " + node, node(random));
        }
        List<Content> contents = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            contents.add(content);
            for (int change = random.nextInt(3); change >= 0; change--) {
                content = content.withSection("node " + random.nextInt(45), node(random));
            }
            if (step % 7 == 0) {
                content = content.withoutSection("node " + random.nextInt(45));
            }
        }
        return contents;
    }

    private static JsonValue node(Random random) {
        StringBuilder words = new StringBuilder();
        for (int word = random.nextInt(60); word >= 0; word--) {
            words.append(Integer.toString(random.nextInt(400), 36)).append(' ');
        }
        return JsonValue.parse("{\"prompt\":\"" + words + "\",\"x\":" + random.nextInt(900) + "}");
    }
}
