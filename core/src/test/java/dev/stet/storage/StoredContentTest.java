package dev.stet.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class StoredContentTest {
    private static final Content CONTENT = Content.parse(
            "{\"prompt\":{\"system\":\"Greet the caller, then ask how you can help.\"},\"model\":{\"temperature\":0.20}}");

    @Test
    void readsBackAsItWasStored() {
        Content read = StoredContent.of(CONTENT).content("acme/front-desk");
        assertEquals(CONTENT, read);
        assertEquals(CONTENT.toJson(), read.toJson());
    }

    /** Promise 3: a changed byte never reads as the content it is said to be. */
    @Property
    void anyDamagedBitIsFoundOrMeansTheSame(
            @ForAll @IntRange(max = 9_999) int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] bytes = CONTENT.toBytes();
        bytes[place % bytes.length] ^= (byte) (1 << bit);
        StoredContent damaged = new StoredContent(CONTENT.hash(), Optional.empty(), StoredContent.WHOLE, bytes);
        try {
            assertEquals(CONTENT, damaged.content("acme/front-desk"));
        } catch (DamagedContentException found) {
            assertEquals(CONTENT.hash(), found.hash());
            assertTrue(found.getMessage().contains("acme/front-desk"));
        }
    }

    @Test
    void anEncodingOfANewerReleaseIsRefusedByName() {
        StoredContent newer = new StoredContent(CONTENT.hash(), Optional.empty(), 99, CONTENT.toBytes());
        DamagedContentException refusal =
                assertThrows(DamagedContentException.class, () -> newer.content("acme/front-desk"));
        assertTrue(refusal.getMessage().contains("99"));
    }

    @Test
    void itsBytesCannotBeChangedFromOutside() {
        byte[] given = CONTENT.toBytes();
        StoredContent stored = new StoredContent(CONTENT.hash(), Optional.empty(), StoredContent.WHOLE, given);
        given[0] = 'x';
        stored.bytes()[1] = 'x';
        assertArrayEquals(CONTENT.toBytes(), stored.bytes());
    }
}
