package dev.stet.pattern;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The properties that ECMA-262 names in {@code \p{…}}, of the Unicode release that the JDK knows. */
final class Unicode {

    private static final Map<String, IntPredicate> CATEGORIES = categories();
    private static final Map<String, IntPredicate> BINARY = binary();

    private Unicode() {}

    /** The characters of a property, written as between the braces; nothing when it is not known. */
    static Optional<Characters> named(String property) {
        int equals = property.indexOf('=');
        IntPredicate known =
                equals < 0 ? alone(property) : valued(property.substring(0, equals), property.substring(equals + 1));
        return Optional.ofNullable(known)
                .map(found -> new Characters.Builder().all(found).build());
    }

    private static @Nullable IntPredicate alone(String name) {
        IntPredicate category = CATEGORIES.get(name);
        return category == null ? BINARY.get(name) : category;
    }

    private static @Nullable IntPredicate valued(String name, String value) {
        return switch (name) {
            case "General_Category", "gc" -> CATEGORIES.get(value);
            case "Script", "sc" -> script(value);
            default -> null;
        };
    }

    private static @Nullable IntPredicate script(String value) {
        boolean spelled = !value.isEmpty()
                && Character.isUpperCase(value.charAt(0))
                && !value.equals(value.toUpperCase(Locale.ROOT));
        if (!spelled) {
            return null;
        }
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(value);
            return character -> Character.UnicodeScript.of(character) == script;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static Map<String, IntPredicate> categories() {
        Map<String, IntPredicate> known = new HashMap<>();
        category(known, "Lu Uppercase_Letter", Character.UPPERCASE_LETTER);
        category(known, "Ll Lowercase_Letter", Character.LOWERCASE_LETTER);
        category(known, "Lt Titlecase_Letter", Character.TITLECASE_LETTER);
        category(known, "Lm Modifier_Letter", Character.MODIFIER_LETTER);
        category(known, "Lo Other_Letter", Character.OTHER_LETTER);
        category(known, "Mn Nonspacing_Mark", Character.NON_SPACING_MARK);
        category(known, "Mc Spacing_Mark", Character.COMBINING_SPACING_MARK);
        category(known, "Me Enclosing_Mark", Character.ENCLOSING_MARK);
        category(known, "Nd Decimal_Number digit", Character.DECIMAL_DIGIT_NUMBER);
        category(known, "Nl Letter_Number", Character.LETTER_NUMBER);
        category(known, "No Other_Number", Character.OTHER_NUMBER);
        category(known, "Pc Connector_Punctuation", Character.CONNECTOR_PUNCTUATION);
        category(known, "Pd Dash_Punctuation", Character.DASH_PUNCTUATION);
        category(known, "Ps Open_Punctuation", Character.START_PUNCTUATION);
        category(known, "Pe Close_Punctuation", Character.END_PUNCTUATION);
        category(known, "Pi Initial_Punctuation", Character.INITIAL_QUOTE_PUNCTUATION);
        category(known, "Pf Final_Punctuation", Character.FINAL_QUOTE_PUNCTUATION);
        category(known, "Po Other_Punctuation", Character.OTHER_PUNCTUATION);
        category(known, "Sm Math_Symbol", Character.MATH_SYMBOL);
        category(known, "Sc Currency_Symbol", Character.CURRENCY_SYMBOL);
        category(known, "Sk Modifier_Symbol", Character.MODIFIER_SYMBOL);
        category(known, "So Other_Symbol", Character.OTHER_SYMBOL);
        category(known, "Zs Space_Separator", Character.SPACE_SEPARATOR);
        category(known, "Zl Line_Separator", Character.LINE_SEPARATOR);
        category(known, "Zp Paragraph_Separator", Character.PARAGRAPH_SEPARATOR);
        category(known, "Cc Control cntrl", Character.CONTROL);
        category(known, "Cf Format", Character.FORMAT);
        category(known, "Cs Surrogate", Character.SURROGATE);
        category(known, "Co Private_Use", Character.PRIVATE_USE);
        category(known, "Cn Unassigned", Character.UNASSIGNED);
        together(known, "LC Cased_Letter", "Lu Ll Lt");
        together(known, "L Letter", "Lu Ll Lt Lm Lo");
        together(known, "M Mark Combining_Mark", "Mn Mc Me");
        together(known, "N Number", "Nd Nl No");
        together(known, "P Punctuation punct", "Pc Pd Ps Pe Pi Pf Po");
        together(known, "S Symbol", "Sm Sc Sk So");
        together(known, "Z Separator", "Zs Zl Zp");
        together(known, "C Other", "Cc Cf Cs Co Cn");
        return Map.copyOf(known);
    }

    private static void category(Map<String, IntPredicate> known, String names, byte type) {
        for (String name : names.split(" ", -1)) {
            known.put(name, character -> Character.getType(character) == type);
        }
    }

    private static void together(Map<String, IntPredicate> known, String names, String parts) {
        IntPredicate any = character -> false;
        for (String part : parts.split(" ", -1)) {
            any = any.or(Objects.requireNonNull(known.get(part)));
        }
        for (String name : names.split(" ", -1)) {
            known.put(name, any);
        }
    }

    private static Map<String, IntPredicate> binary() {
        Map<String, IntPredicate> known = new HashMap<>();
        known.put("Any", character -> true);
        known.put("ASCII", character -> character < 0x80);
        known.put("Assigned", Character::isDefined);
        property(known, "Alphabetic Alpha", Character::isAlphabetic);
        property(known, "Lowercase Lower", Character::isLowerCase);
        property(known, "Uppercase Upper", Character::isUpperCase);
        property(known, "Ideographic Ideo", Character::isIdeographic);
        property(known, "ID_Start IDS", Character::isUnicodeIdentifierStart);
        property(
                known,
                "ID_Continue IDC",
                character ->
                        Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character));
        property(known, "White_Space space", Unicode::isWhiteSpace);
        property(known, "ASCII_Hex_Digit AHex", character -> character < 0x80 && Character.digit(character, 16) >= 0);
        return Map.copyOf(known);
    }

    private static void property(Map<String, IntPredicate> known, String names, IntPredicate all) {
        for (String name : names.split(" ", -1)) {
            known.put(name, all);
        }
    }

    private static boolean isWhiteSpace(int character) {
        return (character >= '\t' && character <= '\r') || character == 0x85 || Character.isSpaceChar(character);
    }
}
