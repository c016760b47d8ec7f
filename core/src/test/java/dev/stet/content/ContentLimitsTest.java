package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.error.InvalidInputException;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class ContentLimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"b\":[[]]}};3;1000;9;depth;/a/b/0",
                "{\"a\":[1,12345,123456]};9;1000;4;digits;/a/1",
                "{\"a\":0.00100};9;1000;2;digits;/a",
                "{\"a\":[\"x\",\"yy\"],\"b\":1};9;13;9;bytes;/a/1",
                "{\"a\":1,\"bcd\":1};9;12;9;bytes;/bcd"
            })
    void nameTheFirstValuePastALimit(String json, int depth, int bytes, int digits, String rule, String at) {
        ContentLimits limits = new ContentLimits(depth, bytes, digits);

        InvalidContentException whileReading =
                assertThrows(InvalidContentException.class, () -> Content.parse(json, limits));
        InvalidContentException afterwards =
                assertThrows(InvalidContentException.class, () -> limits.check(Content.parse(json)));

        assertEquals(rule, whileReading.rule());
        assertEquals(at, whileReading.at().toString());
        assertEquals(whileReading.getMessage(), afterwards.getMessage());
    }

    @Property
    void holdExactlyWhatFits(@ForAll Content content) {
        ContentLimits exact = new ContentLimits(content.depth(), content.size(), Math.max(1, content.digits()));

        assertDoesNotThrow(() -> exact.check(content));
        assertEquals(content, Content.parse(content.toBytes(), exact));
    }

    @Property
    void readingAndCheckingAgree(
            @ForAll Content content,
            @ForAll @IntRange(min = 1, max = 6) int depth,
            @ForAll @IntRange(min = 2, max = 200) int bytes,
            @ForAll @IntRange(min = 1, max = 30) int digits) {
        ContentLimits limits = new ContentLimits(depth, bytes, digits);
        Assume.that(content.size() <= bytes * ContentLimits.RAW_MULTIPLE);

        assertEquals(refusal(() -> limits.check(content)), refusal(() -> Content.parse(content.toJson(), limits)));
    }

    @Test
    void areWithinTheirOwnRange() {
        assertThrows(InvalidInputException.class, () -> ContentLimits.DEFAULT.withMaxDepth(0));
        assertThrows(InvalidInputException.class, () -> ContentLimits.DEFAULT.withMaxDepth(1_001));
        assertThrows(InvalidInputException.class, () -> ContentLimits.DEFAULT.withMaxBytes(1));
        assertThrows(InvalidInputException.class, () -> ContentLimits.DEFAULT.withMaxDigits(0));
        assertEquals(new ContentLimits(1_000, 4 * 1024 * 1024, 1_000), ContentLimits.DEFAULT.withMaxDepth(1_000));
    }

    /** The message of the refusal, empty when there is none. */
    private static String refusal(Runnable action) {
        try {
            action.run();
            return "";
        } catch (InvalidContentException refused) {
            return refused.getMessage();
        }
    }
}
