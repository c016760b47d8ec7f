package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.error.InvalidInputException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;

final class CursorTest {
    @Property
    void whatWentInComesOut(
            @ForAll @LongRange(min = 1) long number, @ForAll @LongRange(min = -1L << 52, max = 1L << 52) long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        Cursor cursor = Cursor.of("kind", at, number, "text\nof several\nlines é 𝄞");

        List<String> parts = new Cursor(cursor.token()).parts("kind", 3);

        assertEquals(at, cursor.instant(parts.get(0)));
        assertEquals(number, cursor.number(parts.get(1)));
        assertEquals("text\nof several\nlines é 𝄞", parts.get(2));
    }

    @Property
    void aCursorIsSafeInAUrl(@ForAll @NotEmpty String text) {
        assertTrue(Cursor.of("kind", text).token().matches("[A-Za-z0-9_-]+"));
    }

    @Property
    void whatIsNoCursorIsRefused(@ForAll String token) {
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> new Cursor(token).parts("agents", 3));
        assertEquals("cursor", refusal.argument());
    }

    @Test
    void theCursorOfAnotherListIsRefused() {
        Cursor ofVersions = Cursor.of(Cursor.list("versions", "acme/desk"), 7);
        assertEquals(List.of("7"), ofVersions.parts(Cursor.list("versions", "acme/desk"), 1));
        assertThrows(InvalidInputException.class, () -> ofVersions.parts(Cursor.list("versions", "acme/other"), 1));
        assertThrows(InvalidInputException.class, () -> ofVersions.parts(Cursor.list("deployments", "acme/desk"), 1));
    }

    @Property
    void aPartBeyondWhatStoresCountAndCompareIsRefused(@ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long number) {
        Cursor cursor = Cursor.of("list", number);
        assertThrows(InvalidInputException.class, () -> cursor.number(Long.toString(number)));
        for (String micros : List.of("" + Long.MIN_VALUE, "" + Long.MAX_VALUE, "999999999999999999")) {
            assertThrows(InvalidInputException.class, () -> cursor.instant(micros));
        }
    }

    @Property
    void aPartThatShouldBeANumberAndIsNotIsRefused(@ForAll @NotEmpty @NumericChars String digits) {
        Cursor cursor = Cursor.of("versions", digits + "x");
        assertThrows(
                InvalidInputException.class,
                () -> cursor.number(cursor.parts("versions", 1).get(0)));
    }
}
