package dev.stet.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns from a grammar that ECMA-262 and the JDK read alike, held against the JDK's engine; and what a search costs. */
final class PatternProperties {

    @Property(tries = 20_000)
    void matchesWhereTheJdkDoes(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        boolean matches = java.util.regex.Pattern.compile(pattern).matcher(text).find();
        assertEquals(matches, pattern(pattern).isIn(text, steps -> {}), pattern + " in " + text);
    }

    @Property(tries = 2_000)
    void takesStepsOfTextByPattern(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        Pattern read = pattern(pattern);
        AtomicLong steps = new AtomicLong();
        String longer = text.repeat(50);
        read.isIn(longer, steps::addAndGet);
        long most = 2 + read.size() + (longer.length() + 1L) * (2L * read.size() + 2) / 8;
        assertTrue(steps.get() <= most, pattern + " took " + steps);
    }

    private static Pattern pattern(String ecma) {
        Pattern.Reading reading = Pattern.read(ecma);
        return reading.pattern().orElseThrow(() -> new AssertionError(ecma + ": " + reading.refusal()));
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> atoms =
                Arbitraries.of("a", "b", "-", ".", "[ab]", "[^a]", "\\w", "\\d", "^", "(?:)", "\\b", "\\B", "\\n");
        return Arbitraries.recursive(() -> atoms, PatternProperties::around, 0, 4);
    }

    private static Arbitrary<String> around(Arbitrary<String> parts) {
        return Arbitraries.oneOf(
                Combinators.combine(parts, parts).as((one, other) -> one + other),
                Combinators.combine(parts, parts).as((one, other) -> "(?:" + one + "|" + other + ")"),
                Combinators.combine(parts, Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "{0,2}?", "*?"))
                        .as((part, times) -> "(?:" + part + ")" + times),
                parts.map(part -> "(?=" + part + ")"),
                parts.map(part -> "(?!" + part + ")"),
                // The JDK looks behind only as far as a bound that it can tell, and there takes half a pair for a
                // character.
                Combinators.combine(
                                Arbitraries.of("a", "[ab]", "^a?", "b{1,2}", "\\b[ab]", "a(?=b)[a-c]"),
                                Arbitraries.of("=", "!"))
                        .as((part, sign) -> "(?<" + sign + part + ")"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "-", "1", "\n").list().ofMaxSize(8).map(parts -> String.join("", parts));
    }
}
