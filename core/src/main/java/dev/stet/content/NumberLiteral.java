package dev.stet.content;

import dev.stet.shown.Shown;

/** One pass over a number's spelling (RFC 8259, section 6): checks the grammar and marks the parts. */
final class NumberLiteral {

    private static final int LONGEST_INT = 10;

    private final String literal;
    private int next;
    private int integerStart;
    private int fractionStart;
    private int coefficientEnd;
    private long exponent;

    private NumberLiteral(String literal) {
        this.literal = literal;
    }

    static NumberLiteral scan(String literal) {
        NumberLiteral number = new NumberLiteral(literal);
        number.scan();
        return number;
    }

    /** How many digits are written from the first that is not zero; 1 for zero. */
    int precision() {
        int first = firstSignificant();
        boolean spansPoint = first < fractionStart - 1 && fractionStart < coefficientEnd;
        return Math.max(1, coefficientEnd - first - (spansPoint ? 1 : 0));
    }

    /** Whether this is known to be spelled as {@link Decimal#canonical()} spells it: without exponent, with nothing to leave out. */
    boolean isCanonical() {
        if (coefficientEnd < literal.length() || coefficientEnd - integerStart > Decimal.MOST_INTEGER_DIGITS) {
            return false;
        }
        if (!hasFraction()) {
            return integerStart == 0 || literal.charAt(integerStart) != '0';
        }
        boolean small = literal.charAt(integerStart) == '0';
        return literal.charAt(coefficientEnd - 1) != '0'
                && !(small && firstSignificant() - fractionStart > Decimal.MOST_LEADING_ZEROS);
    }

    Decimal decimal() {
        int first = firstSignificant();
        if (first == coefficientEnd) {
            return Decimal.ZERO;
        }
        int last = coefficientEnd;
        while (isSkippedInFront(last - 1)) {
            last--;
        }
        long integerEnd = hasFraction() ? fractionStart - 1 : coefficientEnd;
        long point = first < integerEnd ? integerEnd - first : fractionStart - (long) first;
        return new Decimal(literal.charAt(0) == '-', digits(first, last), point + exponent);
    }

    private String digits(int first, int last) {
        String written = literal.substring(first, last);
        return hasFraction() && first < fractionStart ? written.replace(".", "") : written;
    }

    private int firstSignificant() {
        int first = integerStart;
        while (first < coefficientEnd && isSkippedInFront(first)) {
            first++;
        }
        return first;
    }

    private boolean isSkippedInFront(int index) {
        return literal.charAt(index) == '0' || literal.charAt(index) == '.';
    }

    private boolean hasFraction() {
        return fractionStart < coefficientEnd;
    }

    private void scan() {
        skip("-");
        integerStart = next;
        if (!skip("0")) {
            digits();
        }
        boolean fraction = skip(".");
        fractionStart = next;
        if (fraction) {
            digits();
        }
        coefficientEnd = next;
        if (skip("eE")) {
            exponent();
        }
        if (next < literal.length()) {
            throw malformed();
        }
        requireScale();
    }

    private void exponent() {
        boolean negative = next < literal.length() && literal.charAt(next) == '-';
        skip("+-");
        int start = next;
        digits();
        while (start < next - 1 && literal.charAt(start) == '0') {
            start++;
        }
        if (next - start > LONGEST_INT) {
            throw outOfRange();
        }
        long magnitude = Long.parseLong(literal, start, next, 10);
        exponent = negative ? -magnitude : magnitude;
    }

    /** BigDecimal needs both the exponent and the scale it results in to be ints. */
    private void requireScale() {
        long scale = coefficientEnd - (long) fractionStart - exponent;
        if ((int) exponent != exponent || (int) scale != scale) {
            throw outOfRange();
        }
    }

    private void digits() {
        int start = next;
        while (next < literal.length() && literal.charAt(next) >= '0' && literal.charAt(next) <= '9') {
            next++;
        }
        if (next == start) {
            throw malformed();
        }
    }

    private boolean skip(String anyOf) {
        boolean there = next < literal.length() && anyOf.indexOf(literal.charAt(next)) >= 0;
        if (there) {
            next++;
        }
        return there;
    }

    private InvalidContentException malformed() {
        return refused("expected a number as RFC 8259 spells it, such as -12.5e3, found " + Shown.quoted(literal)
                + "; mind leading zeros, a leading + and bare points");
    }

    private InvalidContentException outOfRange() {
        return refused("expected an exponent between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE + ", found "
                + Shown.quoted(literal) + "; write such a magnitude as a string");
    }

    private static InvalidContentException refused(String detail) {
        return new InvalidContentException(JsonPointer.ROOT, "number", detail);
    }
}
