package dev.stet.schema;

import java.util.Optional;

/** Characters beyond ASCII out of the letters, digits and hyphens that stand for them in a label (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST = 0x80;
    private static final int FIRST_BIAS = 72;

    private Punycode() {}

    /** What a label says, without the prefix; nothing when it is not encoded so. */
    static Optional<String> decoded(String encoded) {
        int basic = Math.max(0, encoded.lastIndexOf('-'));
        StringBuilder text = new StringBuilder(encoded.substring(0, basic));
        int length = basic;
        int next = basic > 0 ? basic + 1 : 0;
        long character = FIRST;
        long place = 0;
        int bias = FIRST_BIAS;
        while (next < encoded.length()) {
            long before = place;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = next < encoded.length() ? digit(encoded.charAt(next++)) : -1;
                place += digit * weight;
                if (digit < 0 || place > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int threshold = Math.max(LEAST, Math.min(MOST, k - bias));
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = bias(place - before, length, before == 0);
            character += place / length;
            place %= length;
            if (!Character.isValidCodePoint((int) Math.min(Integer.MAX_VALUE, character))) {
                return Optional.empty();
            }
            text.insert(text.offsetByCodePoints(0, (int) place), Character.toString((int) character));
            place++;
        }
        return Optional.of(text.toString());
    }

    private static int digit(char c) {
        int letter = c < FIRST ? Character.digit(c, BASE) : -1;
        return letter < 0 ? -1 : Character.isDigit(c) ? letter + MOST : letter - 10;
    }

    private static int bias(long distance, int length, boolean first) {
        long delta = first ? distance / DAMP : distance / 2;
        delta += delta / length;
        int k = 0;
        while (delta > (BASE - LEAST) * MOST / 2) {
            delta /= BASE - LEAST;
            k += BASE;
        }
        return (int) (k + BASE * delta / (delta + SKEW));
    }
}
