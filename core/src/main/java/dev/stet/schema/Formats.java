package dev.stet.schema;

import com.networknt.schema.format.DateFormat;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IPv6Format;
import com.networknt.schema.format.TimeFormat;
import dev.stet.pattern.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The formats of the specifications, each on text of a bounded length. Those that the library finds by backtracking are found
 * by {@link Pattern} here. Formats of other names mean nothing.
 */
final class Formats {

    private static final int LONGEST_ADDRESS = 64;

    private static final String IPV6 = "IPv6:";
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([zZ]|[+-][0-9]{2}:[0-9]{2})";
    private static final String CLOCK = "T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S)";
    private static final String DAYS = "([0-9]+Y([0-9]+M([0-9]+D)?)?|[0-9]+M([0-9]+D)?|[0-9]+D)";
    private static final String VARIABLE =
            "([A-Za-z0-9_]|%[0-9A-Fa-f]{2})(\\.?([A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*" + "(:[1-9][0-9]{0,3}|\\*)?";

    private static final Map<String, BiPredicate<String, Budget>> KNOWN = known();

    private Formats() {}

    /** What the format demands; nothing when it is not known. */
    static @Nullable Assertion of(String name) {
        BiPredicate<String, Budget> format = KNOWN.get(name);
        if (format == null) {
            return null;
        }
        return (node, report) -> {
            if (node.isString() && !meets(format, node.stringValue(), report.budget())) {
                report.value();
            }
        };
    }

    private static boolean meets(BiPredicate<String, Budget> format, String text, Budget budget) {
        if (text.length() > Limits.FORMAT_LENGTH) {
            return false;
        }
        budget.charge(1 + 2L * text.length());
        return format.test(text, budget);
    }

    private static Map<String, BiPredicate<String, Budget>> known() {
        Map<String, BiPredicate<String, Budget>> known = new HashMap<>();
        BiPredicate<String, Budget> date = library(new DateFormat(), LONGEST_ADDRESS);
        BiPredicate<String, Budget> time = pattern(TIME).and(library(new TimeFormat(), LONGEST_ADDRESS));
        known.put("date", date);
        known.put("time", time);
        known.put("date-time", (text, budget) -> {
            int between = Math.max(text.indexOf('T'), text.indexOf('t'));
            return between > 0
                    && date.test(text.substring(0, between), budget)
                    && time.test(text.substring(between + 1), budget);
        });
        known.put("duration", pattern("P([0-9]+W|" + DAYS + "(" + CLOCK + ")?|" + CLOCK + ")"));
        BiPredicate<String, Budget> ipv4 = pattern("(" + OCTET + "\\.){3}" + OCTET);
        BiPredicate<String, Budget> ipv6 = library(new IPv6Format(), LONGEST_ADDRESS);
        BiPredicate<String, Budget> address = (text, budget) ->
                text.startsWith(IPV6) ? ipv6.test(text.substring(IPV6.length()), budget) : ipv4.test(text, budget);
        known.put("email", (text, budget) -> Hosts.isMail(text, budget, address));
        known.put("idn-email", (text, budget) -> Hosts.isInternationalMail(text, budget, address));
        known.put("hostname", Hosts::isName);
        known.put("idn-hostname", Hosts::isInternationalName);
        known.put("ipv4", ipv4);
        known.put("ipv6", ipv6);
        Iris uris = Iris.ascii(ipv6);
        Iris iris = Iris.international(ipv6);
        known.put("uri", uris::isAbsolute);
        known.put("uri-reference", uris::isReference);
        known.put("iri", iris::isAbsolute);
        known.put("iri-reference", iris::isReference);
        known.put("uuid", pattern("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));
        known.put("json-pointer", pattern("(/([^/~]|~[01])*)*"));
        known.put("relative-json-pointer", pattern("(0|[1-9][0-9]*)(#|(/([^/~]|~[01])*)*)"));
        known.put(
                "uri-template",
                pattern("([^\\x00-\\x20\\x7f\"%<>\\\\^`{|}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?" + VARIABLE + "(,"
                        + VARIABLE + ")*\\})*"));
        known.put("regex", (text, budget) -> Pattern.isEcma(text));
        return Map.copyOf(known);
    }

    private static BiPredicate<String, Budget> library(Format format, int longest) {
        return (text, budget) -> text.length() <= longest && format.matches(budget, text);
    }

    private static BiPredicate<String, Budget> pattern(String whole) {
        Pattern pattern = Pattern.whole(whole);
        return (text, budget) -> pattern.isIn(text, budget::charge);
    }
}
