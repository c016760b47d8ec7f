package dev.stet.pattern;

import dev.stet.shown.Shown;
import java.util.Optional;

/** Reads characters and sets of them: escapes and classes in brackets. */
final class Escapes {

    private static final int CONTROLS = 32;
    private static final int UNIT = 4;

    private final Source source;

    Escapes(Source source) {
        this.source = source;
    }

    /** The set in brackets, of which the first is taken. */
    Characters inBrackets() {
        boolean without = source.take("^");
        Characters.Builder inside = new Characters.Builder();
        while (!source.take("]")) {
            Characters from = inClass();
            int place = source.place();
            if (source.take("-") && !source.comes("]")) {
                range(from, inClass(), inside, place);
            } else {
                source.backTo(place);
                inside.set(from);
            }
        }
        Characters all = inside.build();
        return without ? all.complement() : all;
    }

    /** A sign between two sets, or a set and a character, stands for itself. */
    private void range(Characters from, Characters to, Characters.Builder inside, int place) {
        Optional<Integer> first = from.single();
        Optional<Integer> last = to.single();
        if (first.isEmpty() || last.isEmpty()) {
            inside.set(from).one('-').set(to);
        } else if (first.get() > last.get()) {
            source.backTo(place);
            throw source.refused("a range that ends before it begins", "swap its ends");
        } else {
            inside.range(first.get(), last.get());
        }
    }

    private Characters inClass() {
        int character = source.take();
        if (character != '\\') {
            return Characters.of(character);
        }
        return source.take("b") ? Characters.of('\b') : escaped();
    }

    /** The character, or the set, behind the backslash that was taken. */
    Characters escaped() {
        int place = source.place();
        int character = source.take();
        return switch (character) {
            case 'd' -> Characters.DIGITS;
            case 'D' -> Characters.DIGITS.complement();
            case 'w' -> Characters.WORD;
            case 'W' -> Characters.WORD.complement();
            case 's' -> Characters.SPACES;
            case 'S' -> Characters.SPACES.complement();
            case 'p' -> property();
            case 'P' -> property().complement();
            case 't' -> Characters.of('\t');
            case 'n' -> Characters.of('\n');
            case 'v' -> Characters.of(0x0B);
            case 'f' -> Characters.of('\f');
            case 'r' -> Characters.of('\r');
            case 'c' -> control(place);
            case '0' -> nothing(place);
            case 'x' -> Characters.of(number(2, place));
            case 'u' -> Characters.of(unit(place));
            default -> itself(character, place);
        };
    }

    private Characters property() {
        source.expect("{");
        int place = source.place();
        String name = source.takeUpTo("}");
        return Unicode.named(name).orElseThrow(() -> {
            source.backTo(place);
            return source.refused(
                    "the property " + Shown.quoted(name) + ", which is none, or none that is known here",
                    "write a general category, a script, or the characters themselves");
        });
    }

    private Characters control(int place) {
        int letter = source.isAtEnd() ? ' ' : source.take();
        if ((letter < 'a' || letter > 'z') && (letter < 'A' || letter > 'Z')) {
            throw unknown('c', place);
        }
        return Characters.of(letter % CONTROLS);
    }

    private Characters nothing(int place) {
        if (!source.takeDigits().isEmpty()) {
            throw unknown('0', place);
        }
        return Characters.of(0);
    }

    private int number(int digits, int place) {
        int value = source.takeHex(digits);
        if (value < 0) {
            source.backTo(place);
            throw source.refused("an escape of a character without its number", "write \\xHH, \\uHHHH or \\u{H…}");
        }
        return value;
    }

    /** A code point; a surrogate pair written as two of them is one character. */
    private int unit(int place) {
        if (source.take("{")) {
            String digits = Source.significant(source.takeUpTo("}"));
            int value = digits.length() > UNIT + 2 ? -1 : new Source(digits).takeHex(digits.length());
            if (digits.isEmpty() || value < 0 || value > Character.MAX_CODE_POINT) {
                source.backTo(place);
                throw source.refused("an escape that is no number of a character", "write \\u{H…}");
            }
            return value;
        }
        int high = number(UNIT, place);
        int after = source.place();
        int low = Character.isHighSurrogate((char) high) && source.take("\\u") ? source.takeHex(UNIT) : -1;
        if (low >= 0 && Character.isLowSurrogate((char) low)) {
            return Character.toCodePoint((char) high, (char) low);
        }
        source.backTo(after);
        return high;
    }

    /** A sign stands for itself; nobody shall guess the meaning of a letter or a digit. */
    private Characters itself(int character, int place) {
        if (Character.isLetterOrDigit(character)) {
            throw unknown(character, place);
        }
        return Characters.of(character);
    }

    private UnreadableException unknown(int character, int place) {
        source.backTo(place);
        return source.refused(
                Shown.quoted("\\" + Character.toString(character)) + ", which means nothing there",
                "write ^ or $ for the ends of the text, and letters and digits without a backslash");
    }
}
