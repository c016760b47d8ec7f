package dev.stet.rules;

import dev.stet.align.Alignment;
import dev.stet.align.Classes;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a masked page means that comes back: each mask stands for the secret that it hid. A mask is never a value: one that
 * hid nothing, or of which nobody can tell which secret it hid, stays where it is and is {@link #left found}.
 *
 * <p>Elements of arrays are known again by {@link Identities#byDefault()}; else those that look the same, as long as there
 * are as many of them; else, in an array as long as it was, those that stand where they stood, and the one that was edited.
 */
final class Unmasking {
    private static final int NONE = -1;

    private final Secrets secrets;
    private final Secrets hidden;

    /**
     * @param secrets of the variables that the masks were put on
     * @param hidden of what was given: a secret does not get from a place that is hidden to one that is not
     */
    private Unmasking(Secrets secrets, Secrets hidden) {
        this.secrets = secrets;
        this.hidden = hidden;
    }

    /** Variables that were given for a page, with its secrets in place of their masks. */
    static Content of(Content given, ConfigPage page, CompiledSchemas schemas) {
        if (left(given).isEmpty()) {
            return given;
        }
        Secrets hidden = Secrets.of(given, Set.of(page.schema()), schemas);
        return new Unmasking(Secrets.of(page, schemas), hidden).of(given, page.variables());
    }

    private Content of(Content given, Content before) {
        if (secrets.places().contains(JsonPointer.ROOT)) {
            return isMaskedAsWhole(given) ? ofWhole(given.withoutSection(Secrets.MASK), before) : given;
        }
        return Content.of((JsonObject) of(given.root(), JsonPointer.ROOT, before.root(), JsonPointer.ROOT));
    }

    private static boolean isMaskedAsWhole(Content variables) {
        return variables
                .section(Secrets.MASK)
                .filter(JsonValue.of(true)::equals)
                .isPresent();
    }

    /** Of variables that are hidden as a whole: all of them, and those that were given beside the mask. */
    private static Content ofWhole(Content given, Content before) {
        Map<String, JsonValue> members = new LinkedHashMap<>(before.root().members());
        members.putAll(given.root().members());
        return Content.of(new JsonObject(members));
    }

    private JsonValue of(JsonValue given, JsonPointer to, JsonValue before, JsonPointer at) {
        if (secrets.places().contains(at)) {
            return Secrets.isMask(given) && hidden.places().contains(to) ? before : given;
        }
        if (given instanceof JsonObject object && before instanceof JsonObject was) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> members.put(
                            name,
                            was.find(name)
                                    .map(earlier -> of(member, to.append(name), earlier, at.append(name)))
                                    .orElse(member)));
            return new JsonObject(members);
        }
        if (given instanceof JsonArray array && before instanceof JsonArray was && holdsMask(array)) {
            return ofArray(array, to, was, at);
        }
        return given;
    }

    private JsonArray ofArray(JsonArray given, JsonPointer to, JsonArray before, JsonPointer at) {
        JsonArray shown = (JsonArray) secrets.masked(before, at);
        int[] pairs = pairs(given, shown, at);
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            JsonValue element = given.elements().get(i);
            int was = pairs[i];
            elements.add(
                    was == NONE
                            ? element
                            : of(element, to.append(i), before.elements().get(was), at.append(was)));
        }
        return new JsonArray(elements);
    }

    /** For each element, which one it was; {@value #NONE} where nobody can tell. */
    private static int[] pairs(JsonArray given, JsonArray shown, JsonPointer at) {
        Optional<JsonPointer> member = Identities.byDefault().member(at, List.of(given, shown));
        int[] pairs = member.isPresent()
                ? alike(Alignment.names(given, member.get()), Alignment.names(shown, member.get()))
                : alike(given.elements(), shown.elements());
        if (given.elements().size() == shown.elements().size()) {
            inPlace(given, shown, pairs);
        }
        return pairs;
    }

    /** Equal ones in their order, where both sides have the same number of them. */
    private static int[] alike(List<JsonValue> given, List<JsonValue> shown) {
        Classes classes = new Classes();
        Map<Integer, List<Integer>> before = indexes(classes.of(shown));
        int[] pairs = new int[given.size()];
        Arrays.fill(pairs, NONE);
        indexes(classes.of(given)).forEach((value, here) -> {
            List<Integer> there = before.getOrDefault(value, List.of());
            for (int i = 0; i < here.size() && here.size() == there.size(); i++) {
                pairs[here.get(i)] = there.get(i);
            }
        });
        return pairs;
    }

    private static Map<Integer, List<Integer>> indexes(int[] values) {
        Map<Integer, List<Integer>> indexes = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            indexes.computeIfAbsent(values[i], unused -> new ArrayList<>()).add(i);
        }
        return indexes;
    }

    /** What looks as it did where it stood is the same; and so is the last one left, if nothing has moved. */
    private static void inPlace(JsonArray given, JsonArray shown, int[] pairs) {
        int left = NONE;
        int more = 0;
        for (int i = 0; i < pairs.length; i++) {
            boolean same = given.elements().get(i).equals(shown.elements().get(i));
            if (pairs[i] == NONE && same) {
                pairs[i] = i;
            } else if (pairs[i] == NONE) {
                left = i;
                more++;
            } else if (pairs[i] != i) {
                return;
            }
        }
        if (more == 1) {
            pairs[left] = left;
        }
    }

    private static boolean holdsMask(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().values().stream().anyMatch(Unmasking::holdsMask);
        }
        return value instanceof JsonArray array
                ? array.elements().stream().anyMatch(Unmasking::holdsMask)
                : Secrets.isMask(value);
    }

    /** Where masks are, each of which is none of a secret that is there. */
    static List<Finding> left(Content variables) {
        List<Finding> left = new ArrayList<>();
        if (isMaskedAsWhole(variables)) {
            left.add(finding(JsonPointer.ROOT.append(Secrets.MASK)));
        }
        addLeft(variables.root(), JsonPointer.ROOT, left);
        return left;
    }

    private static void addLeft(JsonValue value, JsonPointer at, List<Finding> left) {
        if (Secrets.isMask(value)) {
            left.add(finding(at));
        } else if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> addLeft(member, at.append(name), left));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                addLeft(array.elements().get(i), at.append(i), left);
            }
        }
    }

    private static Finding finding(JsonPointer at) {
        return new Finding(
                at,
                "hidden",
                "expected a value, found the mask of a hidden one, and there is no secret that it could stand for;"
                        + " write the value");
    }
}
