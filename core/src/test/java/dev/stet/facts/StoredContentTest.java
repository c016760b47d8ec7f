package dev.stet.facts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StoredContentTest {
    private static final Content CONTENT = Content.parse("{\"model\":{\"temperature\":0.20}}");

    @Test
    void itsBytesCannotBeChangedFromOutside() {
        byte[] given = CONTENT.toBytes();
        StoredContent stored = new StoredContent(CONTENT.hash(), Optional.empty(), StoredContent.WHOLE, given);
        given[0] = 'x';
        stored.bytes()[1] = 'x';
        assertArrayEquals(CONTENT.toBytes(), stored.bytes());
        assertEquals(given.length, stored.length());
    }
}
