package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SectionChangesTest {

    @Test
    void namesWhatDiffers() {
        Content before = Content.parse("{\"same\":1,\"gone\":1,\"other\":1}");
        Content after = Content.parse("{\"new\":1,\"other\":2,\"same\":1.0}");

        SectionChanges changes = before.changesTo(after);

        assertEquals(new SectionChanges(Set.of("new"), Set.of("gone"), Set.of("other")), changes);
        assertEquals(List.of("gone", "new", "other"), List.copyOf(changes.all()));
        assertFalse(changes.isEmpty());
        assertTrue(before.changesTo(before).isEmpty());
    }

    @Test
    void setsAreCopiedAndSortedByCodeUnits() {
        Set<String> names = new TreeSet<>(Comparator.reverseOrder());
        names.addAll(List.of("a", "B", "\ufb33", "\ud83d\ude00"));

        SectionChanges changes = new SectionChanges(names, Set.of(), Set.of());
        names.clear();

        assertEquals(List.of("B", "a", "\ud83d\ude00", "\ufb33"), List.copyOf(changes.added()));
        assertThrows(UnsupportedOperationException.class, () -> changes.added().clear());
        assertThrows(UnsupportedOperationException.class, () -> changes.all().clear());
    }
}
