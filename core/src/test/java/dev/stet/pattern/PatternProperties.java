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
    private static final String TWICE = "{2}";

    @Property(tries = 20_000)
    void matchesWhereTheJdkDoes(@ForAll("patterns") Spelled pattern, @ForAll("texts") String text) {
        boolean matches =
                java.util.regex.Pattern.compile(pattern.jdk()).matcher(text).find();
        assertEquals(matches, pattern(pattern.ecma()).isIn(text, steps -> {}), pattern.ecma() + " in " + text);
    }

    @Property(tries = 2_000)
    void takesStepsOfTextByPattern(@ForAll("patterns") Spelled pattern, @ForAll("texts") String text) {
        Pattern read = pattern(pattern.ecma());
        AtomicLong steps = new AtomicLong();
        String longer = text.repeat(50);
        read.isIn(longer, steps::addAndGet);
        long most = 2 + read.size() + (longer.length() + 1L) * (2L * read.size() + 2) / 8;
        assertTrue(steps.get() <= most, pattern.ecma() + " took " + steps);
    }

    private static Pattern pattern(String ecma) {
        Pattern.Reading reading = Pattern.read(ecma);
        return reading.pattern().orElseThrow(() -> new AssertionError(ecma + ": " + reading.refusal()));
    }

    /**
     * A pattern, and one for the JDK that means the same: what is there twice is written twice. A group that is counted
     * the JDK takes for one that matches nothing where its first time matched an empty text and its second time must not:
     * it finds no {@code (?:^|-){2}b} in {@code -b}, but a {@code (?:^|-)(?:^|-)b}.
     */
    record Spelled(String ecma, String jdk) {
        static Spelled alike(String pattern) {
            return new Spelled(pattern, pattern);
        }

        Spelled then(Spelled other) {
            return new Spelled(ecma + other.ecma, jdk + other.jdk);
        }

        Spelled within(String before, String after) {
            return new Spelled(before + ecma + after, before + jdk + after);
        }

        Spelled or(Spelled other) {
            return within("(?:", "|").then(other.within("", ")"));
        }

        Spelled times(String count) {
            Spelled group = within("(?:", ")");
            return new Spelled(group.ecma + count, count.equals(TWICE) ? group.jdk + group.jdk : group.jdk + count);
        }
    }

    @Provide
    Arbitrary<Spelled> patterns() {
        Arbitrary<Spelled> atoms = Arbitraries.of(
                        "a", "b", "-", ".", "[ab]", "[^a]", "\\w", "\\d", "^", "(?:)", "\\b", "\\B", "\\n")
                .map(Spelled::alike);
        return Arbitraries.recursive(() -> atoms, PatternProperties::around, 0, 4);
    }

    private static Arbitrary<Spelled> around(Arbitrary<Spelled> parts) {
        return Arbitraries.oneOf(
                Combinators.combine(parts, parts).as(Spelled::then),
                Combinators.combine(parts, parts).as(Spelled::or),
                Combinators.combine(parts, Arbitraries.of("*", "+", "?", TWICE, "{1,2}", "{0,2}?", "*?"))
                        .as(Spelled::times),
                parts.map(part -> part.within("(?=", ")")),
                parts.map(part -> part.within("(?!", ")")),
                // The JDK looks behind only as far as a bound that it can tell, and there takes half a pair for a
                // character.
                Combinators.combine(
                                Arbitraries.of("a", "[ab]", "^a?", "b{1,2}", "\\b[ab]", "a(?=b)[a-c]"),
                                Arbitraries.of("=", "!"))
                        .as((part, sign) -> Spelled.alike("(?<" + sign + part + ")")));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "-", "1", "\n").list().ofMaxSize(8).map(parts -> String.join("", parts));
    }
}
