package dev.stet.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of texts in one column. */
final class TextsProperties {
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> hostile =
                Arbitraries.of("\"", ",", "\\", "\",\"", "[", "]", "\u0000", "a", "\uD83D\uDE00", " ");
        return Arbitraries.oneOf(
                hostile.list().ofMaxSize(4).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(5).filter(TextsProperties::isWellFormed));
    }

    @Provide
    Arbitrary<Set<String>> sets() {
        return texts().set().ofMaxSize(5);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Property
    void areReadAsTheyWereWritten(@ForAll("sets") Set<String> set) {
        assertEquals(new TreeSet<>(set), Texts.texts(Texts.of(new TreeSet<>(set))));
    }

    @Property
    void anElementIsFoundInTheTextOfItsSetsAlone(@ForAll("sets") Set<String> set, @ForAll("texts") String text) {
        assertEquals(set.contains(text), Texts.of(new TreeSet<>(set)).contains(Texts.element(text)));
    }
}
