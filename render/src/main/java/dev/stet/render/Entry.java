package dev.stet.render;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Change;
import dev.stet.diff.Diff;
import dev.stet.diff.SectionDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that are read together. Those of one array that moved are one entry, and so are its short elements that came, those that
 * went, and the short values of one object that were replaced. Every other change is an entry of its own.
 *
 * @param place what it is about: in the earlier content for what was removed, else in the later one
 * @param changes one or more, of one kind
 */
record Entry(JsonPointer place, List<Change> changes) {

    Change first() {
        return changes.get(0);
    }

    /** Whether several changes share the place. */
    boolean isGroup() {
        return !place.equals(first().at());
    }

    static List<Entry> of(SectionDiff section, Diff diff) {
        Map<List<Object>, List<Change>> together = new LinkedHashMap<>();
        for (Change change : section.changes()) {
            together.computeIfAbsent(key(change, diff), unseen -> new ArrayList<>())
                    .add(change);
        }
        return together.values().stream().map(Entry::of).toList();
    }

    private static Entry of(List<Change> changes) {
        Change first = changes.get(0);
        boolean group = first instanceof Change.Moved || changes.size() > 1;
        return new Entry(group ? first.at().parent() : first.at(), List.copyOf(changes));
    }

    private static List<Object> key(Change change, Diff diff) {
        if (change instanceof Change.Added added && isShortElement(diff.to(), added.to(), added.value())) {
            return List.of("added", added.to().parent());
        }
        if (change instanceof Change.Removed removed && isShortElement(diff.from(), removed.from(), removed.value())) {
            return List.of("removed", removed.from().parent());
        }
        if (change instanceof Change.Moved moved) {
            return List.of("moved", moved.from().parent(), moved.to().parent());
        }
        if (change instanceof Change.Replaced replaced
                && replaced.to().tokens().size() > 1
                && replaced.text().isEmpty()
                && isShort(replaced)) {
            return List.of("replaced", replaced.from().parent(), replaced.to().parent());
        }
        return List.of(change.getClass(), change.at());
    }

    private static boolean isShortElement(Content content, JsonPointer place, JsonValue value) {
        return content.root()
                        .find(place.parent())
                        .filter(JsonArray.class::isInstance)
                        .isPresent()
                && !value.isContainer()
                && PrettyJson.lines(value).size() == 1;
    }

    private static boolean isShort(Change.Replaced replaced) {
        return PrettyJson.lines(replaced.before()).size() == 1
                && PrettyJson.lines(replaced.after()).size() == 1;
    }
}
