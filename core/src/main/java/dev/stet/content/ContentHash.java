package dev.stet.content;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
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
     * @throws InvalidInputException if they are not 64 lower-case hexadecimal digits
     */
    public ContentHash {
        if (Given.the("content hash", hex).length() != 2 * BYTES || !isHex(hex)) {
            throw new InvalidInputException("content hash", "64 lower-case hexadecimal digits", hex);
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
     * @throws InvalidInputException if they are not 32
     */
    public static ContentHash of(byte[] sha256) {
        if (Given.the("content hash", sha256).length != BYTES) {
            throw new InvalidInputException("content hash", "the 32 bytes of a SHA-256", sha256.length + " bytes");
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
