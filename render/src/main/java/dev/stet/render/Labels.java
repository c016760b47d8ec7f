package dev.stet.render;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people call the values on the way to a place: what an index or a generated id does not tell them. Labels are looked for in
 * the members of each value, by the names that are usual for them, and are those of one content.
 */
final class Labels {

    /** Beyond so many characters, a label is cut. */
    private static final int LONGEST = 60;

    /** What people call a thing, wherever it stands. */
    private static final List<JsonPointer> NAMES =
            pointers("/label", "/title", "/name", "/display_name", "/displayName");

    /** The same one level further in, where wrappers keep it. */
    private static final List<JsonPointer> INNER =
            pointers("/function/name", "/data/label", "/data/title", "/data/name");

    /** What at least tells an element from its neighbours. */
    private static final List<JsonPointer> MARKS = pointers("/id", "/key", "/role");

    private final Content content;
    private final Identities identities;
    private final Map<JsonPointer, Optional<JsonPointer>> members = new HashMap<>();

    Labels(Content content, Identities identities) {
        this.content = content;
        this.identities = identities;
    }

    private static List<JsonPointer> pointers(String... texts) {
        return Stream.of(texts).map(JsonPointer::parse).toList();
    }

    /** The labels on the way, from the outermost to the innermost. */
    List<String> of(JsonPointer place) {
        return way(place).stream().flatMap(crumb -> crumb.label().stream()).toList();
    }

    /** The steps to a place, from the outermost to the innermost; none says again what one before it said. */
    List<Crumb> way(JsonPointer place) {
        List<Crumb> crumbs = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Optional<JsonValue> value = Optional.of(content.root());
        for (int depth = 0; depth < place.tokens().size(); depth++) {
            String token = place.tokens().get(depth);
            JsonPointer at = new JsonPointer(place.tokens().subList(0, depth));
            boolean element = value.filter(JsonArray.class::isInstance).isPresent();
            Optional<JsonPointer> identity = value.flatMap(parent -> member(at, parent));
            value = value.flatMap(parent -> parent.find(JsonPointer.ROOT.append(token)));
            Optional<String> label = value.flatMap(found -> element ? ofElement(found, identity) : ofMember(found))
                    .filter(each -> !plain(each).equals(plain(token)))
                    .filter(each -> said.add(plain(each)));
            crumbs.add(new Crumb(token, element, label));
            said.add(plain(token));
        }
        return crumbs;
    }

    /** What an element of an array is called; a text is called what it says. */
    private static Optional<String> ofElement(JsonValue element, Optional<JsonPointer> identity) {
        if (element instanceof JsonString) {
            return text(element);
        }
        return Stream.of(NAMES.stream(), INNER.stream(), identity.stream(), MARKS.stream())
                .flatMap(each -> each)
                .flatMap(each -> text(element, each).stream())
                .findFirst();
    }

    private static Optional<String> ofMember(JsonValue value) {
        return NAMES.stream().flatMap(each -> text(value, each).stream()).findFirst();
    }

    private Optional<JsonPointer> member(JsonPointer at, JsonValue parent) {
        return parent instanceof JsonArray array
                ? members.computeIfAbsent(at, place -> identities.member(place, List.of(array)))
                : Optional.empty();
    }

    private static Optional<String> text(JsonValue value, JsonPointer member) {
        return value instanceof JsonObject ? value.find(member).flatMap(Labels::text) : Optional.empty();
    }

    private static Optional<String> text(JsonValue label) {
        if (label instanceof JsonString string) {
            return string.value()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .map(Labels::cut);
        }
        return label instanceof JsonNumber ? Optional.of(cut(label.toJson())) : Optional.empty();
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** So that {@code Tool Agent} and {@code toolAgent} say the same. */
    private static String plain(String label) {
        StringBuilder plain = new StringBuilder();
        label.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? label : plain.toString();
    }
}
