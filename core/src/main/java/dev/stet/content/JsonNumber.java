package dev.stet.content;

import dev.stet.input.Given;
import java.math.BigDecimal;

/**
 * A JSON number: exact, whatever its length, and spelled as it was given.
 *
 * <p>Numbers are equal when their values are: {@code 1}, {@code 1.0} and {@code 1e0} are one number, and so are
 * {@code -0} and {@code 0}, while {@code 9007199254740993} and {@code 9007199254740992} are two. Equality, hash
 * code and canonical form take time linear in the length of the literal; a huge exponent is never written out.
 */
public final class JsonNumber implements JsonValue {

    private final String literal;
    private final int digits;
    private final boolean canonical;

    private JsonNumber(String literal, int digits, boolean canonical) {
        this.literal = literal;
        this.digits = digits;
        this.canonical = canonical;
    }

    /**
     * The number a literal spells.
     *
     * @param literal a number by the grammar of RFC 8259, section 6
     * @throws InvalidContentException if it is none, or if {@link BigDecimal} cannot hold its exponent
     */
    public static JsonNumber of(String literal) {
        NumberLiteral scanned = NumberLiteral.scan(Given.the("number", literal));
        return new JsonNumber(literal, scanned.precision(), scanned.isCanonical());
    }

    /** A decimal integer without sign and leading zeros that was read digit by digit. */
    static JsonNumber ofInteger(String literal) {
        return new JsonNumber(literal, literal.length(), literal.length() <= Decimal.MOST_INTEGER_DIGITS);
    }

    /** The number spelled as the decimal integer. */
    public static JsonNumber of(long value) {
        String literal = Long.toString(value);
        return new JsonNumber(literal, value < 0 ? literal.length() - 1 : literal.length(), true);
    }

    /**
     * The number spelled as {@link BigDecimal#toString()} spells it.
     *
     * @throws InvalidContentException if that spelling has an exponent {@link BigDecimal} cannot read back
     */
    public static JsonNumber of(BigDecimal value) {
        return of(Given.the("number", value).toString());
    }

    /** The spelling this number was given in. */
    public String literal() {
        return literal;
    }

    /**
     * The exact value, its scale that of the spelling. Takes time that grows with the square of {@link #digits()},
     * and a caller who then expands it ({@link BigDecimal#toPlainString()}, {@link BigDecimal#toBigInteger()}) takes
     * space that grows with the exponent.
     */
    public BigDecimal value() {
        return new BigDecimal(literal);
    }

    /**
     * How many significant digits are spelled out: all from the first that is not zero, trailing zeros included; 1
     * for zero. The same as the {@link BigDecimal#precision()} of {@link #value()}.
     */
    public int digits() {
        return digits;
    }

    /** Whether the spelling is known to be the one of the canonical form. */
    boolean isCanonical() {
        return canonical;
    }

    /** The spelling in the canonical form. */
    String canonical() {
        return canonical ? literal : decimal().canonical();
    }

    boolean isInteger() {
        return literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    Decimal decimal() {
        return NumberLiteral.scan(literal).decimal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber that
                && (literal.equals(that.literal) || decimal().equals(that.decimal()));
    }

    @Override
    public int hashCode() {
        return decimal().hashCode();
    }

    /** The {@link #literal()}. */
    @Override
    public String toString() {
        return literal;
    }
}
