package dev.stet.content;

import dev.stet.shown.Shown;
import java.util.HexFormat;

/**
 * What identifies content: the SHA-256 of its canonical form.
 *
 * @param hex the 32 bytes as 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

    private static final int BYTES = 32;
    private static final int ABBREVIATED = 12;

    /**
     * Takes the digits as they are.
     *
     * @throws IllegalArgumentException if they are not 64 lower-case hexadecimal digits
     */
    public ContentHash {
        if (hex.length() != 2 * BYTES || !isHex(hex)) {
            throw new IllegalArgumentException("expected 64 lower-case hexadecimal digits, found " + Shown.quoted(hex));
        }
    }

    private static boolean isHex(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The hash of these bytes.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static ContentHash of(byte[] sha256) {
        if (sha256.length != BYTES) {
            throw new IllegalArgumentException("expected the 32 bytes of a SHA-256, found " + sha256.length);
        }
        return new ContentHash(HexFormat.of().formatHex(sha256));
    }

    /** The first 12 digits: enough for people to tell contents of one agent apart, not to identify them. */
    public String abbreviated() {
        return hex.substring(0, ABBREVIATED);
    }

    /** The {@link #hex()}. */
    @Override
    public String toString() {
        return hex;
    }
}
