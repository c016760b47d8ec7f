package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

    @Test
    void isTheHexOfItsBytes() {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) 0xab;
        bytes[31] = 1;

        ContentHash hash = ContentHash.of(bytes);

        assertEquals("ab" + "0".repeat(61) + "1", hash.hex());
        assertEquals("ab0000000000", hash.abbreviated());
        assertEquals(hash.hex(), hash.toString());
        assertThrows(InvalidInputException.class, () -> ContentHash.of(new byte[31]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "AB00000000000000000000000000000000000000000000000000000000000000",
                "g000000000000000000000000000000000000000000000000000000000000000",
                "00000000000000000000000000000000000000000000000000000000000000000"
            })
    void isNothingElse(String hex) {
        assertThrows(InvalidInputException.class, () -> new ContentHash(hex));
    }
}
