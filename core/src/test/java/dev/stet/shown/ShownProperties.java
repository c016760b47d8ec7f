package dev.stet.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShownProperties {

    /** Default_Ignorable_Code_Point of Unicode 16, and what is blank or steers besides: first and last of each range. */
    private static final int[][] UNSEEN = {
        {0x0000, 0x001f}, {0x007f, 0x00a0}, {0x00ad, 0x00ad}, {0x034f, 0x034f}, {0x061c, 0x061c}, {0x115f, 0x1160},
        {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f},
        {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xd800, 0xdfff}, {0xe000, 0xf8ff}, {0xfe00, 0xfe0f},
        {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0x1bca0, 0x1bca3}, {0x1d159, 0x1d159},
        {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}, {0xf0000, 0x10ffff}
    };

    @Test
    void whatIsNotSeenIsAnEscapeInAllPlanes() {
        for (int[] range : UNSEEN) {
            for (int each = range[0]; each <= range[1]; each++) {
                String text = "a" + Character.toString(each) + "b";
                int hidden = each;
                assertTrue(Shown.isHidden(each), () -> Integer.toHexString(hidden));
                assertTrue(
                        Shown.line(text).chars().allMatch(unit -> unit > ' ' && unit < 0x7f), () -> Shown.line(text));
            }
        }
    }

    @Property
    void aLineIsOneLineAndShowsAll(@ForAll String text) {
        String line = Shown.line(text);

        for (int index = 0; index < line.length(); index += Character.charCount(line.codePointAt(index))) {
            assertFalse(Shown.isHidden(line, index));
        }
        assertEquals(line, Shown.line(line));
        assertEquals(line.lines().limit(2).count(), line.isEmpty() ? 0 : 1);
    }

    @Property
    void aTextKeepsItsLines(@ForAll List<String> lines) {
        List<String> shown = lines.stream().map(Shown::line).toList();

        assertEquals(String.join("\n\t", shown), Shown.text(String.join("\n\t", shown)));
    }

    @Test
    void whatPeopleReadStays() {
        for (String text : List.of(
                "Größe",
                "日本語",
                "עברית",
                "हिन्दी",
                "e\u0301",
                "⚠\ufe0f",
                "1\ufe0f\u20e3",
                "👩\u200d⚕\ufe0f",
                "\ud83e\udee0")) {
            assertEquals(text, Shown.line(text));
        }
        assertEquals("a\\ufe0f", Shown.line("a\ufe0f"));
        assertEquals("⚠\ufe0f\\ufe0f", Shown.line("⚠\ufe0f\ufe0f"));
        assertEquals("a\\u200db", Shown.line("a\u200db"));
        assertEquals("🏴\\udb40\\udc67", Shown.line("🏴\udb40\udc67"));
    }
}
