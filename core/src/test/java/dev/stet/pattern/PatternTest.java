package dev.stet.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What patterns of ECMA-262 mean, which are none, and which cannot be searched for. */
final class PatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // Lookaround.
                "^(?!@@)[a-z]+$~abc~@@abc",
                "^(?!@@)[@a-z]+$~@a~@@abc",
                "^(?=.*[A-Z])(?=.*\\d).{8,}$~abcdeF12~abcdef12",
                "^(?!.*--)[a-z-]+$~a-b-c~a--b",
                "^[a-z](?!.*--)[a-z-]*(?<!-)$~a-b~a-b-",
                "(?<!a)b~cb~ab",
                "(?<=a+)b~aab~cb",
                "(?<=^|,)x(?=,|$)~a,x,b~a,xx,b",
                "^(?!(?=a)ab)~ac~ab",
                "^(?:(?!foo).)*$~fobar~afoo",
                "^(?:(?=(a|b)(?!c)).)+$~ab~bc",
                // The ends of the text are its ends, also before a line end.
                "^a$~a~`a\n`",
                "^(?m:b)$~b~`a\nb`",
                "^(?m:b$)~`b\nc`~bc",
                "(?m:^b)~`a\nb`~ab",
                // Spellings of characters.
                "^\\p{Letter}$~é~1",
                "^\\p{L}$~é~1",
                "^\\p{Lowercase_Letter}$~é~É",
                "^\\p{gc=Nd}$~๓~a",
                "^\\p{digit}$~๓~a",
                "^\\p{Script=Greek}$~α~a",
                "^\\p{sc=Grek}$~α~a",
                "^\\p{Alphabetic}$~ⅷ~8",
                "^\\P{Alphabetic}$~8~ⅷ",
                "^\\p{White_Space}$~`\u00a0`~a",
                "^\\p{ASCII}$~a~é",
                "^[\\p{L}\\d]$~é~-",
                "^[^\\p{L}]$~-~é",
                "^\\cJ$~`\n`~J",
                "^\\cj$~`\n`~j",
                "^[\\cJ]$~`\n`~J",
                "^[^]$~`\n`~aa",
                "^\\u{1F600}$~😀~a",
                "^[\\u{1F600}-\\u{1F64F}]$~😁~a",
                "^\\ud83d\\ude00$~😀~a",
                "^.$~😀~ab",
                "^[\\b]$~`\b`~b",
                "^\\0$~`\0`~0",
                "^\\x41$~A~B",
                "^.$~a~`\r`",
                "^.$~a~`\u2028`",
                "^(?s:.)$~`\n`~ab",
                "^\\s$~`\ufeff`~a",
                "^\\S$~a~`\u2028`",
                "^\\d$~1~๓",
                "^\\w$~_~é",
                "^(?i:straße)$~STRAßE~strase",
                "^(?i:[a-c])x$~Bx~BX",
                "^(?i:a(?-i:b))$~Ab~AB",
                // What stands for itself.
                "^{{[a-z]+}}$~{{name}}~{name}",
                "^a{,2}$~a{,2}~aa",
                "^a{x}$~a{x}~a",
                "^[\\w-.]+$~a-.~a+",
                "^[--/]$~.~a",
                "^[[]$~[~]",
                "^a]$~a]~a",
                "^\\-\\/\\@\\\"$~-/@\"~-",
                // Groups and repetitions.
                "^(?<year>\\d{4})$~2024~24",
                "^(?:(?<a>x)|(?<a>y))$~y~z",
                "^a{2,3}?$~aa~aaaa",
                "^(a*)*$~aaa~ab",
                "^(|a)+$~aa~b",
                "^(^)*a$~a~b",
                "^(a{0,2}){2}$~aaaa~aaaaa",
                "a|b$~xb~bx",
                "~anything~"
            })
    void means(String pattern, String meets, String meetsNot) {
        Pattern read = Pattern.read(pattern == null ? "" : pattern).pattern().orElseThrow();
        assertTrue(read.isIn(meets, steps -> {}), pattern);
        assertTrue(Pattern.isEcma(pattern == null ? "" : pattern));
        if (meetsNot != null) {
            assertFalse(read.isIn(meetsNot, steps -> {}), pattern);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)abc",
                "(?ims)abc",
                "(?P<name>x)",
                "(?P=n)",
                "(?#comment)a",
                "(?>a)",
                "(?",
                "(?:",
                "(?-:a)",
                "(?ii:a)",
                "(?x:a)",
                "\\a",
                "\\Z",
                "\\A",
                "\\z",
                "\\Qa\\E",
                "\\h",
                "\\u12",
                "\\u{}",
                "\\u{110000}",
                "\\xg",
                "\\c1",
                "\\01",
                "\\p{Greek}",
                "\\p{letter}",
                "\\p{IsGreek}",
                "\\p",
                "\\p{L",
                "*a",
                "a**",
                "a{2}{3}",
                "{2}",
                "a{3,2}",
                "^*",
                "(?<=a)*",
                "(",
                ")",
                "[",
                "[b-a]",
                "[\\B]",
                "\\",
                "(?<n>a)(?<n>b)",
                "(?<1>a)",
                "\\1",
                "(a)\\2",
                "\\k<n>",
                "\\k",
                "a++",
                "[\\1]"
            })
    void isNone(String pattern) {
        Pattern.Reading reading = Pattern.read(pattern);
        assertTrue(reading.pattern().isEmpty(), pattern);
        assertTrue(reading.refusal().startsWith("a regular expression of ECMA-262, found "), reading.refusal());
        assertFalse(Pattern.isEcma(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)\\1", "\\1(a)", "(?<n>a)\\k<n>", "(?=(a))\\1"})
    void isOneThatNoLinearEngineFollows(String pattern) {
        assertTrue(Pattern.read(pattern).refusal().contains("a backreference"), pattern);
        assertTrue(Pattern.isEcma(pattern));
    }

    /** Texts on which engines that go back hang: twice the text is twice the work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|aa)+$",
                "^(.*a){20}b$",
                "^([a-zA-Z]+)*$",
                "^(?=(a+)+$)b",
                "^(?!(a|aa)+$)b",
                "(?<=(a+)+b)c",
                "^(?:(?=.*b)a)+$",
                "^(?:(?!(a*)*b).)+!$"
            })
    void takesWorkInProportion(String pattern) {
        Pattern read = Pattern.read(pattern).pattern().orElseThrow();
        long once = steps(read, "a".repeat(20_000) + "!");
        long twice = steps(read, "a".repeat(40_000) + "!");
        assertTrue(twice <= 2 * once + 1_000, once + ", then " + twice);
        assertEquals(once, steps(read, "a".repeat(20_000) + "!"));
    }

    private static long steps(Pattern pattern, String text) {
        AtomicLong steps = new AtomicLong();
        assertFalse(pattern.isIn(text, steps::addAndGet) && text.isEmpty());
        return steps.get();
    }
}
