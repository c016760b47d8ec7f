package dev.stet.schema;

import dev.stet.pattern.Pattern;
import java.util.function.BiPredicate;

/** References as RFC 3986 has them, and RFC 3987 for those with characters beyond ASCII. */
final class Iris {

    private static final String UNRESERVED = "A-Za-z0-9\\-._~";
    private static final String DELIMITERS = "!$&'()*+,;=";
    private static final String ENCODED = "%[0-9A-Fa-f]{2}";
    private static final String BEYOND_ASCII =
            "\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}" + "\\u{10000}-\\u{1fffd}\\u{20000}-\\u{2fffd}"
                    + "\\u{30000}-\\u{3fffd}\\u{40000}-\\u{4fffd}\\u{50000}-\\u{5fffd}\\u{60000}-\\u{6fffd}"
                    + "\\u{70000}-\\u{7fffd}\\u{80000}-\\u{8fffd}\\u{90000}-\\u{9fffd}\\u{a0000}-\\u{afffd}"
                    + "\\u{b0000}-\\u{bfffd}\\u{c0000}-\\u{cfffd}\\u{d0000}-\\u{dfffd}\\u{e1000}-\\u{efffd}";
    private static final String PRIVATE = "\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}";
    private static final Pattern FUTURE = Pattern.whole("[vV][0-9A-Fa-f]+\\.[" + UNRESERVED + DELIMITERS + ":]+");

    private final Pattern absolute;
    private final Pattern relative;
    private final BiPredicate<String, Budget> ipv6;

    private Iris(String beyond, String beyondInQuery, BiPredicate<String, Budget> ipv6) {
        String some = "[" + UNRESERVED + DELIMITERS + beyond;
        String inPath = "(" + some + ":@]|" + ENCODED + ")";
        String first = "(" + some + "@]|" + ENCODED + ")";
        String host = "(\\[[^\\[\\]]*\\]|(" + some + "]|" + ENCODED + ")*)";
        String authority = "((" + some + ":]|" + ENCODED + ")*@)?" + host + "(:[0-9]*)?";
        String segments = "(/" + inPath + "*)*";
        String rooted = "//" + authority + segments + "|/(" + inPath + "+" + segments + ")?";
        String query = "(\\?(" + some + beyondInQuery + ":@/?]|" + ENCODED + ")*)?";
        String fragment = "(#(" + some + ":@/?]|" + ENCODED + ")*)?";
        this.absolute = Pattern.whole(
                "[A-Za-z][A-Za-z0-9+\\-.]*:(" + rooted + "|" + inPath + "+" + segments + ")?" + query + fragment);
        this.relative = Pattern.whole("(" + rooted + "|" + first + "+" + segments + ")?" + query + fragment);
        this.ipv6 = ipv6;
    }

    /** @param ipv6 what an address in brackets has to meet */
    static Iris ascii(BiPredicate<String, Budget> ipv6) {
        return new Iris("", "", ipv6);
    }

    /** @param ipv6 what an address in brackets has to meet */
    static Iris international(BiPredicate<String, Budget> ipv6) {
        return new Iris(BEYOND_ASCII, PRIVATE, ipv6);
    }

    boolean isAbsolute(String text, Budget budget) {
        return absolute.isIn(text, budget::charge) && isAddressed(text, budget);
    }

    boolean isReference(String text, Budget budget) {
        return isAbsolute(text, budget) || (relative.isIn(text, budget::charge) && isAddressed(text, budget));
    }

    /** Brackets are nowhere but around an address. */
    private boolean isAddressed(String text, Budget budget) {
        int open = text.indexOf('[');
        if (open < 0) {
            return true;
        }
        String address = text.substring(open + 1, text.indexOf(']', open));
        return ipv6.test(address, budget) || FUTURE.isIn(address, budget::charge);
    }
}
