package dev.stet.content;

/**
 * The value of a number, freed from its spelling: {@code ±0.DIGITS × 10^point}.
 *
 * @param digits the significant digits without leading or trailing zeros; empty for zero
 * @param point where the decimal point stands, counted from before the first digit; 0 for zero
 */
record Decimal(boolean negative, String digits, long point) {

    static final int MOST_INTEGER_DIGITS = 21;
    static final int MOST_LEADING_ZEROS = 5;

    static final Decimal ZERO = new Decimal(false, "", 0);

    /** The notation of ECMAScript's Number::toString, which RFC 8785 prescribes, with every digit kept. */
    String canonical() {
        if (digits.isEmpty()) {
            return "0";
        }
        return (negative ? "-" : "") + unsigned();
    }

    private String unsigned() {
        if (point > MOST_INTEGER_DIGITS || point < -MOST_LEADING_ZEROS) {
            return scientific();
        }
        int places = (int) point;
        if (places <= 0) {
            return "0." + "0".repeat(-places) + digits;
        }
        if (places >= digits.length()) {
            return digits + "0".repeat(places - digits.length());
        }
        return digits.substring(0, places) + "." + digits.substring(places);
    }

    private String scientific() {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        long exponent = point - 1;
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
