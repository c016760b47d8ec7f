package dev.stet.content;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/**
 * How much content may hold. All three are checked while text is read, so that hostile input is refused at the first
 * value past a limit and not after it was built.
 *
 * @param maxDepth levels of nesting, the root object being the first; from 1 to {@value #DEEPEST}, which every
 *     operation here walks by recursion within a stack of 768 KiB, three quarters of the JVM's default
 * @param maxBytes bytes of the compact form in UTF-8; at least 2. Text longer than {@value #RAW_MULTIPLE} times this
 *     is refused unread: a character escaped as {@code \}{@code uXXXX} takes six bytes, the rest is for white space
 * @param maxDigits significant digits of any one number, see {@link JsonNumber#digits()}; at least 1
 */
public record ContentLimits(int maxDepth, int maxBytes, int maxDigits) {

    /** The deepest nesting any {@link JsonValue} may have. */
    public static final int DEEPEST = 1_000;

    static final int RAW_MULTIPLE = 8;

    /**
     * 64 levels, 4 MiB, 1,000 digits. 191 real agent documents needed 12 levels and 84 KB at most, so the first two
     * leave room and still bound what one request can cost; 1,000 digits hold the exact decimal expansion of every
     * IEEE 754 double, of which the longest has 767 significant digits.
     */
    public static final ContentLimits DEFAULT = new ContentLimits(64, 4 * 1024 * 1024, 1_000);

    /**
     * Limits as given.
     *
     * @throws InvalidInputException if one is outside of its range
     */
    public ContentLimits {
        requireBetween("maxDepth", maxDepth, 1, DEEPEST);
        requireBetween("maxBytes", maxBytes, 2, Integer.MAX_VALUE);
        requireBetween("maxDigits", maxDigits, 1, Integer.MAX_VALUE);
    }

    /** These limits with another depth. */
    public ContentLimits withMaxDepth(int depth) {
        return new ContentLimits(depth, maxBytes, maxDigits);
    }

    /** These limits with another length. */
    public ContentLimits withMaxBytes(int bytes) {
        return new ContentLimits(maxDepth, bytes, maxDigits);
    }

    /** These limits with another number of digits. */
    public ContentLimits withMaxDigits(int digits) {
        return new ContentLimits(maxDepth, maxBytes, digits);
    }

    /**
     * Refuses content that passes one of these limits. Takes constant time when it does not.
     *
     * @throws InvalidContentException naming the first value, in the order written, that passes one
     */
    public void check(Content content) {
        if (!hold(Extent.of(Given.the("content to check", content).root()))) {
            Meter.refuseFirstExcess(content.root(), this);
        }
    }

    boolean hold(Extent extent) {
        return extent.depth() <= maxDepth && extent.bytes() <= maxBytes && extent.digits() <= maxDigits;
    }

    void checkRaw(long length) {
        long most = (long) RAW_MULTIPLE * maxBytes;
        if (length > most) {
            throw new InvalidContentException(
                    JsonPointer.ROOT,
                    "bytes",
                    "expected at most " + most + " characters of JSON text, " + RAW_MULTIPLE + " times maxBytes, found "
                            + length + "; send it compact, or raise maxBytes");
        }
    }

    static InvalidContentException tooDeep(int maxDepth) {
        return new InvalidContentException(
                JsonPointer.ROOT,
                "depth",
                "expected at most " + maxDepth + " levels of nesting, found one more; flatten the structure, or raise"
                        + " maxDepth, which may be " + DEEPEST);
    }

    static InvalidContentException tooLong(int maxBytes) {
        return new InvalidContentException(
                JsonPointer.ROOT,
                "bytes",
                "expected at most " + maxBytes + " bytes of compact JSON, found more by the end of this value; keep"
                        + " large data outside and refer to it, or raise maxBytes");
    }

    static InvalidContentException tooPrecise(int maxDigits, int digits) {
        return new InvalidContentException(
                JsonPointer.ROOT,
                "digits",
                "expected at most " + maxDigits + " significant digits in a number, found " + digits
                        + "; write it as a string, or raise maxDigits");
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInputException(name, "from " + least + " to " + most, "" + value);
        }
    }
}
