package dev.stet.facts;

import dev.stet.access.Change;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Values of several parts as the one text that a column holds: JSON, or words that cannot hold a space themselves. */
final class Texts {
    private static final ContentLimits STORED = new ContentLimits(3, Integer.MAX_VALUE, 1);
    private static final String NONE = "[]";
    private static final String BEGIN = "[\"";
    private static final String BETWEEN = "\",\"";
    private static final String END = "\"]";
    private static final String FROM = "from";
    private static final String TO = "to";

    private Texts() {}

    /** A JSON array in the set's order, in which {@link #element} finds each text and nothing else. */
    static String of(NavigableSet<String> texts) {
        return texts.stream().map(Texts::element).collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * One text as an element of such an array. Quotes, backslashes and commas within it are written by their code, so that
     * its text occurs in that of an array if and only if it is an element.
     */
    static String element(String text) {
        String quoted = JsonValue.of(text).toJson();
        String inner = quoted.substring(1, quoted.length() - 1);
        return '"' + inner.replace("\\\\", "\\u005c").replace("\\\"", "\\u0022").replace(",", "\\u002c") + '"';
    }

    static NavigableSet<String> texts(String json) {
        if (json.equals(NONE)) {
            return Collections.emptyNavigableSet();
        }
        if (json.indexOf('\\') < 0) {
            return plain(json);
        }
        JsonArray array = (JsonArray) JsonValue.parse(json, STORED);
        return array.elements().stream()
                .map(element -> ((JsonString) element).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where nothing is written by its code, texts stand as they are between what separates them: nothing has to be parsed. */
    private static NavigableSet<String> plain(String json) {
        NavigableSet<String> texts = new TreeSet<>();
        int end = json.length() - END.length();
        int from = BEGIN.length();
        for (int to = json.indexOf(BETWEEN, from); to >= 0; to = json.indexOf(BETWEEN, from)) {
            texts.add(json.substring(from, to));
            from = to + BETWEEN.length();
        }
        texts.add(json.substring(from, end));
        return texts;
    }

    /** A JSON object: by the name of what changed, an object of {@code from} and {@code to}. */
    static String of(NavigableMap<String, Change> changes) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        changes.forEach((name, change) -> {
            Map<String, JsonValue> sides = new LinkedHashMap<>();
            change.from().ifPresent(from -> sides.put(FROM, JsonValue.of(from)));
            change.to().ifPresent(to -> sides.put(TO, JsonValue.of(to)));
            members.put(name, new JsonObject(sides));
        });
        return new JsonObject(members).toJson();
    }

    static NavigableMap<String, Change> changes(String json) {
        NavigableMap<String, Change> changes = new TreeMap<>();
        ((JsonObject) JsonValue.parse(json, STORED))
                .members()
                .forEach((name, sides) ->
                        changes.put(name, new Change(side((JsonObject) sides, FROM), side((JsonObject) sides, TO))));
        return changes;
    }

    private static Optional<String> side(JsonObject sides, String name) {
        return sides.find(name).map(text -> ((JsonString) text).value());
    }

    /** {@code workspace agent version 3} or {@code workspace agent draft d1 7}: ids hold no spaces. */
    static String of(Origin origin) {
        String agent = origin.agent().workspace() + " " + origin.agent().agent();
        return origin.ref() instanceof Ref.OfVersion version
                ? agent + " version " + version.number()
                : agent + " draft " + words(((Ref.OfRevision) origin.ref()).draft());
    }

    private static String words(DraftRef draft) {
        return draft.id() + " " + draft.revision();
    }

    static Origin origin(String text) {
        String[] words = text.split(" ", -1);
        AgentKey agent = AgentKey.of(words[0], words[1]);
        return new Origin(
                agent,
                words.length == 4
                        ? Ref.version(Long.parseLong(words[3]))
                        : Ref.revision(DraftRef.of(words[3], Long.parseLong(words[4]))));
    }
}
