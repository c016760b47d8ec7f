package dev.stet.diff;

import dev.stet.align.Alignment;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A difference as the operations of a JSON Patch. Every container is first given the children it has in the end, then these
 * are changed inside: so every place named is one in the later content, but for elements on their way.
 */
final class PatchSteps {

    /** Beyond so many steps through an array, the array is replaced as a whole. */
    private static final long MOST_STEPS = 1 << 22;

    private final List<JsonPatch.Operation> operations = new ArrayList<>();

    private PatchSteps() {}

    static JsonPatch of(Difference difference) {
        PatchSteps steps = new PatchSteps();
        steps.add(difference, JsonPointer.ROOT);
        return JsonPatch.of(steps.operations);
    }

    private void add(Difference difference, JsonPointer at) {
        if (difference instanceof Difference.Addition addition) {
            operations.add(new JsonPatch.Add(at, addition.value()));
        } else if (difference instanceof Difference.Removal) {
            operations.add(new JsonPatch.Remove(at));
        } else if (difference instanceof Difference.Replacement replacement) {
            operations.add(new JsonPatch.Replace(at, replacement.after()));
        } else if (difference instanceof Difference.Members members) {
            addMembers(members, at);
        } else {
            addElements((Difference.Elements) difference, at);
        }
    }

    /** What goes, goes first, so that the value is never larger on the way than it has to be. */
    private void addMembers(Difference.Members members, JsonPointer at) {
        for (Map.Entry<String, Difference> member : members.changed().entrySet()) {
            if (member.getValue() instanceof Difference.Removal) {
                add(member.getValue(), at.append(member.getKey()));
            }
        }
        for (Map.Entry<String, Difference> member : members.changed().entrySet()) {
            JsonPointer place = at.append(member.getKey());
            if (member.getValue() instanceof Difference.Renaming renaming) {
                operations.add(new JsonPatch.Move(at.append(renaming.from()), place));
                renaming.inside().ifPresent(inside -> add(inside, place));
            } else if (!(member.getValue() instanceof Difference.Removal)) {
                add(member.getValue(), place);
            }
        }
    }

    private void addElements(Difference.Elements elements, JsonPointer at) {
        Alignment alignment = elements.alignment();
        long edits = alignment.removed().size()
                + alignment.added().size()
                + alignment.pairs().stream().filter(Alignment.Pair::moved).count();
        if (edits * elements.from().elements().size() > MOST_STEPS) {
            operations.add(new JsonPatch.Replace(at, elements.to()));
            return;
        }
        List<Integer> removed = alignment.removed();
        for (int i = removed.size() - 1; i >= 0; i--) {
            operations.add(new JsonPatch.Remove(at.append(removed.get(i))));
        }
        if (edits > removed.size()) {
            new Arrangement(elements, at).arrange();
        }
        elements.changed().forEach((index, inside) -> add(inside, at.append(index)));
    }

    /** The array on its way to the later order: what has moved stays where it was until its turn comes. */
    private final class Arrangement {
        private final Difference.Elements elements;
        private final JsonPointer at;
        private final List<Integer> current = new ArrayList<>();
        private int last = -1;

        Arrangement(Difference.Elements elements, JsonPointer at) {
            this.elements = elements;
            this.at = at;
            elements.alignment().pairs().stream()
                    .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                    .forEach(pair -> current.add(pair.to()));
        }

        void arrange() {
            List<JsonValue> after = elements.to().elements();
            Alignment.Pair[] pairs = new Alignment.Pair[after.size()];
            elements.alignment().pairs().forEach(pair -> pairs[pair.to()] = pair);
            for (int index = 0; index < pairs.length; index++) {
                if (pairs[index] == null) {
                    last++;
                    operations.add(new JsonPatch.Add(at.append(last), after.get(index)));
                    current.add(last, index);
                } else if (pairs[index].moved()) {
                    move(index);
                } else {
                    last = current.indexOf(index);
                }
            }
        }

        private void move(int index) {
            int place = current.indexOf(index);
            current.remove(Integer.valueOf(index));
            last = place <= last ? last : last + 1;
            if (place != last) {
                operations.add(new JsonPatch.Move(at.append(place), at.append(last)));
            }
            current.add(last, index);
        }
    }
}
