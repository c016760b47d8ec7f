package dev.stet.diff;

import dev.stet.align.Alignment;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A difference as a list of changes with their places. */
final class ChangeList {

    private final List<Change> changes = new ArrayList<>();

    private ChangeList() {}

    static List<Change> of(Difference difference, JsonPointer place) {
        ChangeList list = new ChangeList();
        list.add(difference, place, place);
        return list.changes;
    }

    private void add(Difference difference, JsonPointer from, JsonPointer to) {
        if (difference instanceof Difference.Addition addition) {
            changes.add(new Change.Added(to, addition.value()));
        } else if (difference instanceof Difference.Removal removal) {
            changes.add(new Change.Removed(from, removal.value()));
        } else if (difference instanceof Difference.Replacement replacement) {
            changes.add(new Change.Replaced(from, to, replacement.before(), replacement.after()));
        } else if (difference instanceof Difference.Members members) {
            for (Map.Entry<String, Difference> member : members.changed().entrySet()) {
                addMember(member.getValue(), member.getKey(), from, to);
            }
        } else {
            addElements((Difference.Elements) difference, from, to);
        }
    }

    private void addMember(Difference difference, String name, JsonPointer from, JsonPointer to) {
        if (difference instanceof Difference.Renaming renaming) {
            JsonPointer was = from.append(renaming.from());
            changes.add(new Change.Renamed(was, to.append(name), renaming.value()));
            renaming.inside().ifPresent(inside -> add(inside, was, to.append(name)));
        } else {
            add(difference, from.append(name), to.append(name));
        }
    }

    private void addElements(Difference.Elements elements, JsonPointer from, JsonPointer to) {
        Alignment alignment = elements.alignment();
        for (int index : alignment.removed()) {
            changes.add(new Change.Removed(
                    from.append(index), elements.from().elements().get(index)));
        }
        Iterator<Integer> added = alignment.added().iterator();
        int nextAdded = next(added);
        for (Alignment.Pair pair : alignment.pairs()) {
            while (nextAdded < pair.to()) {
                addElement(elements, nextAdded, to);
                nextAdded = next(added);
            }
            addPair(elements, pair, from, to);
        }
        while (nextAdded < Integer.MAX_VALUE) {
            addElement(elements, nextAdded, to);
            nextAdded = next(added);
        }
    }

    private static int next(Iterator<Integer> indices) {
        return indices.hasNext() ? indices.next() : Integer.MAX_VALUE;
    }

    private void addElement(Difference.Elements elements, int index, JsonPointer to) {
        changes.add(new Change.Added(to.append(index), elements.to().elements().get(index)));
    }

    private void addPair(Difference.Elements elements, Alignment.Pair pair, JsonPointer from, JsonPointer to) {
        if (pair.moved()) {
            JsonValue value = elements.to().elements().get(pair.to());
            changes.add(new Change.Moved(from.append(pair.from()), to.append(pair.to()), value));
        }
        Difference inside = elements.changed().get(pair.to());
        if (inside != null) {
            add(inside, from.append(pair.from()), to.append(pair.to()));
        }
    }
}
